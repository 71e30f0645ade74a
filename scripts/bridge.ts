// A bridge that answers from a file: stands in for the preload's `window.api` where a plain browser shows the pages.
import { basename } from 'node:path';
import type { Page } from '@playwright/test';
import { openDocument } from '../src/main/document/open.ts';
import { toCross } from '../src/shared/document/crossing.ts';
import { emptyHistory } from '../src/shared/document/edit/history.ts';
import { gathered } from '../src/shared/document/gather.ts';
import { tableOf } from '../src/shared/document/table.ts';
import { CHANNEL_NAMES, type Contract, type Start } from '../src/shared/ipc.ts';
import { DEFAULT_PANEL } from '../src/shared/panel.ts';

/** What the bridge answers; it refuses all other calls. */
type Answers = { readonly [Name in keyof Contract]?: ReturnType<Contract[Name]> };

/** A typed array as text, since what a script is given crosses to its page as JSON. */
interface ArrayAsText {
  /** Of the column. */
  readonly name: string;
  /** Of the array's constructor. */
  readonly type: string;
  readonly base64: string;
}

/**
 * What the page learns of a document as it starts, just as main says it, but with empty columns, and these beside it.
 * Throws if the document cannot be opened.
 */
async function startWith(path: string, bundled: boolean): Promise<{ start: Start; arrays: ArrayAsText[] }> {
  const opened = await openDocument(path, bundled);
  if (!opened.ok) throw new Error(opened.failure.message);
  const contents = toCross(opened.value.document);
  if (!contents.ok) throw new Error(contents.failure.message);
  const { head, columns } = contents.value;
  const document = { head, columns: gathered(tableOf([], []).columns) };
  return {
    start: {
      document: {
        ok: true,
        value: {
          fileName: basename(path),
          untitled: false,
          bundled,
          document,
          history: emptyHistory(true),
          serial: 1,
        },
      },
      place: null,
      message: null,
      panel: DEFAULT_PANEL,
    },
    arrays: Object.entries<NodeJS.TypedArray | ReadonlyMap<number, Uint8Array> | undefined>({
      ...columns,
    }).flatMap(([name, column]) => (ArrayBuffer.isView(column) ? [{ name, ...asText(column) }] : [])),
  };
}

function asText({
  buffer,
  byteOffset,
  byteLength,
  constructor,
}: NodeJS.TypedArray): Omit<ArrayAsText, 'name'> {
  return { type: constructor.name, base64: Buffer.from(buffer, byteOffset, byteLength).toString('base64') };
}

/**
 * Gives every page that opens here the bridge. Throws if the document cannot be opened.
 *
 * @param path absolute, of the document that the page opens with.
 * @param bundled whether that is the article that comes with the app.
 */
export async function layBridge(page: Page, path: string, bundled: boolean): Promise<void> {
  const { start, arrays } = await startWith(path, bundled);
  const answers: Answers = {
    loadDocument: start,
    lastFigure: null,
    keepPlace: null,
    keepMenu: null,
    leftChanges: [],
    recentDocuments: [],
    rememberPanel: null,
  };
  // Runs in the page, before its own scripts. It names no function, for which the compiler would need a helper there.
  await page.addInitScript(
    ({ names, answers: known, columns }) => {
      const sent = known.loadDocument?.document;
      for (const { name, type, base64 } of sent?.ok === true ? columns : []) {
        const { buffer } = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const array: unknown = Reflect.get(globalThis, type);
        if (sent?.ok === true && typeof array === 'function')
          Reflect.set(sent.value.document.columns, name, Reflect.construct(array, [buffer]));
      }
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
    { names: CHANNEL_NAMES, answers, columns: arrays },
  );
}
