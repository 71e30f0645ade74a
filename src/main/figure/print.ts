// Prints the main window's page, which shows nothing but a figure on paper, through the system's own dialog.
import type { BrowserWindow } from 'electron';
import { failure, success, type Result } from '../../shared/result.ts';
import { log } from '../system/log.ts';
import type { Handlers } from '../safety/ipc.ts';

/** Answers the channel for printing. */
export function setupPrinting(window: () => BrowserWindow): Pick<Handlers, 'printPage'> {
  return {
    printPage: (landscape) =>
      new Promise((resolve) => {
        const options = { silent: false, printBackground: true, landscape };
        window().webContents.print(options, (printed, reason) => {
          if (!printed) log(`the figure was not printed: ${reason}`);
          resolve(printOutcome(printed, reason));
        });
      }),
  };
}

/**
 * What became of a print job: `null` if the reader cancelled, `no-printer` or `print-failed`.
 *
 * @param reason as Electron gives it, in English, if the job was not printed:
 *   https://www.electronjs.org/docs/latest/api/web-contents#contentsprintoptions-callback
 */
export function printOutcome(printed: boolean, reason: string): Result<null> | null {
  if (printed) return success(null);
  if (/cancell?ed/i.test(reason)) return null;
  if (/no printers?\b|enumerate printers/i.test(reason))
    return failure(
      'no-printer',
      'There is no printer. Add one in the settings of your system, or export a PDF to print elsewhere.',
    );
  return failure('print-failed', 'The figure could not be printed. Check the printer, or export a PDF.');
}
