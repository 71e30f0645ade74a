// Puts an import into the open document, once the reader has decided about the events that may be there already.
import { signal, type ReadonlySignal } from '@preact/signals';
import type { PlacedDocument } from '../../shared/document/document.ts';
import type { FileReport } from '../../shared/formats/format.ts';
import { importEdit, type DecidedTwin, type TwinDecision } from '../../shared/formats/import-edit.ts';
import { findTwins, type TwinKind } from '../../shared/formats/twins.ts';
import { isolate } from '../../shared/isolate.ts';
import { editInSlices, workOut } from '../document/large-edit.ts';
import { closeDialog, openDialog } from '../parts/dialogs.ts';
import { fail } from '../parts/notices.ts';
import { showAll } from '../view/moving.ts';
import { undoButton } from '../view/undoing.ts';
import { tellImported } from './reports.ts';

/** What was read of a file. */
export interface Imported extends FileReport {
  readonly document: PlacedDocument;
}

/** An import with events that may be in the document already. */
export interface Pairing {
  readonly given: Imported;
  readonly twins: readonly DecidedTwin[];
}

const state = signal<Pairing | null>(null);

/** What the reader decides about, or `null`. */
export const pairing: ReadonlySignal<Pairing | null> = state;

/** What is offered first: of one event nothing is lost by merging, and titles that are only alike may be of two. */
const USUAL: Readonly<Record<TwinKind, TwinDecision>> = { id: 'merge', title: 'merge', like: 'both' };

/** Puts an import into the open document; asks first where it has some of its events already. */
export async function putIn(given: Imported): Promise<void> {
  const twins = await workOut(`Comparing “${isolate(given.fileName)}” with this timeline`, (document) =>
    findTwins(document, given.document.events),
  );
  if (twins === null) return;
  if (twins.length === 0) {
    await apply(given, []);
    return;
  }
  state.value = { given, twins: twins.map((twin) => ({ ...twin, decision: USUAL[twin.kind] })) };
  openDialog('import-twins');
}

/** Decides about some twins. */
export function decide(which: (twin: DecidedTwin) => boolean, decision: TwinDecision): void {
  const now = state.peek();
  if (now === null) return;
  state.value = { ...now, twins: now.twins.map((twin) => (which(twin) ? { ...twin, decision } : twin)) };
}

/** Imports as it was decided. */
export function importDecided(): void {
  const now = state.peek();
  closeDialog();
  if (now !== null) void apply(now.given, now.twins);
}

/** Forgets what was to be decided. */
export function endPairing(): void {
  state.value = null;
}

async function apply(given: Imported, twins: readonly DecidedTwin[]): Promise<void> {
  const { fileName, document: imported, report } = given;
  const made = await editInSlices(
    `Importing “${isolate(fileName)}”`,
    (document) => importEdit(document, imported, twins, fileName),
    { then: showAll },
  );
  if (made === null) return;
  const { planned } = made;
  if (!planned.ok) {
    fail(planned.failure);
    return;
  }
  void tellImported({ fileName, report }, planned.value, undoButton());
}
