// The search: its field, its matches, and the way from one to the next.
import { batch, computed, effect } from '@preact/signals';
import type { PlacedDocument } from '../../shared/document/document.ts';
import { announce } from '../parts/announcements.ts';
import { goToEvent, type Direction } from '../view/going.ts';
import { layOutPanel, panel } from '../view/panel.ts';
import { selection, showArticle, standingAt } from '../view/selection.ts';
import { currentView, viewState, withView, type View } from '../view/view.ts';
import type { Found, Passage } from './finder.ts';

/** A search while its field is open. */
export interface Search {
  /** As typed. */
  readonly query: string;
  /** The last matches, perhaps of the query before; `null` if there is nothing to search for. */
  readonly found: Found | null;
  /** The passage that the reader went to last, or `null`. Selecting an event clears it. */
  readonly visited: { readonly passage: number; readonly selection: readonly number[] } | null;
  /** Counts requests for focus; the field takes the focus at every change. */
  readonly focus: number;
}

/** Milliseconds without a change before a query is searched for, so that quick typing goes on undisturbed. */
const FIND_DELAY = 120;

/** Milliseconds after which the reader is told how far the first search of a document is. */
const UNNOTICED = 500;

const state = viewState<Search | null>(null);

/** The search, or `null` if none is open. */
export const search = state.current;

/** The matches; `null` if nothing is searched for. */
export const found = computed<Found | null>(() => search.value?.found ?? null);

const reading = viewState<number | null>(null);

/** The share of a large document that the first search has read, 0 to 1; `null` if nobody has to wait for that. */
export const shareRead = reading.current;

/** Number of the passage that the reader is at, from 0; `null` at an event or none. */
export const passageNumber = computed<number | null>(() => {
  const visited = search.value?.visited ?? null;
  return visited !== null && visited.selection === selection.value ? visited.passage : null;
});

/** The passage that the reader is at, or `null`. */
export const foundPassage = computed<Passage | null>(() =>
  passageNumber.value === null ? null : (found.value?.passages[passageNumber.value] ?? null),
);

let timer: ReturnType<typeof setTimeout> | undefined;

/** Opens the search field and moves the focus there. */
export function openFind(): void {
  const { query = '', found: before = null, visited = null, focus = 0 } = search.value ?? {};
  state.set({ query, found: before, visited, focus: focus + 1 });
}

/** Closes the search. */
export function closeFind(): void {
  clearTimeout(timer);
  state.set(null);
}

/**
 * Searches for a query once it rests.
 *
 * @param delay milliseconds until then.
 */
export function find(query: string, delay = FIND_DELAY): void {
  withView((view) => {
    const { found: before = null, focus = 0 } = search.value ?? {};
    clearTimeout(timer);
    const isEmpty = query.trim() === '';
    state.set({ query, found: isEmpty ? null : before, visited: null, focus });
    if (!isEmpty) timer = setTimeout(() => void lookFor(query, view), delay);
  });
}

/** Searches for a name, such as a person’s or a place’s, word for word. */
export async function findName(name: string): Promise<void> {
  const { queryFor } = await findTools();
  find(queryFor(name), 0);
}

/** Goes to the next or previous match: first the events in time, then the passages in articles. */
export async function findOnwards(direction: Direction): Promise<void> {
  const view = currentView.value;
  if (view === null) return;
  const tools = await findTools();
  // The reader means what the field says, even if the search has not caught up.
  const query = search.value?.query ?? '';
  if (query.trim() === '') {
    openFind();
    return;
  }
  clearTimeout(timer);
  await lookFor(query, view);
  const now = search.value;
  if (now?.found === null || now?.query !== query) return;
  const { found: matches } = now;
  const standing = { event: standingAt.value, passage: passageNumber.value };
  const place = tools.nextPlace(matches, view.model, standing, direction);
  if (place === null) return;
  const event = matches.events[place];
  batch(() => {
    if (event === undefined) {
      const passage = place - matches.events.length;
      state.set({ ...now, visited: { passage, selection: selection.value } });
      showArticle(matches.passages[passage]?.article ?? null);
      if (panel.value.folded) layOutPanel({ folded: false });
    } else {
      // The event may already be selected, and going to it then changes nothing.
      state.set({ ...now, visited: null });
      goToEvent(event);
    }
    announce(tools.matchInWords(matches, place, view.model.document));
  });
}

/** The document, as it then was, in which matches were found. */
const searched = new WeakMap<Found, PlacedDocument>();

/** Searches again whenever the document was edited. */
export function watchEdits(): void {
  effect(() => {
    const view = currentView.value;
    const query = search.peek()?.query ?? '';
    // Reads the document, so that an edit brings this about again.
    if (view === null || view.opened.document.events.count === 0 || query.trim() === '') return;
    clearTimeout(timer);
    timer = setTimeout(() => void lookFor(query, view), FIND_DELAY);
  });
}

/** Loads the search with its first use. */
function findTools() {
  return import('./tools.ts');
}

/** Searches for a query, unless that is done or the reader has typed on in the meantime. */
async function lookFor(query: string, view: View): Promise<void> {
  const { finderFor, inSlices, foundInWords } = await findTools();
  const { document } = view.opened;
  const isWanted = () =>
    search.value?.query === query && currentView.value === view && view.opened.document === document;
  if (!isWanted() || (search.value?.found?.query === query && searched.get(search.value.found) === document))
    return;
  const finder = finderFor(view.model);
  const noticed = performance.now() + UNNOTICED;
  const goesOn = () => {
    const isLong = isWanted() && finder.share() < 1 && performance.now() > noticed;
    // A hundredth each, so that no slice draws in vain.
    reading.set(isLong ? Math.floor(100 * finder.share()) / 100 : null);
    return isWanted();
  };
  const matches = await inSlices(finder.find(query), goesOn);
  reading.set(null);
  if (matches === null || search.value === null || !isWanted()) return;
  searched.set(matches, document);
  state.set({ ...search.value, found: matches, visited: null });
  announce(foundInWords(matches));
}
