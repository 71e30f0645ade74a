// vis-timeline items and groups as JSON. https://visjs.github.io/vis-timeline/docs/timeline/#Data_Format
import { yearAsEdtf } from '../dates/as-edtf.ts';
import { parseEventDate } from '../dates/parse.ts';
import { excerpt } from '../excerpt.ts';
import { failure, success, type Result } from '../result.ts';
import type { Path } from '../document/file/path.ts';
import { event2 } from '../document/file/schema.ts';
import { startDraft, type DraftBuilder, type Found } from './draft.ts';
import { Likelihood, type Format, type Imported, type ReadOptions } from './format.ts';
import { loadHtml, type HtmlReader } from './html.ts';
import { countUnread, field, isRecord, listOf, readJson, textIn } from './json.ts';
import { OWN_KEY, writeVis } from './write-vis.ts';
import { collectProblems, inEntries, type Problems } from './report.ts';

/** A lane for backgrounds that belong to no group. */
const PERIODS = 'Periods';

interface Group {
  readonly title: string;
  readonly parent: string | undefined;
}

/** Groups by their ids, with those that hold them. */
function groupsOf(list: readonly unknown[], html: HtmlReader, problems: Problems): Map<string, Group> {
  const titles = new Map<string, string>();
  const parents = new Map<string, string>();
  const orders = new Map<string, string | number>();
  list.forEach((group, index) => {
    const id = textIn(field(group, 'id'));
    if (!isRecord(group) || id === '') {
      problems.add('The group has no id, and was left out', { path: ['groups', index] });
      return;
    }
    if (titles.has(id))
      problems.add(`The group ${excerpt(id)} is there twice; the last counts`, { path: ['groups', index] });
    const order = field(group, 'order');
    if (typeof order === 'number' || typeof order === 'string') orders.set(id, order);
    titles.set(id, html(textIn(field(group, 'content'))).text || id);
    for (const nested of listOf(field(group, 'nestedGroups')) ?? []) parents.set(textIn(nested), id);
    countUnread(
      group,
      (name) => OF_GROUPS.has(name),
      { known: ['className', 'style', 'title'], entries: 'groups', path: ['groups', index] },
      problems,
    );
    if (field(group, 'visible') === false)
      problems.count('hidden', (count) => `Hidden groups are shown ${inEntries(count, 'groups')}`, {
        path: ['groups', index],
      });
  });
  const ids = [...titles.keys()];
  // vis-timeline has its groups in this order; those without one stay where they are if any has none.
  if (ids.every((id) => orders.has(id)))
    ids.sort((one, other) => compared(orders.get(one), orders.get(other)));
  return new Map(ids.map((id) => [id, { title: titles.get(id) ?? id, parent: parents.get(id) }]));
}

function compared(one: string | number | undefined, other: string | number | undefined): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  const [text, next] = [String(one), String(other)];
  return text < next ? -1 : text > next ? 1 : 0;
}

/** What is read of groups and items, and what only says how vis-timeline shows and edits them. */
const OF_GROUPS = new Set(
  'id content order visible nestedGroups showNested treeLevel subgroupOrder subgroupStack subgroupVisibility heightMode'.split(
    ' ',
  ),
);
const OF_ITEMS = new Set(
  'id content title start end group type align editable selectable limitSize'.split(' '),
);

/** The title of a group with those that hold it before it: “A › B”. */
function pathOf(id: string, groups: ReadonlyMap<string, Group>): string {
  const titles: string[] = [];
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = groups.get(at)?.parent) {
    seen.add(at);
    titles.unshift(groups.get(at)?.title ?? at);
  }
  return titles.join(' › ');
}

const ISO =
  /^(?<year>\d{4}|[+-]\d{6})(?:-(?<month>\d\d)(?:-(?<day>\d\d)(?:[T ](?<time>\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?<zone>Z|[+-]\d\d:?\d\d)?)?)?)?$/;

/**
 * A date of vis-timeline in EDTF: an ISO string as it is written, or milliseconds, of which those at midnight in UTC are
 * days.
 *
 * @returns the date, or `null` if it is none.
 */
