// Makes a document of drafted articles: every event a proposal, tagged as such, with its quotes and the reason for its date.
import { FIRST_LANE } from '../document/edit/lanes.ts';
import type { TextRange } from '../document/event.ts';
import { LIMITS } from '../document/limits.ts';
import type { Article, KeptProposal } from '../document/document.ts';
import { PROPOSED } from '../document/proposed.ts';
import { draftedTitle } from '../document/reviewed.ts';
import type { TimelineEvent } from '../document/event.ts';
import type { Ground, Proposal } from '../drafting/propose.ts';
import type { Draft } from './format.ts';

/** An article and what was drafted of it. */
export interface DraftedArticle {
  /** What to call it, such as its file's name. */
  readonly name: string;
  /** What is known of it; empty where nothing is. */
  readonly title: string;
  readonly publisher: string;
  readonly address: string;
  readonly text: string;
  /** In EDTF. */
  readonly published: string | null;
  readonly proposals: readonly Proposal[];
}

const LANE = 'events';

/** How sure a date is that rests on this ground. */
const CONFIDENCE: Readonly<Record<Ground, 'high' | 'medium' | 'low'>> = {
  stated: 'high',
  publication: 'high',
  linked: 'medium',
  lead: 'low',
  undated: 'low',
};

/** The document of drafted articles; titles are cut at the length that documents allow. */
export function draftedDocument(drafted: readonly DraftedArticle[]): Draft {
  const articles = drafted.map(({ name, title, publisher, address, text, published }, number): Article => {
    return {
      id: `article-${number + 1}`,
      title: title === '' ? (titleIn(text) ?? name) : title,
      publisher: publisher === '' ? name : publisher,
      ...(address !== '' && { address }),
      text,
      hidden: [],
      ...(published !== null && { published }),
    };
  });
  const events = drafted.flatMap(({ text, proposals }, number) =>
    proposals.map((proposal, place) => eventOf(proposal, text, `article-${number + 1}`, place + 1)),
  );
  // Open, so that a review in the window confirms these events rather than adding others.
  const kept = drafted.flatMap(({ proposals }, number) =>
    proposals.map((proposal, place): KeptProposal => {
      const article = `article-${number + 1}`;
      const { start, end } = proposal.sentence;
      return { article, start, end, drafted: draftedTitle(proposal), event: `${article}-${place + 1}` };
    }),
  );
  return {
    title: articles[0]?.title ?? 'Draft',
    articles,
    lanes: [{ id: LANE, title: FIRST_LANE }],
    events,
    notes: [],
    proposals: kept,
  };
}

/** The first line of a text, where it can be a headline. */
function titleIn(text: string): string | null {
  const [first = ''] = text.trimStart().split('\n');
  const line = first.trim();
  return line === '' || line.length > LIMITS.line ? null : line;
}

/** The event of a proposal, tagged as one. @param number names it among those of the article, from 1. */
export function eventOf(proposal: Proposal, text: string, article: string, number: number): TimelineEvent {
  const { date, why, ground, doubtful, place, people, quotes } = proposal;
  return {
    id: `${article}-${number}`,
    title: draftedTitle(proposal),
    ...(date !== null && { date }),
    lane: LANE,
    ...(place !== null && { place: cut(place, LIMITS.line) }),
    tags: [PROPOSED],
    participants: people.map((name) => ({ name: cut(name, LIMITS.line) })),
    evidence: quotes.map((quote) => evidenceOf(quote, text, article)),
    dating: {
      kind: ground === 'stated' ? 'stated' : 'derived',
      confidence: doubtful ? 'low' : CONFIDENCE[ground],
      explanation: why,
    },
    sources: [],
  };
}

function evidenceOf(
  { start, end }: TextRange,
  text: string,
  article: string,
): TimelineEvent['evidence'][number] {
  const last = Math.min(end, start + LIMITS.passage);
  return { article, quote: text.slice(start, last), start, end: last };
}

function cut(words: string, length: number): string {
  return words.length <= length ? words : `${words.slice(0, length - 1)}…`;
}
