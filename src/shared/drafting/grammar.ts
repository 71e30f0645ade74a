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

/** Where a search stands between two tokens: what may come next, by its word or its class, and the rules that end here. */
interface State {
  readonly words: ReadonlyMap<string, readonly Edge[]>;
  readonly classes: ReadonlyMap<string, readonly Edge[]>;
  readonly ends: readonly { readonly order: number; readonly kept: readonly Kept[] }[];
}

type Kept = readonly [field: string, value: string | number];

/** What one token leads to. */
interface Edge {
  /** What is said before it. */
  readonly kept: readonly Kept[];
  /** The field that the value of its class goes to. */
  readonly field: string | null;
  readonly glued: boolean;
  readonly next: Step;
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
  const ways = rules.flatMap(({ pattern, says = {} }, order) =>
    (typeof pattern === 'string' ? [pattern] : pattern).map((each) =>
      compile(each, { kind: 'set', fields: Object.entries(says), next: { kind: 'end', order } }, parts),
    ),
  );
  const states = new Map<Step, State>();
  /** States are made when a text first comes to them: most of what patterns allow never stands anywhere. */
  const stateOf = (step: Step): State => {
    const known = states.get(step);
    if (known !== undefined) return known;
    const state = stateAt(step);
    states.set(step, state);
    return state;
  };
  const root = stateOf({ kind: 'either', ways });
  if (root.ends.length > 0) throw new Error('a pattern must not be empty');
  return {
    at(tokens, from) {
      const token = tokens[from];
      if (token === undefined) return NONE;
      const readings = read(token);
      // Most words begin nothing.
      if (!root.words.has(token.word) && !readings.some((reading) => root.classes.has(reading.class)))
        return NONE;
      const found: (Found<R> & { readonly order: number })[] = [];
      const kept: Kept[] = [];
      const end = (to: number, { ends }: State): void => {
        for (const { order, kept: last } of ends) {
          const rule = rules[order];
          if (rule !== undefined && !found.some((each) => each.to === to && each.order === order))
            found.push({ rule, order, from, to, fields: Object.fromEntries([...kept, ...last]) });
        }
      };
      const take = (edge: Edge, at: number, value: string | number | null): void => {
        if (edge.glued && tokens[at]?.gap !== 'none') return;
        const count = kept.length;
        for (const each of edge.kept) kept.push(each);
        if (edge.field !== null && value !== null) kept.push([edge.field, value]);
        const state = stateOf(edge.next);
        end(at + 1, state);
        go(state, at + 1);
        kept.length = count;
      };
      const go = (state: State, at: number): void => {
        const next = tokens[at];
        if (next === undefined || (at > from && next.gap === 'break')) return;
        for (const edge of state.words.get(next.word) ?? NONE) take(edge, at, null);
        if (state.classes.size === 0) return;
        for (const { class: name, value } of at === from ? readings : read(next))
          for (const edge of state.classes.get(name) ?? NONE) take(edge, at, value);
      };
      go(root, from);
      return found.length < 2
        ? found
        : found.sort((one, other) => other.to - one.to || one.order - other.order);
    },
  };
}

const NONE: readonly never[] = [];

/** What may follow a step, and what ends with it. */
function stateAt(first: Step): State {
  const words = new Map<string, Edge[]>();
  const classes = new Map<string, Edge[]>();
  const ends: { order: number; kept: readonly Kept[] }[] = [];
  const add = (to: Map<string, Edge[]>, key: string, edge: Edge): void => {
    const known = to.get(key);
    if (known === undefined) to.set(key, [edge]);
    else known.push(edge);
  };
  const open = (step: Step, kept: readonly Kept[]): void => {
    switch (step.kind) {
      case 'end':
        ends.push({ order: step.order, kept });
        return;
      case 'either':
        for (const way of step.ways) open(way, kept);
        return;
      case 'set':
        open(step.next, [...kept, ...step.fields]);
        return;
      case 'word':
        add(words, step.word, { kept, field: null, glued: step.glued, next: step.next });
        return;
      case 'class':
        add(classes, step.class, { kept, field: step.field, glued: step.glued, next: step.next });
    }
  };
  open(first, []);
  return { words, classes, ends };
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
