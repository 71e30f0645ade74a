// What axe-core objects to in the window.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Dateline } from './dateline.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** One line for each element that it objects to. */
export async function objections(dateline: Dateline): Promise<string[]> {
  const isThere = await dateline.page.evaluate(() => 'axe' in window);
  if (!isThere) await dateline.page.evaluate(await readFile(axe, 'utf8'));
  const { violations } = await dateline.page.evaluate<AxeResults>('axe.run()');
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
