// Merges documents: lanes with the same title become one, and an id that two of them use gets a number.
import { freeIdOf } from '../document/free-id.ts';
import { LIMITS } from '../document/limits.ts';
import type { Article, KeptProposal, Lane, Note } from '../document/document.ts';
import type { TimelineEvent } from '../document/event.ts';
import type { Draft } from './format.ts';

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
 */
export function mergeDrafts(drafts: readonly Draft[]): Draft {
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
  for (const draft of drafts) {
    const ownLanes = new Map<string, string>();
    for (const lane of draft.lanes) {
      const known =
        lanes.get(lane.title) ?? (lanes.size >= LIMITS.lanes ? [...lanes.values()].at(-1) : undefined);
      const kept = known ?? { ...lane, id: laneId(lane.id) };
      if (known === undefined) lanes.set(lane.title, kept);
      ownLanes.set(lane.id, kept.id);
    }
    const ownArticles = new Map<string, string>();
    for (const article of draft.articles) {
      const id = articleId(article.id);
      ownArticles.set(article.id, id);
      articles.push({ ...article, id });
    }
    const ownEvents = new Map<string, string>();
    for (const event of draft.events) {
      const id = eventId(event.id);
      ownEvents.set(event.id, id);
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
