// Files and text that are dragged onto the window with the mouse, as the system does it.
import { expect, type Page } from '@playwright/test';

/** What stands over the window while something is dragged that it would take. */
export const dropTargetOn = (page: Page) => page.locator('.drop-target');

/** Something that is dragged. */
export interface Drag {
  readonly over: () => Promise<void>;
  readonly leave: () => Promise<void>;
  readonly drop: () => Promise<void>;
}

/** Takes hold of files, or of text where there are none: to go over the window, away again, or to drop it. */
export async function startDrag(page: Page, files: readonly string[]): Promise<Drag> {
  const session = await page.context().newCDPSession(page);
  const items = files.length > 0 ? [] : [{ mimeType: 'text/plain', data: 'text' }];
  const data = { items, files: [...files], dragOperationsMask: 1 };
  const send = async (type: 'dragEnter' | 'dragOver' | 'drop'): Promise<void> => {
    await session.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data });
  };
  return {
    over: async () => {
      await send('dragEnter');
      await send('dragOver');
      await expect(dropTargetOn(page)).toBeVisible();
    },
    // The protocol has no way out of the window.
    leave: () => page.locator('body').dispatchEvent('dragleave'),
    drop: () => send('drop'),
  };
}
