// Generates documents of any size for benchmarks and tests: made-up events over 126 years, the same for the same seed.
import type { TimelineDocument } from '../src/shared/document/document.ts';
import type { Dating, Evidence, TimelineEvent } from '../src/shared/document/event.ts';

/** The shape of a synthetic document. */
export interface SyntheticOptions {
  /** How many lanes, at least 1. Default 12. */
  readonly lanes?: number;
  /** Whole number; another seed gives another document of the same kind. Default 1. */
  readonly seed?: number;
}

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(1900, 0, 1);
const DAYS = (Date.UTC(2026, 0, 1) - FIRST_DAY) / DAY;

const SENTENCES = [
  'The two sides met at the border and agreed to meet again.',
  'A commission was founded to draw the line between the valleys.',
  'The ministers signed the agreement in the presence of the press.',
  'Heavy rain closed the pass, and the convoy turned back.',
  'The council heard the report and put off its decision.',
];
const TEXT = SENTENCES.join(' ');

const SUBJECTS = [
  'Talks',
  'Summit',
  'Council',
  'Election',
  'Flood',
  'Cease-fire',
  'Border commission',
  'Кеңеш',
];
const MANNERS = ['', '', ' opens', ' ends', ' put off', ' in the capital', ' without an agreement'];
const TAILS = [
  '',
  '',
  '',
  ', as the neighbours look on',
  ' after the foreign ministers met on the margins of the General Assembly',
];
const PLACES = ['Bishkek', 'Dushanbe', 'Osh', 'Исфара'];

const DATING: Dating = {
  kind: 'stated',
  confidence: 'high',
  explanation: 'Made up.',
};

/**
 * A valid document of made-up events from 1900 to 2025: mostly days, some months, years and intervals, some of them
 * uncertain (`?`) or approximate (`~`), in random order and with titles from one word to a long sentence.
 * @param count how many events, from 0
 */
export function syntheticDocument(count: number, options: SyntheticOptions = {}): TimelineDocument {
  const { lanes: laneCount = 12, seed = 1 } = options;
  const random = randomNumbers(seed);
  const lanes = Array.from({ length: laneCount }, (_, lane) => ({
    id: `lane-${lane + 1}`,
    title: `Lane ${lane + 1}`,
  }));
  const evidence = SENTENCES.map((quote): Evidence => {
    const start = TEXT.indexOf(quote);
    return { article: 'synthetic', quote, start, end: start + quote.length };
  });
  const event = (_: unknown, position: number): TimelineEvent => ({
    id: `event-${position + 1}`,
    title: oneOf(SUBJECTS, random) + oneOf(MANNERS, random) + oneOf(TAILS, random),
    date: syntheticDate(random),
    lane: oneOf(lanes, random).id,
    ...(random() < 0.5 ? { place: oneOf(PLACES, random) } : {}),
    participants: [],
    evidence: [oneOf(evidence, random)],
    dating: DATING,
    sources: [],
  });
  return {
    format: 'dateline',
    version: 2,
    title: `Synthetic: ${count} events`,
    articles: [{ id: 'synthetic', title: 'Synthetic', publisher: 'Dateline', text: TEXT, hidden: [] }],
    lanes,
    events: Array.from({ length: count }, event),
    notes: [],
    proposals: [],
  };
}

function syntheticDate(random: () => number): string {
  const first = Math.floor(random() * DAYS);
  const day = (number: number) => new Date(FIRST_DAY + number * DAY).toISOString().slice(0, 10);
  const kind = random();
  if (kind < 0.1) {
    // From two days to more than a year, short ones as often as long ones.
    const length = Math.floor(2 ** (1 + random() * 7.6));
    return `${day(first)}/${day(Math.min(first + length - 1, DAYS - 1))}`;
  }
  const written = kind < 0.14 ? day(first).slice(0, 4) : kind < 0.2 ? day(first).slice(0, 7) : day(first);
  const doubt = random();
  return written + (doubt < 0.05 ? '?' : doubt < 0.1 ? '~' : '');
}

/** One of several equally likely values; throws if there is none. */
export function oneOf<Value>(values: readonly Value[], random: () => number): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('There is nothing to choose from.');
  return value;
}

/** Numbers from 0 up to 1, the same for the same seed: the generator “mulberry32” by Tommy Ettinger. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
