// Finds what the members of a list or a range share: “15 and 16 September”, “between May and July 2020”, “1914–18”.
import type { Fields, Found, Reading } from './grammar.ts';
import type { DateRule, Language } from './language.ts';
import type { Token } from './tokens.ts';

/** The fields of a year, which a list gives to all its members. */
const YEAR_FIELDS = ['year', 'era', 'yearWhich', 'yy'];

/**
 * Gives the members of lists and ranges the year and the month that they share, and finds days and years that are members
 * but no dates alone.
 *
 * @param found the expressions in the order of the text.
 */
export function joined(
  found: readonly Found<DateRule>[],
  tokens: readonly Token[],
  language: Language,
  read: (token: Token) => readonly Reading[],
): Found<DateRule>[] {
  const backwards: Found<DateRule>[] = [];
  // From the right: what stands last carries the year.
  for (let at = found.length - 1; at >= 0; at--) {
    let one = found[at];
    if (one === undefined) continue;
    const right = backwards.at(-1);
    if (right !== undefined && isJoin(tokens, one.to, right.from, language))
      one = sharing(one, right, tokens);
    backwards.push(one);
    const floor = found[at - 1]?.to ?? 0;
    let left = memberBefore(one, tokens, floor, language, read);
    while (left !== null) {
      backwards.push(left);
      left = memberBefore(left, tokens, floor, language, read);
    }
  }
  const all = backwards.reverse();
  // From the left: “March 8 – 9, 1918”, “1914–18”.
  const whole: Found<DateRule>[] = [];
  all.forEach((each, at) => {
    const one = continuing(whole.at(-1), each, tokens, language);
    whole.push(one);
    const ceiling = all[at + 1]?.from ?? tokens.length;
    const after = memberAfter(one, tokens, ceiling, language, read);
    if (after === null) return;
    const [left, right] = after;
    whole[whole.length - 1] = left;
    whole.push(right);
  });
  return whole;
}

/** Whether only words that join stand between two tokens. */
function isJoin(tokens: readonly Token[], from: number, to: number, { joins }: Language): boolean {
  if (to <= from || to - from > 2) return false;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token === undefined || token.gap === 'break' || !joins.has(token.word)) return false;
  }
  return true;
}

function hasYear({ fields }: Found<DateRule>): boolean {
  return YEAR_FIELDS.some((name) => fields[name] !== undefined);
}

function only(fields: Fields, names: readonly string[]): Record<string, string | number> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
}

function without(fields: Fields, name: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([each]) => each !== name));
}

/** Gives the left member what the right one says for both. */
function sharing(left: Found<DateRule>, right: Found<DateRule>, tokens: readonly Token[]): Found<DateRule> {
  const { fields } = left;
  if (fields['year'] !== undefined && fields['era'] === undefined && right.fields['era'] === 'bc')
    return { ...left, fields: { ...fields, era: 'bc' } };
  const dated =
    fields['month'] !== undefined || fields['season'] !== undefined || fields['nth'] !== undefined;
  if (!dated || hasYear(left) || !hasYear(right) || right.rule.kind !== 'date') return left;
  if (fields['which'] !== undefined) return left;
  const isComma = right.from - left.to === 1 && tokens[left.to]?.word === ',';
  // “in May, June 2020 …” is a list; “on 3 May, 2019 …” was read as one date before.
  if (isComma && right.fields['month'] === undefined) return left;
  const shared = only(right.fields, YEAR_FIELDS);
  const year = shared['year'];
  // “from November to February 2020” begins in the year before.
  const from = fields['month'];
  const to = right.fields['month'];
  if (
    typeof year === 'number' &&
    typeof from === 'number' &&
    typeof to === 'number' &&
    from > to &&
    tokens[left.to]?.word !== 'and'
  )
    shared['year'] = year - 1;
  return { ...left, fields: { ...fields, ...shared } };
}

/** “Next Tuesday and Wednesday”: the second weekday is of the same week. */
function continuing(
  left: Found<DateRule> | undefined,
  right: Found<DateRule>,
  tokens: readonly Token[],
  language: Language,
): Found<DateRule> {
  const which = left?.fields['which'];
  const isWeekday = ({ fields }: Found<DateRule>): boolean =>
    fields['weekday'] !== undefined && fields['day'] === undefined && fields['month'] === undefined;
  if (left === undefined || which === undefined || right.fields['which'] !== undefined) return right;
  if (!isWeekday(left) || !isWeekday(right) || !isJoin(tokens, left.to, right.from, language)) return right;
  return { ...right, fields: { ...right.fields, which } };
}

