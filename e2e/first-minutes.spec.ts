// What a reader meets in the first minutes: no empty picture without a way on, and no date that nobody wrote.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dateline, expect, test } from './dateline.ts';
import { writeFigure } from './figures.ts';

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-first-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A document on bridges, with an event for each date, in one lane. */
function bridges(dates: readonly string[], more: object = {}) {
  return {
    format: 'dateline',
    version: 1,
    title: 'Bridges of the valley',
    lanes: [{ id: 'bridges', title: 'Bridges' }],
    events: dates.map((date, position) => ({
      id: `b${position + 1}`,
      title: `Bridge ${position + 1}`,
      date,
      lane: 'bridges',
      dating: { kind: 'external', confidence: 'high', explanation: 'From the archive.' },
    })),
    ...more,
  };
}

async function open(document: object): Promise<Dateline> {
  const path = join(folder, 'bridges.dateline');
  await writeFile(path, JSON.stringify(document));
  return Dateline.start({ args: [path], size: { width: 1440, height: 900 } });
}

test.describe('no date that nobody wrote', () => {
  /** Whether words name a year at the end of time, or this one or the first that computers count. */
  const INVENTED = new RegExp(`275,760|271,822|1970|${new Date().getUTCFullYear()}`);

  test('stands at a group of events that never end', async () => {
    const dateline = await open(
      bridges(Array.from({ length: 30 }, (_, day) => `2021-05-${10 + (day % 9)}/..`)),
    );
    await expect(dateline.mark('30 events').locator('.mark-date')).toHaveText('from 10 May 2021');
    const figure = (await writeFigure(dateline, folder, 'svg')).toString();
    expect(figure).toContain('30 events, from 10 May 2021');
    expect(figure).not.toMatch(INVENTED);
    expect(dateline.problems).toEqual([]);
    await dateline.close();
  });

  test('stands on an axis of events whose dates are not known', async () => {
    const dateline = await open(bridges(['../..', '/', '../..']));
    await expect(dateline.marks).toHaveCount(3);
    await expect(dateline.page.locator('body')).not.toHaveText(INVENTED);
    expect(await dateline.page.content()).not.toMatch(INVENTED);
    expect((await writeFigure(dateline, folder, 'svg')).toString()).not.toMatch(INVENTED);
    await dateline.close();
  });
});
