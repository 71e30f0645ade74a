// Merges documents: lanes with the same title become one, and an id that two of them use gets a number.
import { freeIdOf } from '../document/free-id.ts';
import { LIMITS } from '../document/limits.ts';
import type { Article, KeptProposal, Lane, Note } from '../document/document.ts';
import type { TimelineEvent } from '../document/event.ts';
import { excerpt } from '../excerpt.ts';
import type { Draft } from './format.ts';
import { counted } from './losses.ts';

/** Keeps ids that are free, and puts a number behind those that are taken. */
function freshIds(): (id: string) => string {
  const taken = new Set<string>();
  const counters = new Map<string, number>();
  return (id) => {
    const free = freeIdOf(id, (one) => taken.has(one), counters);
    taken.add(free);
    return free;
  };
}

/**
 * One document of several, in their order. The first gives title, subtitle and author. Of lanes beyond what a document
 * holds, events go to the last.
 *
 * @param onChange hears what of a draft was changed or left out, with its place from 0: a sentence without a full stop.
 */
export function mergeDrafts(
  drafts: readonly Draft[],
  onChange: (place: number, reason: string) => void = () => undefined,
): Draft {
  const [first, ...others] = drafts;
  if (first === undefined)
    return { title: 'Imported events', articles: [], lanes: [], events: [], notes: [] };
  if (others.length === 0) return first;
  const [eventId, laneId, articleId] = [freshIds(), freshIds(), freshIds()];
  const lanes = new Map<string, Lane>();
  const events: TimelineEvent[] = [];
  const articles: Article[] = [];
  const notes: Note[] = [];
  const proposals: KeptProposal[] = [];
  for (const [place, draft] of drafts.entries()) {
    for (const name of ['subtitle', 'author'] as const)
      if (draft[name] !== undefined && draft[name] !== first[name])
        onChange(place, `The ${name} ${excerpt(draft[name])} was left out; that of the first file counts`);
    const ownLanes = new Map<string, string>();
    let [moved, recoloured] = [0, 0];
    for (const lane of draft.lanes) {
      const alike = lanes.get(lane.title);
      const last = lanes.size >= LIMITS.lanes ? [...lanes.values()].at(-1) : undefined;
      const known = alike ?? last;
      if (alike === undefined && last !== undefined) moved += 1;
      if (alike !== undefined && lane.colour !== undefined && lane.colour !== alike.colour) recoloured += 1;
      const kept = known ?? { ...lane, id: laneId(lane.id) };
      if (known === undefined) lanes.set(lane.title, kept);
      ownLanes.set(lane.id, kept.id);
    }
    if (recoloured > 0)
      onChange(place, `The colours of ${counted(recoloured, 'lane')} are those of an earlier file`);
    if (moved > 0)
      onChange(
        place,
        `A document holds ${LIMITS.lanes} lanes: the events of ${counted(moved, 'more lane')} went to ${excerpt([...lanes.keys()].at(-1) ?? '')}`,
      );
    const ownArticles = new Map<string, string>();
    for (const article of draft.articles) {
      const id = articleId(article.id);
      ownArticles.set(article.id, id);
      articles.push({ ...article, id });
    }
    const ownEvents = new Map<string, string>();
    let renamed = 0;
    for (const event of draft.events) {
      const id = eventId(event.id);
      ownEvents.set(event.id, id);
      if (id !== event.id) renamed += 1;
      events.push({
        ...event,
        id,
        lane: ownLanes.get(event.lane) ?? event.lane,
        evidence: event.evidence.map((one) => ({
          ...one,
          article: ownArticles.get(one.article) ?? one.article,
        })),
      });
    }
    if (renamed > 0)
      onChange(place, `Ids that an earlier file has too were changed in ${counted(renamed, 'event')}`);
    for (const note of draft.notes)
      notes.push({
        ...note,
        ...(note.article !== undefined && { article: ownArticles.get(note.article) ?? note.article }),
        events: note.events.map((id) => ownEvents.get(id) ?? id),
      });
    for (const proposal of draft.proposals ?? [])
      proposals.push({
        ...proposal,
        article: ownArticles.get(proposal.article) ?? proposal.article,
        ...(proposal.event !== undefined && { event: ownEvents.get(proposal.event) ?? proposal.event }),
        ...(proposal.apart !== undefined && { apart: proposal.apart.map((id) => ownArticles.get(id) ?? id) }),
      });
  }
  return {
    ...first,
    articles,
    lanes: [...lanes.values()],
    events,
    notes,
    ...(proposals.length > 0 && { proposals }),
  };
}
