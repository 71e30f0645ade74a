// Drafts the proposals of a text in a worker, off the page's thread, with progress and cancel.
import type { Proposal } from '../../shared/drafting/propose.ts';
import type { Setting } from '../../shared/drafting/tag.ts';
import { endProgress, showProgress } from '../parts/notices.ts';
import type { Asked, Told } from './messages.ts';

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
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const begun = performance.now();
  const isLong = (): boolean => performance.now() - begun >= UNNOTICED;
  try {
    return await new Promise((resolve, reject) => {
      const cancel = (): void => {
        resolve(null);
      };
      cancelLast = cancel;
      worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
        if (data.kind === 'done') resolve(data.proposals);
        else if (isLong())
          showProgress(`Drafting events: ${Math.round(100 * data.share)} % of the article read`, cancel);
      });
      worker.addEventListener('error', ({ message }) => {
        reject(new Error(`The worker that drafts failed: ${message}`));
      });
      const asked: Asked = { text, setting };
      worker.postMessage(asked);
    });
  } finally {
    worker.terminate();
    if (isLong()) endProgress();
  }
}
