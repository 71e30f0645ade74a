// The menu of the app, which Playwright cannot open: its items are chosen from within main.
import type { ElectronApplication } from '@playwright/test';

/** The application menu. */
export class AppMenu {
  readonly #app: ElectronApplication;

  constructor(app: ElectronApplication) {
    this.#app = app;
  }

  /** Chooses an item by its id, which is the name of its command. */
  async choose(id: string): Promise<void> {
    await this.#app.evaluate(({ Menu }, wanted) => {
      Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click();
    }, id);
  }

  /** Chooses a theme. */
  async chooseTheme(label: 'System' | 'Light' | 'Dark'): Promise<void> {
    await this.#app.evaluate(({ Menu }, wanted) => {
      const themes = Menu.getApplicationMenu()
        ?.items.flatMap((item) => item.submenu?.items ?? [])
        .find((item) => item.label.endsWith('Theme'))?.submenu;
      themes?.items.find((item) => item.label.replace('&', '') === wanted)?.click();
    }, label);
  }

  /** The labels of File, Open Recent as they are read. */
  recent(): Promise<readonly string[]> {
    return this.#app.evaluate(({ Menu }) => {
      const files = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&File');
      const recent = files?.submenu?.items.find(({ label }) => label === 'Open &Recent');
      const items = recent?.submenu?.items.filter(({ type }) => type === 'normal') ?? [];
      return items.map(({ label }) => label.replace(/&(.)/g, '$1'));
    });
  }

  /** Chooses an item of File, Open Recent. */
  async chooseRecent(label: string): Promise<void> {
    const place = (await this.recent()).indexOf(label);
    await this.choose(label === 'Clear Recent' ? 'clear-recent' : `recent-${place}`);
  }
}
