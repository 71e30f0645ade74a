// Says what a format cannot hold of a document, before it is written.
import { domainOf } from '../hosts.ts';
import { grouped } from '../in-words.ts';
import type { Draft } from './format.ts';

/** Something that a document may have and a format may not hold. */
export type Feature =
  | 'title'
  | 'undated'
  | 'label'
  | 'description'
  | 'place'
  | 'participants'
  | 'tags'
  | 'importance'
  | 'evidence'
  | 'dating'
  | 'sources'
  | 'lanes'
  | 'colours'
  | 'subtitle'
  | 'author'
  | 'articles'
  | 'notes'
  | 'proposals'
  | 'ids'
  | 'source titles'
  | 'lane order'
  | 'empty lanes';

interface Loss {
  /** How many events, lanes or texts have it. */
  readonly count: (draft: Draft) => number;
  readonly words: (count: number) => string;
}

const events = (has: (event: Draft['events'][number]) => boolean) => (draft: Draft) =>
  draft.events.filter(has).length;

/** “1 event”, “1,200 events”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

const left = (what: string) => (count: number) => `${what} are left out, in ${counted(count, 'event')}`;

/** The lanes that events are in, in the order of these. */
function usedLanes({ events: all }: Draft): ReadonlySet<string> {
  return new Set(all.map(({ lane }) => lane));
}

const LOSSES: Readonly<Record<Feature, Loss>> = {
  title: { count: () => 1, words: () => 'The title of the document is left out' },
  undated: {
    count: events(({ date }) => date === undefined),
    words: (count) => `${counted(count, 'event')} without a date ${count === 1 ? 'is' : 'are'} left out`,
  },
  label: { count: events(({ label }) => label !== undefined), words: left('Shorter titles') },
  description: {
    count: events(({ description }) => description !== undefined),
    words: left('Descriptions'),
  },
  place: { count: events(({ place }) => place !== undefined), words: left('Places') },
  participants: {
    count: events(({ participants }) => participants.length > 0),
    words: left('Participants'),
  },
  tags: { count: events(({ tags }) => tags !== undefined && tags.length > 0), words: left('Tags') },
  importance: {
    count: events(({ importance }) => importance !== undefined),
    words: left('Degrees of importance'),
  },
  evidence: { count: events(({ evidence }) => evidence.length > 0), words: left('Quotes') },
  dating: {
    count: events(({ dating }) => dating !== undefined && dating.kind !== 'imported'),
    words: (count) => `How the date is known is left out, in ${counted(count, 'event')}`,
  },
  sources: { count: events(({ sources }) => sources.length > 0), words: left('Sources') },
  lanes: { count: ({ lanes }) => lanes.length - 1, words: () => 'The lanes are left out' },
  colours: {
    count: ({ lanes }) => lanes.filter(({ colour }) => colour !== undefined).length,
    words: (count) => `The colours of ${counted(count, 'lane')} are left out`,
  },
  subtitle: {
    count: ({ subtitle }) => (subtitle === undefined ? 0 : 1),
    words: () => 'The subtitle is left out',
  },
  author: { count: ({ author }) => (author === undefined ? 0 : 1), words: () => 'The author is left out' },
  articles: {
    count: ({ articles }) => articles.length,
    words: (count) => `The ${count === 1 ? 'article is' : `${grouped(count)} articles are`} left out`,
  },
  notes: {
    count: ({ notes }) => notes.length,
    words: (count) => `${counted(count, 'note')} ${count === 1 ? 'is' : 'are'} left out`,
  },
  proposals: {
    count: ({ proposals = [] }) => proposals.length,
    words: (count) => `${counted(count, 'proposal')} from articles ${count === 1 ? 'is' : 'are'} left out`,
  },
  ids: { count: ({ events: all }) => all.length, words: () => 'The ids of events are left out' },
  'source titles': {
    count: events(({ sources }) => sources.some(({ title, address }) => title !== domainOf(address))),
    words: left('The titles of sources'),
  },
  'lane order': {
    count: (draft) => {
      const used = usedLanes(draft);
      const inOrder = draft.lanes.map(({ id }) => id).filter((id) => used.has(id));
      return [...used].some((id, place) => id !== inOrder[place]) ? 1 : 0;
    },
    words: () => 'The order of the lanes is left out; they come back in that of their first events',
  },
  'empty lanes': {
    count: (draft) => draft.lanes.length - usedLanes(draft).size,
    words: (count) => `${counted(count, 'lane')} without events ${count === 1 ? 'is' : 'are'} left out`,
  },
};

/** Words for what a document has and a format does not hold. */
export function lossesOf(draft: Draft, held: readonly Feature[]): string[] {
  return FEATURES.flatMap((feature) => {
    if (held.includes(feature)) return [];
    const { count, words } = LOSSES[feature];
    const found = count(draft);
    return found > 0 ? [words(found)] : [];
  });
}

const FEATURES = Object.keys(LOSSES).filter((name): name is Feature => name in LOSSES);

/** Counts what a writer changes, and says it once. */
export interface LossCounter {
  readonly count: (key: string, words: (count: number) => string) => void;
  readonly list: () => string[];
}

/** Starts to count. */
export function countLosses(): LossCounter {
  const counts = new Map<string, { count: number; readonly words: (count: number) => string }>();
  return {
    count(key, words) {
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { count: 1, words });
      else known.count += 1;
    },
    list: () => [...counts.values()].map(({ count, words }) => words(count)),
  };
}