function edtfIn(value: unknown, problems: Problems, path: Path): string | null {
  const epoch =
    typeof value === 'number'
      ? value
      : typeof value === 'string'
        ? /^\/Date\((-?\d{1,16})(?:[+-]\d{4})?\)\/$/.exec(value)?.[1]
        : undefined;
  if (epoch !== undefined) {
    const date = new Date(Number(epoch));
    if (Number.isNaN(date.getTime())) return null;
    const iso = date.toISOString();
    problems.count(
      'epoch',
      (count) =>
        `Dates in milliseconds were read as days at midnight in UTC, and else to the minute, ${inEntries(count, 'dates')}`,
      { path },
    );
    const [day = '', time = ''] = iso.split('T');
    const short = withYear(day);
    return time.startsWith('00:00:00') || short.startsWith('Y') ? short : `${short}T${time.slice(0, 5)}Z`;
  }
  if (typeof value !== 'string') return null;
  const groups = ISO.exec(value.trim())?.groups;
  if (groups === undefined) return null;
  const { year = '', month, day, time, zone = '' } = groups;
  const whole = [yearAsEdtf(Number(year)), month, day].filter((part) => part !== undefined).join('-');
  if (/\d\.\d*[1-9]/.test(value))
    problems.count(
      'fractions',
      (count) => `Fractions of a second were left out ${inEntries(count, 'dates')}`,
      { path },
    );
  const edtf = whole.startsWith('Y')
    ? yearAsEdtf(Number(year))
    : `${whole}${time === undefined ? '' : `T${time}${zone}`}`;
  return parseEventDate(edtf).ok ? edtf : null;
}

/** A day of `toISOString`, whose years beyond 0 to 9999 have a sign and six digits. */
function withYear(day: string): string {
  const [, year = '', rest = ''] = /^([+-]?\d+)(-\d\d-\d\d)$/.exec(day) ?? [];
  const edtf = yearAsEdtf(Number(year));
  return edtf.startsWith('Y') ? edtf : edtf + rest;
}

/** Adds an event as Dateline wrote it, without its quotes, whose articles are not there. @returns whether it could be read. */
function addOwn(
  draft: DraftBuilder,
  own: unknown,
  groups: ReadonlyMap<string, Group>,
  row: number,
  path: Path,
): boolean {
  const event = isRecord(own) ? event2.safeParse(own) : null;
  if (event?.success !== true) return false;
  const { date, lane, ...rest } = event.data;
  draft.add({
    ...rest,
    row,
    where: { path },
    ...(date !== undefined && { date }),
    lane: pathOf(lane, groups),
  });
  return true;
}

function addItem(
  draft: DraftBuilder,
  html: HtmlReader,
  item: Record<string, unknown>,
  groups: ReadonlyMap<string, Group>,
  row: number,
  path: Path,
): void {
  const { problems } = draft;
  const where = { path };
  const own = field(item, OWN_KEY);
  if (addOwn(draft, own, groups, row, path)) return;
  if (own !== undefined)
    problems.add('What Dateline wrote into the item was changed; the item was read as any other', {
      path: [...path, OWN_KEY],
    });
  countUnread(
    item,
    (name) => OF_ITEMS.has(name) || name === OWN_KEY,
    { known: ['className', 'style', 'subgroup'], entries: 'items', path },
    problems,
  );
  const [startValue, endValue] = [field(item, 'start'), field(item, 'end')];
  const start = edtfIn(startValue, problems, [...path, 'start']);
  const hasEnd = endValue !== undefined && endValue !== null && endValue !== '';
  const end = hasEnd ? edtfIn(endValue, problems, [...path, 'end']) : null;
  if (start === null)
    problems.add(
      startValue === undefined || startValue === null
        ? 'The item has no start; the event has no date'
        : `The start ${excerpt(textIn(startValue) || JSON.stringify(startValue))} is no date that Dateline can read; the event has no date`,
      { path: [...path, 'start'] },
    );
  if (hasEnd && end === null && start !== null)
    problems.add(
      `The end ${excerpt(textIn(endValue) || JSON.stringify(endValue))} is no date that Dateline can read, and was left out`,
      { path: [...path, 'end'] },
    );
  const date = start === null ? undefined : end === null || end === start ? start : `${start}/${end}`;
  // vis-timeline draws an event up to the beginning of its end, which most people write as the last day.
  if (start !== null && end !== null && end !== start && !end.includes('T'))
    problems.count(
      'ends',
      (count) =>
        `An end without a time was read as the last day, month or year that belongs to the event, ${inEntries(count, 'items')}`,
      { path: [...path, 'end'] },
    );
  const group = textIn(field(item, 'group'));
  const isBackground = field(item, 'type') === 'background';
  if (group !== '' && groups.size > 0 && !groups.has(group))
    problems.count(
      `no group ${group}`,
      (count) =>
        `The group ${excerpt(group)} is not among the groups; it became a lane, ${inEntries(count, 'items')}`,
      { path: [...path, 'group'] },
    );
  if (isBackground)
    problems.count(
      'background',
      (count) => `Backgrounds became events like any others, ${inEntries(count)}`,
      {
        path: [...path, 'type'],
      },
    );
  const content = html(textIn(field(item, 'content')), where);
  const tooltip = html(textIn(field(item, 'title')), where);
  const found: Found = {
    row,
    where,
    id: textIn(field(item, 'id')),
    title: content.text,
    description: tooltip.text === content.text ? '' : tooltip.text,
    date,
    written: [startValue, endValue]
      .map(textIn)
      .filter((one) => one !== '')
      .join(' – '),
    lane: group !== '' ? pathOf(group, groups) : isBackground ? PERIODS : undefined,
    sources: [...content.links, ...tooltip.links],
  };
  draft.add(found);
}

