// Nothing overlaps, nothing is cut off, at every size, scale and theme; and the window remembers itself.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { syntheticDocument } from '../bench/synthetic.ts';
import { Dateline, expect, test, TIMELINE_PARTS } from './dateline.ts';

const SIZES = [
  { width: 1024, height: 640 },
  { width: 1440, height: 900 },
  { width: 2560, height: 1440 },
] as const;

/** What is wrong with the picture, in words; nothing when all is well. */
function faults(dateline: Dateline): Promise<string[]> {
  return dateline.page.evaluate((parts) => {
    const found: string[] = [];
    const boxes = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].map((element) => ({
        name: `${selector} “${element.textContent}”`,
        element,
        box: element.getBoundingClientRect(),
      }));
    const timeline = document.querySelector(parts.root)?.getBoundingClientRect();
    if (timeline === undefined) return ['no timeline'];
    const groups = [boxes(parts.mark), boxes(parts.major), boxes(parts.minor), boxes('.overview-label')];
    for (const group of groups) {
      for (const [position, a] of group.entries()) {
        for (const b of group.slice(position + 1)) {
          const apart =
            a.box.right <= b.box.left ||
            b.box.right <= a.box.left ||
            a.box.bottom <= b.box.top ||
            b.box.bottom <= a.box.top;
          if (!apart) found.push(`${a.name} overlaps ${b.name}`);
        }
      }
    }
    for (const { name, box } of [...boxes(parts.mark), ...boxes(parts.axisLabel), ...boxes('.lane-label')]) {
      const inside =
        box.left >= timeline.left &&
        box.right <= timeline.right &&
        box.top >= timeline.top &&
        box.bottom <= timeline.bottom;
      if (!inside) found.push(`${name} leaves the timeline`);
    }
    for (const { name, element } of [
      ...boxes(parts.title),
      ...boxes(parts.date),
      ...boxes('.lane-label'),
      ...boxes('.toolbar h1'),
      ...boxes('.toolbar button'),
      ...boxes('.status-bar span'),
    ]) {
      if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline') {
        found.push(`${name} is cut off`);
      }
    }
    const lanes = boxes('.vis-label');
    const last = lanes.at(-1);
    const scroll = document.querySelector(parts.scroll);
    if (last !== undefined && timeline.bottom - last.box.bottom > 8)
      found.push('the lanes do not fill the height');
    if (scroll !== null && scroll.scrollHeight > scroll.clientHeight) found.push('the lanes need scrolling');
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
    return found;
  }, TIMELINE_PARTS);
}

for (const scale of [1, 2]) {
  for (const theme of ['light', 'dark'] as const) {
    test(`all is whole at three sizes, at ${scale}×, ${theme}`, async () => {
      const dateline = await Dateline.start({ scale, theme, size: SIZES[0] });
      expect(await dateline.page.evaluate(() => devicePixelRatio)).toBe(scale);
      for (const size of SIZES) {
        await dateline.resize(size.width, size.height);
        await dateline.page.keyboard.press('0');
        await dateline.timeline.settle();
        expect(await faults(dateline), `${size.width} × ${size.height}`).toEqual([]);
      }
      await dateline.close();
    });
  }
}

test('labels end before the bar that scrolls more lanes than the window holds', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-lanes-'));
  const file = join(folder, 'lanes.dateline');
  await writeFile(file, JSON.stringify(syntheticDocument(2_000, { lanes: 16 })));
  const dateline = await Dateline.start({ args: [file], size: SIZES[0] });
  await expect(dateline.timeline.marks).not.toHaveCount(0);
  const { ends, end, bar } = await dateline.page.evaluate(({ mark, scroll }) => {
    const scroller = document.querySelector<HTMLElement>(scroll);
    if (scroller === null) throw new Error('There is no timeline.');
    return {
      ends: [...document.querySelectorAll(mark)].map((label) => label.getBoundingClientRect().right),
      end: scroller.getBoundingClientRect().left + scroller.clientWidth,
      bar: scroller.offsetWidth - scroller.clientWidth,
    };
  }, TIMELINE_PARTS);
  expect(bar).toBeGreaterThan(0);
  // The scale of vis-timeline is a pixel wider than the place beside the lanes' names.
  for (const own of ends) expect(own).toBeLessThanOrEqual(end + 1);
  await dateline.close();
  await rm(folder, { recursive: true });
});

test('the axis never overlaps or cuts a label at any depth of zoom', async ({ dateline }) => {
  const { major, minor, axisLabel } = TIMELINE_PARTS;
  await dateline.timeline.select('SCO summit');
  for (let step = 0; step < 60; step += 1) {
    await dateline.page.keyboard.press(step < 25 ? '+' : '-');
    await dateline.timeline.settle();
    const wrong = (await faults(dateline)).filter((fault) =>
      [major, minor, axisLabel].some((label) => fault.startsWith(label)),
    );
    expect(wrong, (await dateline.timeline.root.getAttribute('aria-description')) ?? '').toEqual([]);
    expect(await dateline.timeline.axisLabels.count()).toBeGreaterThan(0);
  }
});

test('the theme follows the system and can be set, and the bundled faces are used', async ({ dateline }) => {
  const ground = () => dateline.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await dateline.page.emulateMedia({ colorScheme: 'light' });
  const light = await ground();
  await dateline.page.emulateMedia({ colorScheme: 'dark' });
  expect(await ground()).not.toBe(light);
  await dateline.page.emulateMedia({ colorScheme: null });
  await dateline.menu.chooseTheme('Dark');
  await expect.poll(ground).not.toBe(light);
  await dateline.menu.chooseTheme('Light');
  await expect.poll(ground).toBe(light);
  const faces = await dateline.page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family }) => family.replaceAll('"', ''));
  });
  expect(faces).toEqual(expect.arrayContaining(['Inter Variable', 'Source Serif 4 Variable']));
});

test('the window remembers its size, its place and its theme', async () => {
  const first = await Dateline.start({ size: { width: 1200, height: 700 } });
  await first.app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    await new Promise<void>((resolve) => {
      window?.once('move', () => {
        resolve();
      });
      window?.setPosition(60, 50);
    });
  });
  await first.menu.chooseTheme('Dark');
  const read = (dateline: Dateline) =>
    dateline.app.evaluate(({ BrowserWindow, nativeTheme }) => ({
      bounds: BrowserWindow.getAllWindows()[0]?.getBounds(),
      theme: nativeTheme.themeSource,
    }));
  const before = await read(first);
  await first.close({ keepData: true });
  const second = await Dateline.start({ dataFolder: first.dataFolder });
  expect(await read(second)).toEqual(before);
  expect(before.theme).toBe('dark');
  await second.close();
});
