// The layout of the panel beside the timeline, which main saves, and whether the panel is shown.
import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { DEFAULT_PANEL, type PanelLayout } from '../../shared/panel.ts';
import { api } from '../api.ts';
import { isSelecting } from './selection.ts';
import { currentView, viewState, withView } from './view.ts';

const layout = signal<PanelLayout>(DEFAULT_PANEL);

/** The layout of the panel. */
export const panel: ReadonlySignal<PanelLayout> = layout;

/** Changes the layout without saving it. */
export function layOutPanel(part: Partial<PanelLayout>): void {
  layout.value = { ...layout.value, ...part };
}

/** Saves the layout for the next launch. */
export function rememberPanel(): void {
  void api.rememberPanel(layout.value);
}

/** Whether the reader asked for the panel while it was still empty. */
const wanted = viewState(false);

/** Whether the panel has contents: articles or notes at once, otherwise from the first selection on. */
const isFilled = computed<boolean>(() => {
  const { articles = [], notes = [] } = currentView.value?.opened.document ?? {};
  return articles.length > 0 || notes.length > 0 || wanted.current.value;
});

// Once shown it stays, so that the timeline does not jump with each selection.
effect(() => {
  if (isSelecting.value) wanted.set(true);
});

/** Whether the panel is shown: the reader has not hidden it, and it has contents. */
export const panelIsShown = computed<boolean>(() => !layout.value.folded && isFilled.value);

/** Whether the panel can be shown: not if the document has neither events nor anything to read. */
export const panelIsThere = computed<boolean>(
  () => currentView.value !== null && (isFilled.value || currentView.value.opened.document.events.count > 0),
);

/** Hides the panel, or shows it. */
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
