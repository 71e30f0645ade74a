// How the panel beside the timeline is laid out, which main remembers for the next launch, and whether it is shown.
import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { isEmpty } from '../../shared/document/document.ts';
import { DEFAULT_PANEL, type PanelLayout } from '../../shared/panel.ts';
import { api } from '../api.ts';
import { isSelecting } from './selection.ts';
import { currentView, viewState, withView } from './view.ts';

const layout = signal<PanelLayout>(DEFAULT_PANEL);

/** How the panel is laid out. */
export const panel: ReadonlySignal<PanelLayout> = layout;

/** Changes the layout for as long as the window is open. */
export function layOutPanel(part: Partial<PanelLayout>): void {
  layout.value = { ...layout.value, ...part };
}

/** Keeps the layout for the next launch. */
export function rememberPanel(): void {
  void api.rememberPanel(layout.value);
}

/** Whether the panel was wanted although nothing stood in it at first. */
const wanted = viewState(false);

/** Whether there is something for the panel to show: articles or notes at once, else from the first selection on. */
const isFilled = computed<boolean>(() => {
  const { articles = [], notes = [] } = currentView.value?.opened.document ?? {};
  return articles.length > 0 || notes.length > 0 || wanted.current.value;
});

// It stays once it has come, so that the timeline does not jump with each selection.
effect(() => {
  if (isSelecting.value) wanted.set(true);
});

/** Whether the panel stands beside the timeline: the reader has not hidden it, and there is something in it. */
export const panelIsShown = computed<boolean>(() => !layout.value.folded && isFilled.value);

/** Whether the panel can be shown: not where the document has neither events nor anything to read. */
export const panelIsThere = computed<boolean>(
  () => currentView.value !== null && (isFilled.value || !isEmpty(currentView.value.opened.document)),
);

/** Hides the panel, or shows it again. */
export function togglePanel(): void {
  withView(() => {
    if (!panelIsThere.value) return;
    const folded = panelIsShown.value;
    if (!folded) wanted.set(true);
    if (layout.value.folded === folded) return;
    layOutPanel({ folded });
    rememberPanel();
  });
}
