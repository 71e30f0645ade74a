// Text that turns its direction turns nothing beside it: not on screen, not in names, not in the window's title.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dateline, expect, test } from './dateline.ts';
import { writeFigure } from './figures.ts';

/** Turns what follows, and would close an isolate around it. */
const turning = (name: string) => `${name} \u202egnp.\u2069 report`;
const isolated = (name: string) => `\u2068${name} \u202egnp. report\u2069`;

const names = ['Title', 'Lane', 'Event', 'Label', 'Place', 'Person', 'Role', 'Article', 'Publisher'];
const [title, lane, event, label, place, person, role, article, publisher] = names.map(turning);

const text = 'The river rose.';
const DOCUMENT = {
  format: 'dateline',
  version: 2,
  title,
  subtitle: turning('Subtitle'),
  articles: ['a', 'b'].map((id) => ({ id, title: article, publisher, published: '1932', text })),
  lanes: [{ id: 'l', title: lane }],
  events: [
    ...['1932-05-03', '1932-05-09'].map((date, number) => ({
      id: `e${number}`,
      title: event,
      ...(number === 0 ? { label } : {}),
      date,
      lane: 'l',
      place,
      participants: [{ name: person, role }],
      evidence: [{ article: 'a', quote: text, start: 0, end: text.length }],
      dating: { kind: 'stated', confidence: 'high', explanation: turning('Explanation') },
      sources: [{ title: turning('Source'), address: 'https://example.org/' }],
    })),
    { id: 'undated', title: event, lane: 'l' },
  ],
  notes: [{ text: turning('Note'), events: ['e0'] }],
};

/** The name of a file, whose folder keeps none of what the file could turn. */
const fileName = (name: string) => `${turning(name)}.dateline`;
const isolatedFile = (name: string) => isolated(name).replace('report', 'report.dateline');

const KNOWN = [
  ...[...names, 'Subtitle', 'Explanation', 'Source', 'Note'].map((name) => ({
    whole: turning(name),
    safe: isolated(name),
  })),
  ...['File', 'Missing'].map((name) => ({ whole: fileName(name), safe: isolatedFile(name) })),
];

/** What of a page could be turned by a text beside it: texts that are not alone in what isolates them, and names. */
function exposedOn(texts: typeof KNOWN): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) {
    const { currentNode: node } = walker;
    const element = node.parentElement;
    const words = node instanceof Text ? node.data : '';
    if (element === null || !words.includes('\u202e')) continue;
    const rest = texts.reduce((left, { safe }) => left.replaceAll(safe, ''), words);
    if (!rest.includes('\u202e')) continue;
    const isIsolated = /^(?:isolate|plaintext)/.test(getComputedStyle(element).unicodeBidi);
    const isAlone = element.textContent === words;
    if (!isIsolated || !isAlone) found.push(`${element.tagName}.${element.className}: ${words}`);
  }
  for (const element of document.querySelectorAll('[title], [aria-label]')) {
    for (const name of ['title', 'aria-label']) {
      const value = element.getAttribute(name) ?? '';
      if (texts.some(({ whole }) => whole === value)) continue;
      const rest = texts.reduce((left, { safe }) => left.replaceAll(safe, ''), value);
      if (rest.includes('\u202e')) found.push(`${element.tagName} ${name}: ${value}`);
    }
  }
  return found;
}

const exposed = ({ page }: Dateline): Promise<string[]> => page.evaluate(exposedOn, KNOWN);

/** The same of the hidden page that draws figures, and whether it shows the title at all. */
const exposedOnFigure = ({ app }: Dateline): Promise<unknown> =>
  app.evaluate(
    async ({ BrowserWindow }, script): Promise<unknown> => {
      const hidden = BrowserWindow.getAllWindows().find((window) => !window.isVisible());
      return hidden?.webContents.executeJavaScript(script);
    },
    `[document.body.textContent.includes(${JSON.stringify(title)}), (${exposedOn.toString()})(${JSON.stringify(KNOWN)})]`,
  );

/** What of an SVG could be turned: texts that are neither isolated nor alone in their line or name. */
const exposedIn = ({ page }: Dateline, svg: string): Promise<string[]> =>
  page.evaluate(
    ([markup, texts]) => {
      const drawing = new DOMParser().parseFromString(markup, 'image/svg+xml');
      const found: string[] = [];
      for (const element of drawing.querySelectorAll('text, title, desc, [aria-label]')) {
        for (const words of [element.getAttribute('aria-label'), element.textContent]) {
          if (words === null || texts.some(({ whole }) => whole === words)) continue;
          const rest = texts.reduce((left, { safe }) => left.replaceAll(safe, ''), words);
          if (rest.includes('\u202e')) found.push(`${element.tagName}: ${words}`);
        }
      }
      return found;
    },
    [svg, KNOWN] as const,
  );

test('a title that turns what follows turns nothing but itself, wherever it is shown', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-direction-'));
  const path = join(folder, fileName('File'));
  await writeFile(path, JSON.stringify(DOCUMENT));
  const dateline = await Dateline.start({ args: [path] });
  expect(await dateline.page.title()).toBe(`${isolated('Title')} – Dateline`);
  expect(await exposed(dateline)).toEqual([]);
  expect(await dateline.menu.recent()).toEqual([isolatedFile('File'), 'Clear Recent']);

  await dateline.page.keyboard.press('n');
  await expect(dateline.page.locator('#card')).toBeVisible();
  expect(await exposed(dateline)).toEqual([]);
  await dateline.page.keyboard.press('Shift+N');
  expect(await exposed(dateline)).toEqual([]);

  await dateline.button('Lanes').click();
  await expect(dateline.lanes.list).toContainText(lane ?? '');
  expect(await exposed(dateline)).toEqual([]);
  await dateline.page.keyboard.press('Escape');

  await dateline.app.evaluate(
    ({ app }, file) => {
      app.emit('open-file', { preventDefault: () => undefined }, file);
    },
    join(folder, fileName('Missing')),
  );
  await expect(dateline.notice).toContainText(`“${isolatedFile('Missing')}” cannot be opened.`);
  expect(await exposed(dateline)).toEqual([]);

  await dateline.exportDialog.open();
  await dateline.app.evaluate(({ app }, file) => {
    app.emit('open-file', { preventDefault: () => undefined }, file);
  }, path);
  await expect(dateline.exportDialog.root).toContainText('will open when you close this dialog.');
  await dateline.exportDialog.preview();
  expect(await exposed(dateline)).toEqual([]);
  expect(await exposedOnFigure(dateline)).toEqual([true, []]);
  await dateline.exportDialog.button('Cancel').click();
  await expect(dateline.exportDialog.root).toHaveCount(0);

  const svg = (await writeFigure(dateline, folder, 'svg')).toString('utf8');
  expect(svg).toContain('\u202e');
  expect(await exposedIn(dateline, svg)).toEqual([]);

  await dateline.page.keyboard.press('ControlOrMeta+l');
  await expect(dateline.page.locator('.list')).toBeVisible();
  expect(await exposed(dateline)).toEqual([]);
  expect(dateline.problems).toEqual([]);
  await dateline.close();
  await rm(folder, { recursive: true });
});
