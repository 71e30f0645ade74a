// Puts an app that a test has used back to how it first stood, and compares all that its window shows with that.
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { DEFAULT_PANEL } from '../../src/shared/panel.ts';

/** All that a window shows and a test may change; equal for two apps between which a reader sees no difference. */
export interface Standing {
  /** The whole page as it is drawn, and where the focus is. */
  readonly page: { readonly title: string; readonly drawn: string; readonly focus: string };
  readonly main: {
    readonly windows: readonly { readonly size: readonly number[]; readonly zoom: number }[];
    readonly theme: string;
    readonly menu: readonly string[];
  };
  /** The figure that was exported last, of which the next is made. */
  readonly lastFigure: unknown;
}

/** Looks at how an app stands. */
export async function standingOf(app: ElectronApplication, page: Page): Promise<Standing> {
  const main = await app.evaluate(({ BrowserWindow, Menu, nativeTheme }) => {
    const namesIn = (menu: Electron.Menu | null): string[] =>
      menu?.items.flatMap(({ label, enabled, checked, submenu }) => [
        `${label} ${enabled} ${checked}`,
        ...namesIn(submenu ?? null),
      ]) ?? [];
    return {
      windows: BrowserWindow.getAllWindows().map((window) => ({
        size: window.getContentSize(),
        zoom: window.webContents.getZoomFactor(),
      })),
      theme: nativeTheme.themeSource,
      menu: namesIn(Menu.getApplicationMenu()),
    };
  });
  const { lastFigure, ...shown } = await page.evaluate(async () => ({
    title: document.title,
    // vis-timeline sets this or leaves it out, by how fast its first drawings follow each other.
    drawn: document.documentElement.outerHTML.replaceAll(' visibility: visible;', ''),
    focus: document.activeElement?.outerHTML ?? '',
    lastFigure: (await window.api.lastFigure()) as unknown,
  }));
  return { page: shown, main, lastFigure };
}

/** Remembers the functions of Electron that tests replace. Call it before a test replaces one. */
export async function rememberFunctions(app: ElectronApplication): Promise<void> {
  await app.evaluate((electron) => {
    const { dialog, shell, BrowserWindow } = electron;
    const holders: object[] = [electron.app, dialog, shell, ...BrowserWindow.getAllWindows()];
    const functions = (holder: object) =>
      Object.entries(Object.getOwnPropertyDescriptors(holder)).filter(
        ([, { value }]) => typeof value === 'function',
      );
    const before = holders.map((holder) => ({ holder, known: new Map(functions(holder)) }));
    const names = new Set(Object.keys(globalThis));
    Reflect.set(globalThis, 'putFunctionsBack', () => {
      for (const { holder, known } of before) {
        for (const [name, { value }] of functions(holder)) {
          const own = known.get(name);
          if (own === undefined) Reflect.deleteProperty(holder, name);
          else if (own.value !== value) Object.defineProperty(holder, name, own);
        }
      }
      for (const name of Object.keys(globalThis))
        if (!names.has(name) && name !== 'putFunctionsBack') Reflect.deleteProperty(globalThis, name);
    });
  });
}

/** Gives a used app its functions, its settings and the example back, and loads its page again. */
export async function putBack(app: ElectronApplication, page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: null });
  await app.evaluate(({ BrowserWindow, dialog, Menu }) => {
    Reflect.apply(Reflect.get(globalThis, 'putFunctionsBack') as () => void, undefined, []);
    for (const window of BrowserWindow.getAllWindows()) {
      if (window.isVisible()) window.webContents.setZoomFactor(1);
      // This page draws figures; the app draws the next one on a new page.
      else window.webContents.forcefullyCrashRenderer();
    }
    Menu.getApplicationMenu()?.getMenuItemById('clear-recent')?.click();
    // What the test changed is not saved.
    Reflect.set(dialog, 'showMessageBox', () => Promise.resolve({ response: 1, checkboxChecked: false }));
  });
  await page.evaluate(async (panel) => {
    // One of the timers would tell main where the reader was, and the next page would start there.
    for (let timer = Number(setTimeout(() => undefined)); timer > 0; timer -= 1) clearTimeout(timer);
    await window.api.cancelFigure();
    await window.api.rememberPanel(panel);
    await window.api.loadBundledDocument();
  }, DEFAULT_PANEL);
  await app.evaluate(() => {
    Reflect.apply(Reflect.get(globalThis, 'putFunctionsBack') as () => void, undefined, []);
  });
  await page.reload();
}

/** Waits a few seconds until an app stands so; whether it does. */
export async function comesToStand(app: ElectronApplication, page: Page, wanted: Standing): Promise<boolean> {
  try {
    await expect.poll(() => standingOf(app, page), { timeout: 3_000 }).toEqual(wanted);
    return true;
  } catch {
    return false;
  }
}
