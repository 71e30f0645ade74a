// The edits of what readers made of proposals. Pure.
import type { KeptProposal, PlacedDocument } from '../document.ts';
import type { EntryChange } from './change.ts';
import { proposalJson } from './records.ts';

type Proposals = Pick<PlacedDocument, 'proposals'>;

/** What tells a proposal apart from all others: the sentence of the article, and the words drafted from it. */
export function keyOf({
  article,
  start,
  drafted,
}: Pick<KeptProposal, 'article' | 'start' | 'drafted'>): string {
  return `${article} ${start} ${drafted}`;
}

/**
 * The changes that keep what a reader made of some proposals, in the place of what was kept of them before. One in which
 * nothing is kept is forgotten.
 */
export function keepProposals({ proposals }: Proposals, made: readonly KeptProposal[]): EntryChange[] {
  const changes: EntryChange[] = [];
  const places = new Map(proposals.map((kept, at) => [keyOf(kept), at]));
  let count = proposals.length;
  const forgotten: number[] = [];
  for (const one of made) {
    const at = places.get(keyOf(one)) ?? -1;
    const before = proposals[at];
    const { decision, event, title, date, place, people, apart } = one;
    const isUntouched = [decision, event, title, date, place, people, apart].every(
      (field) => field === undefined,
    );
    if (before === undefined) {
      if (isUntouched) continue;
      changes.push({ kind: 'proposal', before: null, after: { at: count, json: proposalJson(one) } });
      count += 1;
    } else if (isUntouched) forgotten.push(at);
    else {
      const [json, after] = [proposalJson(before), proposalJson({ ...before, ...one })];
      if (json !== after)
        changes.push({ kind: 'proposal', before: { at, json }, after: { at, json: after } });
    }
  }
  // From the last to the first, so that none moves before it goes.
  for (const at of forgotten.sort((a, b) => b - a)) {
    const before = proposals[at];
    if (before !== undefined)
      changes.push({ kind: 'proposal', before: { at, json: proposalJson(before) }, after: null });
  }
  return changes;
}

/** The changes that turn each into what a function makes of it; `null` forgets it. */
export function proposalChanges(
  { proposals }: Proposals,
  change: (proposal: KeptProposal) => KeptProposal | null,
): EntryChange[] {
  const changes: EntryChange[] = [];
  // From the last to the first, so that none moves before it is changed.
  for (let at = proposals.length - 1; at >= 0; at -= 1) {
    const proposal = proposals[at];
    if (proposal === undefined) continue;
    const changed = change(proposal);
    const [before, after] = [proposalJson(proposal), changed === null ? null : proposalJson(changed)];
    if (before === after) continue;
    changes.push({
      kind: 'proposal',
      before: { at, json: before },
      after: after === null ? null : { at, json: after },
    });
  }
  return changes;
}
