// A house style: chosen in the dialog or given on the command line, seen in every format, remembered, and inert.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { launchArguments } from '../scripts/launch.ts';
import { capture, projectFolder } from '../scripts/processes.ts';
import { Dateline, expect, test } from './dateline.ts';
import { run, WEB, writeFigure } from './figures.ts';

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-style-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

const electron = String(createRequire(import.meta.url)('electron'));

/** Fonts that the tests' machine has. */
const STYLE = {
  fonts: { titles: 'DejaVu Serif', text: 'DejaVu Sans Mono' },
  colours: { order: ['#0b3d91', '#5c1f6b'], lanes: { CSTO: '#9c4a00' } },
};

const field = (dateline: Dateline, label: string): Locator =>
  dateline.exportDialog.root.getByLabel(label, { exact: true });

const style = (dateline: Dateline, name: 'Default' | 'House style'): Promise<void> =>
  dateline.exportDialog.choice('Style', name).click();

/** The names of the fonts that a PDF embeds. */
async function fontsIn(pdf: string): Promise<string[]> {
  const { stdout } = await run('pdffonts', [pdf]);
  const lines = stdout.trim().split('\n').slice(2);
  expect(lines.every((line) => / yes +yes +yes /.test(line))).toBe(true);
  return lines.map((line) => line.replace(/^\w{6}\+(\S+).*$/, '$1'));
}

test('is seen in every format, leaves nothing behind, and comes back after a restart', async () => {
  test.setTimeout(120_000);
  const first = await Dateline.start({ theme: 'light', size: { width: 1024, height: 640 } });
  const before = await writeFigure(first, folder, 'svg');
  await first.exportDialog.open();
  await style(first, 'House style');
  await field(first, 'Title font').fill('DejaVu Serif');
  await field(first, 'Text font').fill('DejaVu Sans Mono');
  await field(first, 'Lane colours, one a line').fill('#0b3d91\n#5c1f6b\nCSTO: #9c4a00');
  await first.exportDialog.preview();
  await first.system.answerSaveDialog(join(folder, 'styled.svg'));
  await first.exportDialog.choice('Format', 'SVG').click();
  await first.exportDialog.part('Notes').check();
  await first.exportDialog.preview();
  await first.exportDialog.button('Export').click();
  await expect(first.notice).toContainText('Saved styled.svg');
  const styled = await readFile(join(folder, 'styled.svg'), 'utf8');
  expect(styled).toContain(`font-family="'DejaVu Serif', 'Inter Variable'`);
  expect(styled).toContain(`font-family="'DejaVu Sans Mono', 'Inter Variable'`);
  for (const colour of ['#0b3d91', '#5c1f6b', '#9c4a00']) expect(styled.toLowerCase()).toContain(colour);

  expect((await writeFigure(first, folder, 'svg', { style: STYLE })).toString()).toBe(styled);
  await writeFigure(first, folder, 'pdf', { style: STYLE });
  const fonts = await fontsIn(join(folder, 'figure.pdf'));
  expect(fonts).toEqual(expect.arrayContaining([expect.stringMatching(/^DejaVuSansMono/)]));
  expect(fonts).toEqual(expect.arrayContaining([expect.stringMatching(/^DejaVuSerif/)]));
  // Without the style, nothing of it stays.
  expect((await writeFigure(first, folder, 'svg')).equals(before)).toBe(true);
  expect(first.problems).toEqual([]);
  await first.close({ keepData: true });

  const second = await Dateline.start({ dataFolder: first.dataFolder });
  await second.exportDialog.open();
  await style(second, 'House style');
  await second.exportDialog.root.getByText('Edit house style').click();
  await expect(field(second, 'Title font')).toHaveValue('DejaVu Serif');
  await expect(field(second, 'Lane colours, one a line')).toHaveValue('#0b3d91\n#5c1f6b\nCSTO: #9c4a00');

  // What is wrong is said at its field.
  await field(second, 'Text font').fill('No Such Font 1234');
  await expect(field(second, 'Text font')).toHaveAccessibleDescription(
    /“.*No Such Font 1234.*” is not installed/,
  );
  await expect(second.exportDialog.button('Export')).toBeDisabled();
  await field(second, 'Text font').fill('x"; } body { display: none } "');
  await expect(field(second, 'Text font')).toHaveAccessibleDescription(/Name a font by letters/);
  await field(second, 'Text font').fill('');
  await field(second, 'Lane colours, one a line').fill('blueish');
  await expect(field(second, 'Lane colours, one a line')).toHaveAccessibleDescription(
    /“blueish” is not a colour/,
  );
  await field(second, 'Lane colours, one a line').fill('');
  await expect(second.exportDialog.button('Export')).toBeEnabled();
  await second.close();
});

test('a hostile font never reaches the page', async ({ dateline }) => {
  for (const hostile of ['x"; } * { display: none', "x', url(https://example.org/)", 'a\nb']) {
    const refused = dateline.page.evaluate((request) => window.api.exportFigure(request), {
      options: { ...WEB, style: { fonts: { text: hostile } } },
      format: 'svg' as const,
    });
    await expect(refused).rejects.toThrow('refused');
  }
});

test('the command line takes it from a file, and says what is wrong with one', async ({ dateline }) => {
  test.setTimeout(120_000);
  const file = join(folder, 'house.json');
  const figure = join(folder, 'command.svg');
  const words = ['--export', figure, '--note', '--text-size', 'S', '--style', file];
  const data = `--user-data-dir=${join(folder, 'data')}`;
  const write = () =>
    capture(electron, [...launchArguments(), '--log-level=3', data, projectFolder, ...words]);
  await writeFile(file, JSON.stringify(STYLE));
  expect(await write()).toMatchObject({ code: 0 });
  expect(await readFile(figure, 'utf8')).toBe(
    (await writeFigure(dateline, folder, 'svg', { style: STYLE })).toString(),
  );
  for (const [text, sentence] of [
    ['{', /not valid JSON/],
    ['{"fonts": {"text": "x\\"; }"}}', /“fonts\.text”.*Name a font/],
    ['{"fonts": {"text": "No Such Font 1234"}}', /“.*No Such Font 1234.*” is not installed/],
  ] as const) {
    await rm(figure, { force: true });
    await writeFile(file, text);
    const refused = await write();
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(sentence);
    await expect(readFile(figure)).rejects.toThrow('ENOENT');
  }
});
