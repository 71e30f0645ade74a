// Lists the earlier versions of the open document, opens them beside it, and restores them.
import { emptyHistory } from '../../shared/document/edit/history.ts';
import type { OpenedDocument } from '../../shared/ipc.ts';
import { failure, success, type Result } from '../../shared/result.ts';
import type { Handlers } from '../safety/ipc.ts';
import { compare } from './comparing.ts';
import type { Desk } from './desk.ts';
import type { Recovering } from './recovering.ts';
import type { Version, Versions } from './versions.ts';
import { untitledCopy } from './working-copy.ts';

/** What this needs from the rest of main. */
export interface EarlierContext {
  readonly desk: Desk;
  readonly versions: Versions | undefined;
  /** Reads the document at an absolute path. */
  readonly read: (path: string) => Promise<Result<OpenedDocument>>;
  /** Opens a document in the place of the one before; `null` if the reader stays with that. */
  readonly instead: <Answer>(work: () => Promise<Answer>) => Promise<Answer | null>;
  readonly recovering: Recovering;
}

/** Handlers of the channels about earlier versions and comparisons. */
export function setupEarlier({
  desk,
  versions,
  read,
  instead,
  recovering,
}: EarlierContext): Pick<Handlers, 'earlierVersions' | 'openVersion' | 'restoreVersion' | 'compareWith'> {
  async function listed(): Promise<readonly Version[]> {
    const copy = desk.current();
    if (versions === undefined || copy === undefined || copy.path === null) return [];
    return versions.of(copy.path);
  }

  /** The document of a version by its id, which comes from the page. */
  async function readVersion(id: string): Promise<Result<OpenedDocument>> {
    const version = (await listed()).find((one) => one.id === id);
    return version === undefined ? NO_VERSION : read(version.path);
  }

  async function other(id: string | null): Promise<Result<OpenedDocument>> {
    if (id !== null) return readVersion(id);
    const path = desk.current()?.path ?? null;
    return path === null ? NO_VERSION : read(path);
  }

  return {
    earlierVersions: async () =>
      (await listed()).map(({ id, at, kind, events, size }) => ({ id, at, kind, events, size })),
    openVersion: async (id) => {
      const version = await readVersion(id);
      if (!version.ok) return version;
      return instead(() => desk.put(untitledCopy(version.value.document, emptyHistory(true))));
    },
    restoreVersion: (id) =>
      desk.inTurn(async () => {
        const version = await readVersion(id);
        const copy = desk.current();
        if (!version.ok || copy === undefined) return version.ok ? NO_VERSION : version;
        const { editBetween } = await import('../../shared/document/edit/between.ts');
        return success(editBetween(copy.opened.document, version.value.document, 'Restore a version'));
      }),
    compareWith: (what) =>
      desk.inTurn(async () => {
        if (what.kind === 'left') {
          const compared = await recovering.compared(what.id);
          return compared.ok ? success(await compare(compared.value)) : compared;
        }
        const found = await other(what.kind === 'version' ? what.id : null);
        const copy = desk.current();
        if (!found.ok || copy === undefined) return found.ok ? NO_VERSION : found;
        return success(await compare({ before: found.value.document, after: copy.opened.document }));
      }),
  };
}

const NO_VERSION = failure('no-version', 'This version is not there any more.');
