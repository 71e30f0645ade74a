// Readers in every time zone see the same days.
import { Dateline, expect, test } from './dateline.ts';

/** Everything about time that a reader sees, at four depths of zoom. */
async function readings(zone: string): Promise<string[]> {
  const dateline = await Dateline.start({ env: { TZ: zone }, size: { width: 1440, height: 900 } });
  const zoneInPage = await dateline.page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  expect(zoneInPage).toBe(zone);
  const seen: string[] = [];
  const look = async () => {
    seen.push(
      ...(await dateline.timeline.axisLabels.allTextContents()),
      ...(await dateline.timeline.datesIn(dateline.timeline.marks).allTextContents()),
      (await dateline.timeline.root.getAttribute('aria-description')) ?? '',
    );
  };
  await look();
  await dateline.timeline.select('SCO summit');
  seen.push(await dateline.card.root.innerText());
  for (const preset of ['Month', 'Week', 'Day'] as const) {
    await dateline.timeline.show(preset);
    await dateline.timeline.settle();
    await look();
  }
  await dateline.close();
  return seen;
}

test('every date and axis label reads the same in four time zones', async () => {
  test.setTimeout(180_000);
  const reference = await readings('UTC');
  expect(reference.join(' ')).toContain('17 September 2021');
  expect(reference.length).toBeGreaterThan(20);
  for (const zone of ['America/Los_Angeles', 'Asia/Bishkek', 'Pacific/Kiritimati']) {
    expect(await readings(zone), zone).toEqual(reference);
  }
});
