// How the panel beside the timeline is laid out; main remembers it for the next launch.
import { signal, type ReadonlySignal } from '@preact/signals';
import { DEFAULT_PANEL, type PanelLayout } from '../../shared/panel.ts';
import { api } from '../api.ts';
import { withView } from './view.ts';

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

/** Hides the panel, or shows it again. */
export function togglePanel(): void {
  withView(() => {
    layOutPanel({ folded: !layout.value.folded });
    rememberPanel();
  });
}
