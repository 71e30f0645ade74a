// Imports for the window: reads a file of another program, and lets the page ask its reader what that leaves open.
import { basename } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { ImportChoice, ImportPreview } from '../../shared/formats/preview.ts';
import type { ImportAnswer, Notices } from '../../shared/ipc.ts';
import { isolate } from '../../shared/isolate.ts';
import { success, type Result } from '../../shared/result.ts';
import { contentsFor } from '../safety/columns.ts';
import type { Handlers } from '../safety/ipc.ts';
import { choosePath } from '../system/choose-path.ts';
import { folderNameOf } from '../system/file-name.ts';
import { systemCode } from '../system/system-code.ts';
import { writeFileWhole } from '../system/write-file.ts';
import type { ImportedDocument, ImportPlace } from './import.ts';
import type { ReadingContext } from './in-helper.ts';
import { readFailure } from './open.ts';
import type { RememberedMappings } from './remembered-mappings.ts';

/** What imports need from the rest of main. */
export interface ImportingContext {
  readonly mappings: RememberedMappings;
  /** The main window, which owns the dialogs. */
  readonly window: () => BrowserWindow;
  readonly notify: <Channel extends keyof Notices>(channel: Channel, payload: Notices[Channel]) => void;
}

/** Imports, and the handlers of their channels. */
export interface Importing {
  /**
   * Imports a file, or pasted text. What goes into the open document is passed on to the page.
   *
   * @returns fails like `importSource`; the system's errors are among the failures.
   */
  readonly read: (
    what: Imported,
    place: ImportPlace,
    reading: ReadingContext,
  ) => Promise<Result<ImportedDocument>>;
  /** Asks the reader for a file to import; its absolute path, or `null`. */
  readonly choose: () => Promise<string | null>;
  /** Ends the question that is open: the page that would have answered is gone. */
  readonly cancel: () => void;
  readonly handlers: Pick<Handlers, 'previewImport' | 'answerImport' | 'saveReport'>;
}

/** A file by its absolute path, or pasted text. */
export type Imported = { readonly path: string } | { readonly text: string };

/** The name of pasted text. */
export const CLIPBOARD = 'Clipboard';

/** The endings of other programs' files that the open dialogs offer first. */
export const FOREIGN_ENDINGS: readonly string[] = [
  'json',
  'csv',
  'tsv',
  'xlsx',
  'ics',
  'mw',
  'timeline',
  'jsonl',
];

/** The question that the page shows. */
interface Pending {
  readonly preview: (choice: ImportChoice) => Promise<Result<ImportPreview>>;
  readonly answer: (answer: ImportAnswer | null) => void;
}

/** Sets up imports. */
export function setupImporting({ mappings, window, notify }: ImportingContext): Importing {
  let pending: Pending | undefined;
  const answer = (given: ImportAnswer | null): void => {
    pending?.answer(given);
    pending = undefined;
  };

  return {
    async read(what, place, reading) {
      // All that reads files of other programs is loaded here.
      const [{ importSource }, { fileAt, textAs }] = await Promise.all([
        import('./import.ts'),
        import('./in-helper.ts'),
      ]);
      const source = 'path' in what ? fileAt(what.path) : textAs(CLIPBOARD, what.text);
      const fileName = source.name;
      try {
        const imported = await importSource(source, place, {
          ...reading,
          mappings,
          ask: (asking, preview) =>
            new Promise((resolve) => {
              answer(null);
              pending = { preview, answer: resolve };
              notify('askImport', { fileName, ...asking });
            }),
        });
        if (imported.ok && imported.value.where === 'open') {
          const { document, report } = imported.value;
          const contents = contentsFor('main', document);
          if (!contents.ok) return contents;
          notify('imported', { fileName, document: contents.value, report });
        }
        return imported;
      } catch (error) {
        const code = systemCode(error);
        if (code === 'UNKNOWN') throw error;
        return readFailure(code, 'path' in what ? what.path : CLIPBOARD);
      }
    },
    async choose() {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        title: 'Import into This Timeline',
        buttonLabel: 'Import',
        filters: [
          { name: 'Timelines and tables', extensions: [...FOREIGN_ENDINGS, 'dateline'] },
          { name: 'All files', extensions: ['*'] },
        ],
        properties: ['openFile'],
      });
      return filePaths[0] ?? null;
    },
    cancel: () => {
      answer(null);
    },
    handlers: {
      previewImport: async (choice) => (await pending?.preview(choice)) ?? null,
      answerImport: (given) => {
        answer(given);
        return null;
      },
      saveReport: async (title, text) => {
        const folders = [app.getPath('documents')];
        const chosen = await choosePath(
          { heading: 'Save Report', folders, title, kind: 'Text', ending: 'txt' },
          window(),
        );
        if (!chosen?.ok) return chosen;
        const path = chosen.value;
        const saved = await writeFileWhole(path, new TextEncoder().encode(text));
        return saved.ok
          ? success(`Saved “${isolate(basename(path))}” in ${isolate(folderNameOf(path))}.`)
          : saved;
      },
    },
  };
}
