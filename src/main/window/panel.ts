// Saves the layout of the panel beside the timeline.
import { DEFAULT_PANEL, type PanelLayout } from '../../shared/panel.ts';
import type { Handlers } from '../safety/ipc.ts';
import type { SettingsFile } from '../system/settings.ts';

/** The layout, and the handler of its channel. */
export interface Panel {
  readonly current: () => PanelLayout;
  readonly handlers: Pick<Handlers, 'rememberPanel'>;
}

/** @param settings where the layout is saved. */
export function setupPanel(settings: SettingsFile): Panel {
  return {
    current: () => settings.current().panel ?? DEFAULT_PANEL,
    handlers: {
      rememberPanel: (panel) => {
        settings.change({ panel });
        return null;
      },
    },
  };
}