async function read(bytes: Uint8Array, options: ReadOptions): Promise<Result<Imported>> {
  const problems = collectProblems(options.file);
  const json = readJson(bytes, options.assume, problems);
  if (!json.ok)
    return json.failure.code === 'json-script'
      ? failure(
          'json-script',
          'The file is a script, not JSON, and Dateline runs none. Save what JSON.stringify makes of items.get() instead.',
        )
      : json;
  const items = listOf(json.value) ?? listOf(field(json.value, 'items'));
  if (items === undefined)
    return failure('vis', 'The file holds no list of items, which vis-timeline needs.');
  const root: Path = Array.isArray(json.value) ? [] : ['items'];
  const html = await loadHtml(problems);
  const draft = startDraft(options.file, problems);
  const groups = groupsOf(listOf(field(json.value, 'groups')) ?? [], html, problems);
  countUnread(
    json.value,
    (name) => ['items', 'groups', OWN_KEY].includes(name),
    { known: ['options'], entries: 'files', path: [] },
    problems,
  );
  for (const id of groups.keys()) draft.lane(pathOf(id, groups));
  items.forEach((item, index) => {
    const path = [...root, index];
    if (isRecord(item)) addItem(draft, html, item, groups, index + 1, path);
    else {
      draft.skip();
      problems.add('The entry is no item, and was left out', { path });
    }
  });
  const own = field(json.value, OWN_KEY);
  (listOf(field(own, 'undated')) ?? []).forEach((event, index) => {
    const path = [OWN_KEY, 'undated', index];
    if (!addOwn(draft, event, groups, items.length + index + 1, path)) {
      draft.skip();
      problems.add('What Dateline wrote of an event without a date was changed, and was left out', { path });
    }
  });
  const text = (name: string): string => textIn(field(own, name));
  return success(draft.finish({ title: text('title'), subtitle: text('subtitle'), author: text('author') }));
}

/** vis-timeline JSON. */
export const vis: Format = {
  id: 'vis',
  name: 'vis-timeline JSON',
  endings: ['.json'],
  recognise({ text }) {
    // Items as they stand in a script: the reader says how to get them out of it.
    if (/^\s*(?:(?:var|let|const|new vis|items)\b|[[{])/.test(text) && /[{,]\s*'?start'?\s*:/.test(text))
      return /[{,]\s*'?content'?\s*:/.test(text) ? Likelihood.Likely : Likelihood.No;
    if (!/^\s*[[{]/.test(text) || !/"start"\s*:/.test(text)) return Likelihood.No;
    return /"content"\s*:/.test(text) && !/"start_date"\s*:/.test(text) ? Likelihood.Sure : Likelihood.No;
  },
  read,
  write: writeVis,
};
