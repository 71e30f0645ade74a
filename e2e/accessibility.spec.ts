// axe-core finds nothing to object to, in either theme, on any screen.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { Dateline, expect, test } from './dateline.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe-core objects to, one line an element. */
async function objections(dateline: Dateline): Promise<string[]> {
  await dateline.page.evaluate(await readFile(axe, 'utf8'));
  const { violations } = await dateline.page.evaluate<AxeResults>('axe.run()');
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

for (const theme of ['light', 'dark'] as const) {
  test(`the main window has no accessibility faults, ${theme}`, async () => {
    const dateline = await Dateline.start({ theme, size: { width: 1440, height: 900 } });
    expect(await objections(dateline)).toEqual([]);
    await dateline.mark('Foreign ministers, New York').click();
    expect(await objections(dateline)).toEqual([]);
    await dateline.close();
  });

  test(`the export dialog has no accessibility faults, ${theme}`, async () => {
    const dateline = await Dateline.start({ theme, size: { width: 1024, height: 640 } });
    await dateline.openExport();
    await dateline.preview();
    expect(await objections(dateline)).toEqual([]);
    await dateline.exportChoice('Content', 'Dates').click();
    await dateline.exportField('From').fill('soon');
    await dateline.exportSize.selectOption('Width × height…');
    await expect(dateline.page.getByRole('alert')).toBeVisible();
    expect(await objections(dateline)).toEqual([]);
    await dateline.close();
  });

  test(`the dialogs of the Help menu have no accessibility faults, ${theme}`, async () => {
    const dateline = await Dateline.start({ theme, size: { width: 1024, height: 640 } });
    await dateline.page.keyboard.press('F1');
    await expect(dateline.dialog('Keyboard shortcuts')).toBeVisible();
    expect(await objections(dateline)).toEqual([]);
    await dateline.page.keyboard.press('Escape');
    await dateline.menu('show-about');
    await expect(dateline.dialog('About Dateline').getByRole('definition').first()).toBeVisible();
    expect(await objections(dateline)).toEqual([]);
    await dateline.close();
  });

  test(`the problem screen has no accessibility faults, ${theme}`, async () => {
    const dateline = await Dateline.start({ theme, args: ['missing.dateline'] });
    await expect(dateline.problem).toBeVisible();
    expect(await objections(dateline)).toEqual([]);
    await dateline.close();
  });
}
