// Tells main what the figure page throws, wherever it throws it, so that nobody waits for a figure that will not come.
import { LONGEST_FAULT, type Fault } from '../../shared/figure/fault.ts';
import { api } from '../api.ts';

/** Watches the page from now on. The first fault counts: main closes the page with it. */
export function reportFaults(): void {
  let told = false;
  const tell = (thrown: unknown): void => {
    if (told) return;
    told = true;
    void api.figureFailed(faultOf(thrown));
  };
  addEventListener('error', ({ error, message }) => {
    // Chromium reports by the same event that it hands out sizes in the next frame.
    if (!message.startsWith('ResizeObserver loop')) tell(error);
  });
  addEventListener('unhandledrejection', ({ reason }) => {
    tell(reason);
  });
}

/** Whatever was thrown, as the contract has it. */
function faultOf(thrown: unknown): Fault {
  const { name, message, stack = '' } = thrown instanceof Error ? thrown : new Error(String(thrown));
  return {
    name: name.slice(0, LONGEST_FAULT.name),
    message: message.slice(0, LONGEST_FAULT.message),
    stack: stack.slice(0, LONGEST_FAULT.stack),
  };
}
