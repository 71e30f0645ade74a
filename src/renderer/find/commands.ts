// The search: its field, what it finds, and the way from one match to the next.
import { batch, computed } from '@preact/signals';
import { announce } from '../parts/announcements.ts';
import { goToEvent, type Direction } from '../view/going.ts';
import { layOutPanel, panel } from '../view/panel.ts';
import { selection, showArticle, standingAt } from '../view/selection.ts';
import { currentView, viewState, withView, type View } from '../view/view.ts';
import type { Found, Passage } from './finder.ts';

/** A search while its field is open. */
export interface Search {
  /** As it was typed. */
  readonly query: string;
  /** What was found last, perhaps by the query before; `null` where there is nothing to look for. */
  readonly found: Found | null;
  /** The passage that the reader went to last, or `null`. Selecting an event leaves it. */
  readonly visited: { readonly passage: number; readonly selection: readonly number[] } | null;
  /** Counts how often the field was to take the focus, which it does at every change. */
  readonly focus: number;
}

/** How long a query stands still before it is looked for, milliseconds: quick typing goes on within it. */
const FIND_DELAY = 120;

const state = viewState<Search | null>(null);

/** The search, or `null` where there is none. */
export const search = state.current;

/** What is found; `null` where nothing is looked for. */
export const found = computed<Found | null>(() => search.value?.found ?? null);

/** Number of the passage that the reader stands at, from 0; `null` at an event or none. */
export const passageNumber = computed<number | null>(() => {
  const visited = search.value?.visited ?? null;
  return visited !== null && visited.selection === selection.value ? visited.passage : null;
});

/** The passage that the reader stands at, or `null`. */
export const foundPassage = computed<Passage | null>(() =>
  passageNumber.value === null ? null : (found.value?.passages[passageNumber.value] ?? null),
);

let timer: ReturnType<typeof setTimeout> | undefined;

/** Opens the search field and moves the focus there. */
export function openFind(): void {
  const { query = '', found: before = null, visited = null, focus = 0 } = search.value ?? {};
  state.set({ query, found: before, visited, focus: focus + 1 });
}

/** Ends the search. */
export function closeFind(): void {
  clearTimeout(timer);
  state.set(null);
}

/**
 * Looks for a query once it stands still.
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

/** Looks for a name, such as a person’s or a place’s, in these very words. */
export async function findName(name: string): Promise<void> {
  const { queryFor } = await findTools();
  find(queryFor(name), 0);
}

/** Goes to the match after or before: the events in time, then the places in articles. */
export async function findOnwards(direction: Direction): Promise<void> {
  const view = currentView.value;
  if (view === null) return;
  const tools = await findTools();
  // The reader means what stands in the field, even where the search is not that far.
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
      // The event may be selected already, which going to it does not change.
      state.set({ ...now, visited: null });
      goToEvent(event);
    }
    announce(tools.matchInWords(matches, place, view.model.document));
  });
}

/** Loads what a search needs, with the first. */
function findTools() {
  return import('./tools.ts');
}

/** Looks for a query, unless that is done or the reader has typed on by then. */
async function lookFor(query: string, view: View): Promise<void> {
  const { finderFor, inSlices, foundInWords } = await findTools();
  const isWanted = () => search.value?.query === query && currentView.value === view;
  if (!isWanted() || search.value?.found?.query === query) return;
  const matches = await inSlices(finderFor(view.model).find(query), isWanted);
  if (matches === null || search.value === null || !isWanted()) return;
  state.set({ ...search.value, found: matches, visited: null });
  announce(foundInWords(matches));
}
