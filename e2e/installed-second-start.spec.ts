// A second start of the installed app hands its document to the window that is open, and ends.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../scripts/processes.ts';
import { expect, test } from './installed.ts';

test('a second start shows its document in the window of the first', async ({ installed }) => {
  const article = await readFile(join(projectFolder, 'resources/article.dateline'), 'utf8');
  const title = 'Brought by the second start';
  const document = join(installed.home, 'second.dateline');
  await writeFile(document, article.replace(/"title": "[^"]*"/, `"title": "${title}"`));

  const running = await installed.start('/usr/bin/dateline');
  try {
    await installed.expectFiveEventsInSandbox(running);
    // `run` throws unless it ends with 0.
    await installed.run('dateline', 'second.dateline');
    await expect(running.page).toHaveTitle(`${title} – Dateline`);
    await installed.expectFiveEventsInSandbox(running);
  } finally {
    await running.close();
  }
});
