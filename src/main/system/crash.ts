// Handles faults of the app itself: one sentence for the reader, the details for the log.
import { app, BrowserWindow, dialog } from 'electron';
import { errorForLog } from './log-file.ts';
import { log } from './log.ts';

/**
 * Watches for uncaught exceptions; otherwise Electron would show the reader a stack trace.
 *
 * @param tell called for the first.
 */
export function setupCrashReport(tell: () => void): void {
  let told = false;
  const report = (error: unknown): void => {
    log(errorForLog(error), error instanceof Error ? error.message : String(error));
    if (told) return;
    told = true;
    tell();
  };
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
}

/** Reports a fault in a dialog. */
export function showCrash(): void {
  dialog.showErrorBox(
    'Something went wrong in Dateline',
    'This is a fault in Dateline. Your document is unchanged. Close Dateline and start it again.',
  );
  // Without a window there is nothing left to close.
  if (BrowserWindow.getAllWindows().every((window) => !window.isVisible())) app.exit(1);
}
