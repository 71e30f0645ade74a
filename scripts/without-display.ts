// Shows the app without a display: opens its window on an invisible one, and prints its contents.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openDocument } from '../src/main/document/open.ts';
import type { PlacedDocument } from '../src/shared/document/document.ts';
import type { Api } from '../src/shared/ipc.ts';
import type { Result } from '../src/shared/result.ts';
import { withDisplay } from './display.ts';
import { launchArguments, QUIET } from './launch.ts';
import { atExit, exitCode, projectFolder, takeSignals } from './processes.ts';
import { LOOK_INTO, startProgram } from './program.ts';
import { describeFailure } from './runtime/prepare.ts';
import { withStage } from './runtime/stage.ts';
import { documentLines } from './start-words.ts';

/** What to show, and how. */
export interface Showing {
  /** Absolute path of Electron. */
  readonly electron: string;
  /** The app's arguments, such as a document. */
  readonly own: readonly string[];
  /** Absolute path of the document among them, if any. */
  readonly document: string | undefined;
  /** The app's working folder, which also gets the picture. */
  readonly folder: string;
  /** Whether the window stays open until a signal arrives. */
  readonly stay: boolean;
}

/** The bridge, in the page. */
declare const api: Api;

/** Milliseconds that the page may take for one step: the largest documents take minutes. */
const PATIENCE = 10 * 60_000;

/** The most pictures to take until two are the same. */
const MOST_PICTURES = 20;

/**
 * Opens the window, saves a picture of it and prints the document's events.
 *
 * @returns the exit code: 0, also after the Ctrl+C that `stay` waits for; 2 if the document cannot be opened; 128 + the
 *   number of a signal that arrived before. Throws if the window does not open or the picture cannot be written.
 */
export function showWithoutDisplay({ electron, own, document, folder, stay }: Showing): Promise<number> {
  // With a profile of its own: an invisible window must not change the saved settings.
  return withStage(join(projectFolder, 'node_modules/.cache/without-display'), (profile) =>
    withDisplay(async (env) => {
      const display = env['DISPLAY'] ?? '';
      console.log(`There is no display here: opening the window on a virtual one, ${display}`);
      const program = startProgram(
        electron,
        [...launchArguments(), ...[QUIET, `--user-data-dir=${profile}`, LOOK_INTO], projectFolder, ...own],
        { cwd: folder, env, stdout: 'inherit' },
      );
      const release = atExit(program.kill);
      let received: NodeJS.Signals | undefined;
      const ignore = takeSignals((signal) => {
        received = signal;
        void program.close();
      });
      try {
        const page = await program.page();
        if (page === undefined) throw new Error(`It ended before it had a window. ${program.complaints()}`);
        page.setDefaultTimeout(PATIENCE);
        const opened = await openedIn(page, document ?? join(projectFolder, 'resources/article.dateline'));
        if (!opened.ok) {
          console.error(describeFailure(opened.failure));
          return 2;
        }
        const picture = join(folder, 'dateline-window.png');
        console.log(
          [
            '',
            ...documentLines({ title: opened.value.title, events: [...opened.value.events.placed()] }),
            '',
          ].join('\n'),
        );
        await writeFile(picture, await pictureOf(page, opened.value));
        console.log(`The window as it stands: ${picture}`);
        console.log(
          'Run `npm start` where there is a display to use it there, and `npm run export -- --export figure.png` to write a figure.',
        );
        if (!stay) return 0;
        console.log(`The window stays open on display ${display}; Ctrl+C closes it.`);
        const code = await program.ended;
        return received === undefined ? code : received === 'SIGINT' ? 0 : exitCode(null, received);
      } catch (error) {
        if (received === undefined) throw error;
        return exitCode(null, received);
      } finally {
        await program.close();
        ignore();
        release();
      }
    }),
  );
}

/**
 * The document of the page as soon as it appears, or why there is none. It is read again: a large one does not fit through
 * the line to the page.
 *
 * @param path absolute.
 */
async function openedIn(page: Page, path: string): Promise<Result<PlacedDocument>> {
  await page.getByRole('main').waitFor();
  const shown = await page.evaluate(async () => {
    const { document: opened } = await api.loadDocument();
    return opened.ok ? null : opened;
  });
  if (shown !== null) return shown;
  const read = await openDocument(path, false);
  return read.ok ? { ok: true, value: read.value.document } : read;
}

/** A PNG of the page once its events are painted and nothing moves any more. */
async function pictureOf(page: Page, { events }: PlacedDocument): Promise<Buffer> {
  if (events.dated > 0) await page.locator('.timeline[data-window]').waitFor();
  let last = await page.screenshot();
  for (let taken = 1; taken < MOST_PICTURES; taken += 1) {
    const next = await page.screenshot();
    if (next.equals(last)) break;
    last = next;
  }
  return last;
}
