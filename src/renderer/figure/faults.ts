// Reports errors of the figure page to main, so that nobody waits for a figure that will not come.
import { LONGEST_FAULT, type Fault } from '../../shared/figure/fault.ts';
import { api } from '../api.ts';

/** Starts watching the page. Reports only the first error, because main then closes the page. */
export function reportFaults(): void {
  let told = false;
  const tell = (thrown: unknown): void => {
    if (told) return;
    told = true;
    void api.figureFailed(faultOf(thrown));
  };
  addEventListener('error', ({ error, message }) => {
    // Chromium sends the same event when it reports sizes a frame late.
    if (!message.startsWith('ResizeObserver loop')) tell(error);
  });
  addEventListener('unhandledrejection', ({ reason }) => {
    tell(reason);
  });
}

/** Turns anything thrown into the report that main takes. */
function faultOf(thrown: unknown): Fault {
  const { name, message, stack = '' } = thrown instanceof Error ? thrown : new Error(String(thrown));
  return {
    name: name.slice(0, LONGEST_FAULT.name),
    message: message.slice(0, LONGEST_FAULT.message),
    stack: stack.slice(0, LONGEST_FAULT.stack),
  };
}
