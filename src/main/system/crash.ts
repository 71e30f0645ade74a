// What happens when the app itself is at fault: the reader gets a sentence, the log gets the rest.
import { app, BrowserWindow, dialog } from 'electron';
import { errorForLog } from './log-file.ts';
import { log } from './log.ts';

/**
 * Watches for exceptions that nothing catches; Electron would otherwise show the reader a stack trace.
 *
 * @param tell called at the first.
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
  // Without a window there would be nothing left to close.
  if (BrowserWindow.getAllWindows().every((window) => !window.isVisible())) app.exit(1);
}
