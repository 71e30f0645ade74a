// Reads the patterns in which a language says its dates, and finds them in tokens.
//
// A pattern is words with blanks between them:
//   of          this word, in small letters; marks too: `,` `.` `-` `'`
//   MONTH       a word of this class, whose value is kept under `month`; MONTH:from keeps it under `from`
//   <year>      a pattern of this name
//   (a|b|c)     any of these
//   x?          x or nothing
//   ~x          x with no blank before it
import type { Token } from './tokens.ts';

/** What the words of an expression say, by name: `{ day: 15, month: 8 }`. */
export type Fields = Readonly<Record<string, string | number>>;

/** A class that a word belongs to, and its value there. */
export interface Reading {
  readonly class: string;
  readonly value: string | number;
}

/** A pattern, or several for the same, with what they say besides their words. */
export interface Rule {
  readonly pattern: string | readonly string[];
  readonly says?: Fields;
}

/** The patterns that others name between angle brackets. */
export type Parts = Readonly<Record<string, readonly (string | readonly [pattern: string, says: Fields])[]>>;

/** A rule that was found. */
export interface Found<R> {
  readonly rule: R;
  /** The number of the first token, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly fields: Fields;
}

/** A step of a compiled pattern; all steps lead onward, so that no text can make a search go round. */
type Step =
  | { readonly kind: 'end'; readonly order: number }
  | { readonly kind: 'either'; readonly ways: readonly Step[] }
  | {
      readonly kind: 'set';
      readonly fields: readonly (readonly [string, string | number])[];
      readonly next: Step;
    }
  | { readonly kind: 'word'; readonly word: string; readonly glued: boolean; readonly next: Step }
  | {
      readonly kind: 'class';
      readonly class: string;
      readonly field: string;
      readonly glued: boolean;
      readonly next: Step;
    };

/** Finds the rules that begin at a token. */
export interface Grammar<R> {
  /** Returns what rules find from token `from` on, the longest first, and the earlier rule of two as long. */
  readonly at: (tokens: readonly Token[], from: number) => readonly Found<R>[];
}

/**
 * Compiles rules. Throws on a pattern that cannot be read: rules are part of the program.
 *
 * @param read the classes of a token.
 */
export function grammarOf<R extends Rule>(
  rules: readonly R[],
  parts: Parts,
  read: (token: Token) => readonly Reading[],
): Grammar<R> {
  /** The first steps of all rules, by the word or the class that they begin with. */
  const starts = new Map<string, Step[]>();
  rules.forEach(({ pattern, says = {} }, order) => {
    for (const each of typeof pattern === 'string' ? [pattern] : pattern) {
      const end: Step = { kind: 'end', order };
      const first = compile(each, { kind: 'set', fields: Object.entries(says), next: end }, parts);
      for (const key of firstOf(first)) {
        const known = starts.get(key);
        if (known === undefined) starts.set(key, [first]);
        else if (!known.includes(first)) known.push(first);
      }
    }
  });
  return {
    at(tokens, from) {
      const token = tokens[from];
      if (token === undefined) return NONE;
      const readings = read(token);
      const byWord = starts.get(token.word);
      if (byWord === undefined && readings.length === 0) return NONE;
      const found: (Found<R> & { readonly order: number })[] = [];
      const kept: (readonly [string, string | number])[] = [];
      const follow = (step: Step, at: number): void => {
        switch (step.kind) {
          case 'end': {
            const rule = rules[step.order];
            const isNew = !found.some((each) => each.to === at && each.order === step.order);
            if (rule !== undefined && isNew)
              found.push({ rule, order: step.order, from, to: at, fields: Object.fromEntries(kept) });
            return;
          }
          case 'either':
            for (const way of step.ways) follow(way, at);
            return;
          case 'set': {
            const count = kept.length;
            kept.push(...step.fields);
            follow(step.next, at);
            kept.length = count;
            return;
          }
          case 'word':
          case 'class': {
            const next = tokens[at];
            if (next === undefined || (at > from && next.gap === 'break')) return;
            if (step.glued && next.gap !== 'none') return;
            if (step.kind === 'word') {
              if (next.word === step.word) follow(step.next, at + 1);
              return;
            }
            for (const reading of at === from ? readings : read(next))
              if (reading.class === step.class) {
                kept.push([step.field, reading.value]);
                follow(step.next, at + 1);
                kept.pop();
              }
          }
        }
      };
      const tried = new Set<Step>();
      const tryAll = (firsts: readonly Step[] | undefined): void => {
        for (const first of firsts ?? [])
          if (!tried.has(first)) {
            tried.add(first);
            follow(first, from);
          }
      };
      tryAll(byWord);
      for (const reading of readings) tryAll(starts.get(reading.class));
      return found.length < 2
        ? found
        : found.sort((one, other) => other.to - one.to || one.order - other.order);
    },
  };
}

const NONE: readonly never[] = [];

/** The words and classes with which a pattern may begin. */
function firstOf(step: Step): readonly string[] {
  switch (step.kind) {
    case 'end':
      throw new Error('a pattern must not be empty');
    case 'either':
      return step.ways.flatMap(firstOf);
    case 'set':
      return firstOf(step.next);
    case 'word':
      return [step.word];
    case 'class':
      return [step.class];
  }
}

function compile(pattern: string, next: Step, parts: Parts, glued = false): Step {
  return pattern
    .split(' ')
    .filter((item) => item !== '')
    .reduceRight((after, item, at) => compileItem(item, after, parts, glued && at === 0), next);
}

/** @param glued whether no blank may stand before it. */
function compileItem(item: string, next: Step, parts: Parts, glued: boolean): Step {
  if (item.length > 1 && item.endsWith('?'))
    return { kind: 'either', ways: [compileItem(item.slice(0, -1), next, parts, glued), next] };
  if (item.length > 1 && item.startsWith('~')) return compileItem(item.slice(1), next, parts, true);
  if (item.length > 2 && item.startsWith('(') && item.endsWith(')'))
    return {
      kind: 'either',
      ways: item
        .slice(1, -1)
        .split('|')
        .map((way) => compileItem(way, next, parts, glued)),
    };
  if (item.length > 2 && item.startsWith('<') && item.endsWith('>')) {
    const part = parts[item.slice(1, -1)];
    if (part === undefined) throw new Error(`no pattern is named ${item}`);
    return {
      kind: 'either',
      ways: part.map((way) => {
        const [each, says] = typeof way === 'string' ? [way, {}] : way;
        const fields = Object.entries(says);
        return compile(each, fields.length === 0 ? next : { kind: 'set', fields, next }, parts, glued);
      }),
    };
  }
  if (/^[A-Z]/.test(item)) {
    const [kind = '', field = kind.toLowerCase()] = item.split(':');
    return { kind: 'class', class: kind, field, glued, next };
  }
  return { kind: 'word', word: item, glued, next };
}
