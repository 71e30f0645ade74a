// Puts an import into the open document, once the reader has decided about the events that may be there already.
import { signal, type ReadonlySignal } from '@preact/signals';
import { importEdit, type DecidedTwin, type TwinDecision } from '../../shared/formats/import-edit.ts';
import { findTwins, type TwinKind } from '../../shared/formats/twins.ts';
import type { ImportedDraft } from '../../shared/ipc.ts';
import { closeEdit, edit } from '../document/edit.ts';
import { closeDialog, openDialog } from '../parts/dialogs.ts';
import { fail } from '../parts/notices.ts';
import { showAll } from '../view/moving.ts';
import { undoButton } from '../view/undoing.ts';
import { currentView } from '../view/view.ts';
import { tellImported } from './reports.ts';

/** An import with events that may be in the document already. */
export interface Pairing {
  readonly given: ImportedDraft;
  readonly twins: readonly DecidedTwin[];
}

const state = signal<Pairing | null>(null);

/** What the reader decides about, or `null`. */
export const pairing: ReadonlySignal<Pairing | null> = state;

/** What is offered first: of one event nothing is lost by merging, and titles that are only alike may be of two. */
const USUAL: Readonly<Record<TwinKind, TwinDecision>> = { id: 'merge', title: 'merge', like: 'both' };

/** Puts an import into the open document; asks first where it has some of its events already. */
export function putIn(given: ImportedDraft): void {
  const view = currentView.peek();
  if (view === null) return;
  const twins = findTwins(view.opened.document, given.draft.events);
  if (twins.length === 0) {
    apply(given, []);
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
  if (now !== null) apply(now.given, now.twins);
}

/** Forgets what was to be decided. */
export function endPairing(): void {
  state.value = null;
}

function apply({ fileName, draft, report }: ImportedDraft, twins: readonly DecidedTwin[]): void {
  const view = currentView.peek();
  if (view === null) return;
  const made = importEdit(view.opened.document, draft, twins, fileName);
  if (!made.ok) {
    fail(made.failure);
    return;
  }
  closeEdit();
  if (edit(made.value.edit)) showAll();
  void tellImported({ fileName, report }, made.value, undoButton());
}
