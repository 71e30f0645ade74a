// Keeps the list of recent documents in the settings, and the system's own list where Electron supports it.
import { app } from 'electron';
import { recentLabels, withoutRecent, withRecent } from './recent.ts';
import type { Handlers } from '../safety/ipc.ts';
import type { SettingsFile } from '../system/settings.ts';

/** The recent documents. */
export interface RecentDocuments {
  /** Absolute paths, the newest first. */
  readonly list: () => readonly string[];
  readonly add: (path: string) => void;
  /** Removes a document from the list; returns whether it was listed. */
  readonly remove: (path: string) => boolean;
  readonly clear: () => void;
}

/** @param changed called when the list changes. */
export function setupRecentDocuments(settings: SettingsFile, changed: () => void): RecentDocuments {
  const list = (): readonly string[] => settings.current().recent ?? [];

  function change(recent: readonly string[]): void {
    if (recent.length === list().length && recent.every((path, place) => path === list()[place])) return;
    settings.change({ recent });
    changed();
  }

  return {
    list,
    add: (path) => {
      change(withRecent(list(), path));
      // Electron does nothing here on Linux.
      app.addRecentDocument(path);
    },
    remove: (path) => {
      const known = list().includes(path);
      change(withoutRecent(list(), path));
      return known;
    },
    clear: () => {
      change([]);
      app.clearRecentDocuments();
    },
  };
}

/** Handlers of the channels about recent documents. @param open queues a document by its absolute path. */
export function recentHandlers(
  { list }: RecentDocuments,
  open: (path: string) => void,
): Pick<Handlers, 'recentDocuments' | 'openRecent'> {
  return {
    recentDocuments: () => recentLabels(list(), process.platform),
    openRecent: (label) => {
      const paths = list();
      const path = paths[recentLabels(paths, process.platform).indexOf(label)];
      if (path !== undefined) open(path);
      return null;
    },
  };
}