/** A day number or a year before a join, which the member behind it makes a date: “15 and 16 September”. */
function memberBefore(
  right: Found<DateRule>,
  tokens: readonly Token[],
  floor: number,
  language: Language,
  read: (token: Token) => readonly Reading[],
): Found<DateRule> | null {
  if (right.rule.kind !== 'date') return null;
  let at = right.from;
  while (
    at > floor &&
    right.from - at < 2 &&
    language.joins.has(tokens[at - 1]?.word ?? '') &&
    tokens[at]?.gap !== 'break'
  )
    at--;
  if (at === right.from || at <= floor) return null;
  const token = tokens[at - 1];
  if (token === undefined || tokens[at]?.gap === 'break') return null;
  const readings = read(token);
  const before = tokens[at - 2];
  const { fields } = right;
  if (fields['day'] !== undefined && fields['month'] !== undefined && startsWithDay(right, tokens, read)) {
    const day = readings.find((each) => each.class === 'DAY' || each.class === 'ORDDAY');
    if (day === undefined || typeof day.value !== 'number') return null;
    if (
      before !== undefined &&
      (before.word === '$' || (tokens[at - 1]?.gap === 'none' && /^[.,:/]$/.test(before.word)))
    )
      return null;
    // “Flight 7 and 8 May” is rare, “May 7 and 8 May” is not: a month before it has taken it.
    const value = fields['day'];
    if (typeof value === 'number' && day.value >= value) return null;
    const from = before?.word === 'the' && at - 2 >= floor ? at - 2 : at - 1;
    const rest = without(fields, 'weekday');
    return { rule: right.rule, from, to: at, fields: { ...rest, day: day.value } };
  }
  const century = fields['century'];
  if (typeof century === 'number') {
    // “The 17th and 18th centuries”
    const nth = readings.find(({ class: name }) => name === 'ORDDAY' || name === 'ORD' || name === 'ROMAN');
    if (nth === undefined || Number(nth.value) >= century + Number(fields['centuryTens'] ?? 0)) return null;
    const shared = only(fields, ['era']);
    return { rule: right.rule, from: at - 1, to: at, fields: { ...shared, century: nth.value } };
  }
  const join = tokens[at]?.word ?? '';
  if (typeof fields['year'] === 'number' && fields['month'] === undefined && fields['era'] === undefined) {
    // “в 2014–2016 годах”, where a year alone is none.
    const year = readings.find((each) => each.class === 'YEAR');
    if (year === undefined || join === ',' || Number(year.value) >= fields['year']) return null;
    return { rule: right.rule, from: at - 1, to: at, fields: { year: year.value } };
  }
  if (fields['year'] !== undefined && fields['era'] === 'bc' && fields['month'] === undefined) {
    const year = readings.find((each) => each.class === 'NUM');
    if (year === undefined || typeof year.value !== 'number' || typeof fields['year'] !== 'number')
      return null;
    if (year.value <= fields['year']) return null;
    return { rule: right.rule, from: at - 1, to: at, fields: { ...fields, year: year.value } };
  }
  return null;
}

/** Whether an expression begins with the number of its day, perhaps behind an article. */
function startsWithDay(
  { from }: Found<DateRule>,
  tokens: readonly Token[],
  read: (token: Token) => readonly Reading[],
): boolean {
  const isDay = (at: number): boolean => {
    const token = tokens[at];
    return token !== undefined && read(token).some((each) => each.class === 'DAY' || each.class === 'ORDDAY');
  };
  return isDay(from) || (tokens[from]?.word === 'the' && isDay(from + 1));
}

/** A day number or a year behind a join: “March 8 – 9, 1918”, “1914–18”. Returns both members. */
function memberAfter(
  left: Found<DateRule>,
  tokens: readonly Token[],
  ceiling: number,
  language: Language,
  read: (token: Token) => readonly Reading[],
): readonly [Found<DateRule>, Found<DateRule>] | null {
  if (left.rule.kind !== 'date') return null;
  const join = tokens[left.to];
  const token = tokens[left.to + 1];
  if (
    join === undefined ||
    token === undefined ||
    left.to + 1 >= ceiling ||
    !language.joins.has(join.word) ||
    join.word === ','
  )
    return null;
  if (join.gap === 'break' || token.gap === 'break') return null;
  const readings = read(token);
  const { fields } = left;
  const number = (name: string): number | undefined => {
    const found = readings.find((each) => each.class === name);
    return typeof found?.value === 'number' ? found.value : undefined;
  };
  const last = tokens[left.to - 1];
  if (fields['month'] !== undefined && fields['day'] !== undefined && fields['year'] === undefined) {
    const day = number('DAY') ?? number('ORDDAY');
    // The month stands first: “March 8 – 9”.
    if (
      day === undefined ||
      typeof fields['day'] !== 'number' ||
      day <= fields['day'] ||
      last === undefined ||
      !/^\d/.test(last.word)
    )
      return null;
    const comma = tokens[left.to + 2];
    const year = tokens[left.to + 3];
    const told =
      comma?.word === ',' && year !== undefined && comma.gap !== 'break' && year.gap !== 'break'
        ? read(year).find((each) => each.class === 'YEAR')
        : undefined;
    if (
      told === undefined &&
      tokens[left.to + 2] !== undefined &&
      /^(?:%|percent|people|million|billion)$/.test(comma?.word ?? '')
    )
      return null;
    const shared = told === undefined ? {} : { year: told.value };
    const rest = without(fields, 'weekday');
    return [
      { ...left, fields: { ...fields, ...shared } },
      {
        rule: left.rule,
        from: left.to + 1,
        to: told === undefined ? left.to + 2 : left.to + 4,
        fields: { ...rest, ...shared, day },
      },
    ];
  }
  const year = fields['year'];
  if (
    typeof year === 'number' &&
    fields['era'] === undefined &&
    fields['day'] === undefined &&
    (join.word === '-' || join.word === '/') &&
    token.gap === 'none'
  ) {
    const yy = number('YY');
    if (yy === undefined || yy <= year % 100) return null;
    return [
      left,
      {
        rule: left.rule,
        from: left.to + 1,
        to: left.to + 2,
        fields: { ...only(fields, ['season']), year: year - (year % 100) + yy },
      },
    ];
  }
  return null;
}
