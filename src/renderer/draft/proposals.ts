// Drafts the proposals of a text, or looks at it first, in a worker, off the page's thread.
import type { Proposal } from '../../shared/drafting/propose.ts';
import type { Setting } from '../../shared/drafting/tag.ts';
import { endProgress, showProgress } from '../parts/notices.ts';
import type { Asked, FirstGlance, Told } from './messages.ts';

/** Milliseconds before the reader sees that it takes a while. */
const UNNOTICED = 500;

/** Cancels the drafting that is under way. */
let cancelLast = (): void => undefined;

/**
 * The proposals of a text, in its order; `null` if the reader cancelled, or had another text drafted meanwhile. Throws what
 * the worker throws.
 */
export async function proposalsOf(text: string, setting: Setting): Promise<readonly Proposal[] | null> {
  cancelLast();
  const begun = performance.now();
  const isLong = (): boolean => performance.now() - begun >= UNNOTICED;
  const { answer, cancel } = ask({ kind: 'draft', text, setting }, (share) => {
    if (isLong()) showProgress(`Drafting events: ${Math.round(100 * share)} % of the article read`, cancel);
  });
  cancelLast = cancel;
  const told = await answer.finally(() => {
    if (isLong()) endProgress();
  });
  return told?.kind === 'draft' ? told.proposals : null;
}

/** The same without progress, beside what else is drafted. */
export async function quietProposalsOf(text: string, setting: Setting): Promise<readonly Proposal[]> {
  const told = await ask({ kind: 'draft', text, setting }).answer;
  return told?.kind === 'draft' ? told.proposals : [];
}

/** A look at a text that is under way. */
export interface Looking {
  /** `null` if it was cancelled. */
  readonly glance: Promise<FirstGlance | null>;
  readonly cancel: () => void;
}

/** Looks at a text before it is drafted. */
export function glanceAt(asked: Omit<Extract<Asked, { kind: 'glance' }>, 'kind'>): Looking {
  const { answer, cancel } = ask({ kind: 'glance', ...asked });
  return { glance: answer.then((told) => (told?.kind === 'glance' ? told.glance : null)), cancel };
}

/** Asks a worker of its own, which ends with its answer. */
function ask(
  asked: Asked,
  tell: (share: number) => void = () => undefined,
): { readonly answer: Promise<Told | null>; readonly cancel: () => void } {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  let cancel = (): void => undefined;
  const answer = new Promise<Told | null>((resolve, reject) => {
    cancel = () => {
      resolve(null);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'share') tell(data.share);
      else resolve(data);
    });
    worker.addEventListener('error', ({ message }) => {
      reject(new Error(`The worker that drafts failed: ${message}`));
    });
    worker.postMessage(asked);
  }).finally(() => {
    worker.terminate();
  });
  return { answer, cancel };
}
