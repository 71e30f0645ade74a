// Tells the reader when something breaks in the window and nothing else says so.
import { reload } from '../document/commands.ts';
import { fail } from '../parts/notices.ts';

/** Starts watching the window for errors that nobody has dealt with. */
export function watchFaults(): void {
  addEventListener('error', ({ message }) => {
    // Chromium sends the same event when it reports sizes a frame late.
    if (!message.startsWith('ResizeObserver loop')) tell();
  });
  addEventListener('unhandledrejection', tell);
}

function tell(): void {
  fail(
    {
      code: 'fault',
      message:
        'Something went wrong in Dateline, and what you did last may not have been done. Everything before it is kept.',
      details: [],
    },
    { label: 'Load again', run: () => void reload() },
  );
}
