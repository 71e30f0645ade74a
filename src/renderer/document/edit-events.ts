// Edits events that may be many: a few at once, more in slices, with progress and a way to cancel.
import type { PlacedDocument } from '../../shared/document/document.ts';
import type { Edit } from '../../shared/document/edit/change.ts';
import { eventsInWords } from '../../shared/document/event-label.ts';
import { success, type Result } from '../../shared/result.ts';
import { atOnce } from '../../shared/slices.ts';
import { withView } from '../view/view.ts';
import { edit } from './edit.ts';

/** Events that take no longer than a frame or two. */
const MOST_AT_ONCE = 1_000;

/** An edit of events. */
export interface EventsEdit {
  /** How many events there are. */
  readonly count: number;
  /** What is done to them, for the progress: “Deleting”. */
  readonly verb: string;
  /** Makes the edit of a document, or none if nothing changes; yields how much is done, from 0 to 1. */
  readonly plan: (document: PlacedDocument) => Generator<number, Edit | null>;
  /** Where the reader is then; left out, where they were. */
  readonly after?: { readonly selected: string | null } | undefined;
  /** Called once it is done. @param isMade whether there was anything to do. */
  readonly done?: (isMade: boolean) => void;
}

/** Edits events. If they are many, they have changed by the time that `done` is called, unless the reader cancels. */
export function editEvents({ count, verb, plan, after, done = () => undefined }: EventsEdit): void {
  if (count <= MOST_AT_ONCE) {
    withView(({ opened }) => {
      done(edit(atOnce(plan(opened.document)), after));
    });
    return;
  }
  void inSlices();

  async function inSlices(): Promise<void> {
    const { editInSlices } = await import('./large-edit.ts');
    function* planned(document: PlacedDocument): Generator<number, Result<{ readonly edit: Edit }>> {
      return success({ edit: (yield* plan(document)) ?? NOTHING });
    }
    const made = await editInSlices(`${verb} ${eventsInWords(count)}`, planned, { after });
    if (made !== null) done(made.isMade);
  }
}

const NOTHING: Edit = { name: '', changes: [] };
