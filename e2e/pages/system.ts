// What the system does for the app: its dialogs, its clipboard, and what it opens for others.
import type { ElectronApplication } from '@playwright/test';

/** The system around one app. */
export class System {
  readonly #app: ElectronApplication;

  constructor(app: ElectronApplication) {
    this.#app = app;
  }

  /** Makes the next save dialogs answer with this path, or as cancelled. */
  async answerSaveDialog(path: string | null): Promise<void> {
    await this.#app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () =>
        Promise.resolve(filePath === null ? { canceled: true, filePath: '' } : { canceled: false, filePath });
    }, path);
  }

  /** Makes the next open dialogs answer with this path, or as cancelled. */
  async answerOpenDialog(path: string | null): Promise<void> {
    await this.#app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = () =>
        Promise.resolve(
          filePath === null ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [filePath] },
        );
    }, path);
  }

  /**
   * Presses keys one upon the other, as fast hands do: none waits for what the one before has done. Returns once the page
   * has had all: they go another way than what comes from main, which may arrive before them.
   */
  async pressAtOnce(
    keys: readonly { readonly keyCode: string; readonly modifiers?: 'control'[] }[],
  ): Promise<void> {
    const page = await this.#app.firstWindow();
    const heard = await page.evaluateHandle((count) => {
      const all = new Promise<void>((resolve) => {
        let left = count;
        const hear = () => {
          left -= 1;
          if (left > 0) return;
          removeEventListener('keyup', hear, true);
          resolve();
        };
        addEventListener('keyup', hear, true);
      });
      return { all };
    }, keys.length);
    await this.#app.evaluate(({ BrowserWindow }, pressed) => {
      const window = BrowserWindow.getAllWindows().find((one) => one.isVisible());
      for (const key of pressed)
        for (const type of ['keyDown', 'keyUp'] as const)
          window?.webContents.sendInputEvent({ type, ...key });
    }, keys);
    await heard.evaluate(({ all }) => all);
  }

  /** Makes message boxes answer as cancelled: a box that no test expects must not keep the app waiting. */
  async cancelBoxes(): Promise<void> {
    await this.#app.evaluate(({ dialog }) => {
      Reflect.set(dialog, 'showMessageBox', (...given: unknown[]) => {
        const { cancelId = 0 } = given.at(-1) as { readonly cancelId?: number };
        return Promise.resolve({ response: cancelId, checkboxChecked: false });
      });
    });
  }

  /** Makes the next message boxes answer with this button, and tells what they said, with their buttons. */
  async answerBoxes(button: string): Promise<() => Promise<readonly string[]>> {
    await this.#app.evaluate(({ dialog }, label) => {
      const said: string[] = [];
      Reflect.set(globalThis, 'said', said);
      Reflect.set(dialog, 'showMessageBox', (...given: unknown[]) => {
        const options = given.at(-1) as { message: string; detail: string; buttons: string[] };
        said.push([options.message, options.detail, options.buttons.join('/')].join(' '));
        return Promise.resolve({ response: options.buttons.indexOf(label), checkboxChecked: false });
      });
    }, button);
    return () => this.#app.evaluate(() => Reflect.get(globalThis, 'said') as string[]);
  }

  /** Keeps the system from opening anything, and tells what it would have opened. */
  async watch(method: 'openPath' | 'openExternal' | 'showItemInFolder'): Promise<() => Promise<unknown>> {
    await this.#app.evaluate(({ shell }, name) => {
      const opened: string[] = [];
      Reflect.set(globalThis, 'opened', opened);
      Reflect.set(shell, name, (what: string) => {
        opened.push(what);
        return Promise.resolve('');
      });
    }, method);
    return () => this.#app.evaluate((): unknown => Reflect.get(globalThis, 'opened'));
  }

  /** The text on the clipboard. */
  clipboardText(): Promise<string> {
    return this.#app.evaluate(async ({ clipboard }) => clipboard.readText());
  }

  /** The size of the picture on the clipboard, image pixels. */
  clipboardPictureSize(): Promise<unknown> {
    return this.#app.evaluate(async ({ clipboard, nativeImage }): Promise<unknown> => {
      // Electron 44 put `read` in the place of `readImage`, which its types no longer know.
      const readImage: unknown = Reflect.get(clipboard, 'readImage');
      if (typeof readImage === 'function') {
        const image: unknown = Reflect.apply(readImage, clipboard, []);
        const getSize: unknown = image instanceof Object && Reflect.get(image, 'getSize');
        const size: unknown = typeof getSize === 'function' && Reflect.apply(getSize, image, []);
        return size;
      }
      const [item] = await clipboard.read();
      const picture = await item?.getType('image/png');
      const bytes = (await picture?.arrayBuffer()) ?? new ArrayBuffer(0);
      return nativeImage.createFromBuffer(Buffer.from(bytes)).getSize();
    });
  }
}
