// A bridge that answers from a file: stands in for the preload's `window.api` where a plain browser shows the pages.
import { basename } from 'node:path';
import type { Page } from '@playwright/test';
import { openDocument } from '../src/main/document/open.ts';
import { packDocument } from '../src/shared/document/packed.ts';
import { CHANNEL_NAMES, type Contract, type Start } from '../src/shared/ipc.ts';
import { DEFAULT_PANEL } from '../src/shared/panel.ts';

/** What the bridge answers; it refuses all other calls. */
type Answers = { readonly [Name in keyof Contract]?: ReturnType<Contract[Name]> };

/** What the page learns of a document as it starts, just as main says it. Throws if the document cannot be opened. */
async function startWith(path: string, bundled: boolean): Promise<Start> {
  const opened = await openDocument(path, bundled);
  if (!opened.ok) throw new Error(opened.failure.message);
  const packed = packDocument(opened.value.document);
  if (!packed.ok) throw new Error(packed.failure.message);
  return {
    document: { ok: true, value: { fileName: basename(path), bundled, document: packed.value } },
    place: null,
    message: null,
    panel: DEFAULT_PANEL,
  };
}

/**
 * Gives every page that opens here the bridge. Throws if the document cannot be opened.
 *
 * @param path absolute, of the document that the page opens with.
 * @param bundled whether that is the article that comes with the app.
 */
export async function layBridge(page: Page, path: string, bundled: boolean): Promise<void> {
  const answers: Answers = {
    loadDocument: await startWith(path, bundled),
    lastFigure: null,
    keepPlace: null,
    rememberPanel: null,
  };
  // Runs in the page, before its own scripts. It names no function, for which the compiler would need a helper there.
  await page.addInitScript(
    ({ names, answers: known }) => {
      Reflect.set(
        globalThis,
        'api',
        Object.fromEntries([
          ...names.map((name) => [
            name,
            () =>
              name in known
                ? Promise.resolve(Reflect.get(known, name))
                : Promise.reject(new Error(`This bridge does not answer “${name}”.`)),
          ]),
          ['on', () => () => undefined],
        ]),
      );
    },
    { names: CHANNEL_NAMES, answers },
  );
}
