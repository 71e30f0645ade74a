// The command line writes figures without a window: each decoded by other hands, none half-written, the same everywhere.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { PNG } from 'pngjs';
import { launchArguments } from '../scripts/launch.ts';
import { capture, projectFolder } from '../scripts/processes.ts';

/** The titles as they stand at the events of the bundled article. */
const TITLES = ['Fall of Kabul', 'CSTO summit, Dushanbe', 'SCO summit', 'Zas–Kulubaev meeting'] as const;

const electron = String(createRequire(import.meta.url)('electron'));

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-command-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const words = (args: readonly string[]): string[] => [
  ...launchArguments(),
  '--log-level=3',
  `--user-data-dir=${join(folder, 'data')}`,
  projectFolder,
  ...args,
];

interface Run {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs the app with a command line, from within the test's folder. */
function dateline(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  return new Promise((resolve) => {
    const options = {
      cwd: folder,
      env: { ...process.env, ...env },
      encoding: 'buffer',
      maxBuffer: 2 ** 28,
    } as const;
    execFile(electron, words(args), options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, stdout, stderr: stderr.toString() });
    });
  });
}

/** What is there besides the app's own data. */
const written = async (): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name !== 'data').toSorted();

async function read(name: string): Promise<Buffer> {
  return readFile(join(folder, name));
}

/** The dots to a metre that a PNG gives, from its pHYs chunk. */
function dotsPerMetre(png: Buffer): number[] {
  const at = png.indexOf('pHYs');
  return [png.readUInt32BE(at + 4), png.readUInt32BE(at + 8), png.readUInt8(at + 12)];
}

test('a document without events gives no figure and a sentence', async () => {
  const empty = { format: 'dateline', version: 1, title: 'Nothing yet', lanes: [], events: [] };
  await writeFile(join(folder, 'empty.dateline'), JSON.stringify(empty));
  const run = await dateline(['empty.dateline', '--export', 'a.png']);
  expect(run.stderr).toBe('This document has no events, so there is no figure to export.\n');
  expect(run.code).toBe(2);
  expect(await written()).toEqual(['empty.dateline']);
});

test('writes all three formats of A4, each of its size on paper', async () => {
  const names = ['a.png', 'a.svg', 'a.pdf'];
  const run = await dateline([...names.flatMap((name) => ['--export', name]), '--size', 'a4']);
  expect(run.stderr).toBe('');
  expect(run.code).toBe(0);
  const [png, svg, pdf] = await Promise.all(names.map(read));
  if (png === undefined || svg === undefined || pdf === undefined) throw new Error('a figure is missing');

  const lines = run.stdout.toString().trim().split('\n');
  expect(lines.map((line) => /: (.*) × .* pixels, (.*) bytes$/.exec(line)?.slice(1))).toEqual([
    ['3508', png.length.toLocaleString('en')],
    ['1123', svg.length.toLocaleString('en')],
    ['1123', pdf.length.toLocaleString('en')],
  ]);

  const picture = PNG.sync.read(png);
  expect(picture.width).toBe(3508);
  expect(picture.height).toBeGreaterThanOrEqual(2480);
  expect(dotsPerMetre(png)).toEqual([11_811, 11_811, 1]);

  const drawn = await capture('rsvg-convert', [join(folder, 'a.svg'), '-o', join(folder, 'svg.png')]);
  expect(drawn).toMatchObject({ code: 0, stderr: '' });
  const text = svg.toString('utf8');
  expect(text).not.toMatch(/<(?:foreignObject|script)/i);
  expect(text).toMatch(/<title[\s>]/);

  const information = (await capture('pdfinfo', [join(folder, 'a.pdf')])).stdout;
  expect(information).toMatch(/^Pages: +1$/m);
  expect(information).toMatch(/^Tagged: +yes$/m);
  expect(information).toMatch(/^Title: +CSTO Mechanisms to be Launched on Kyrgyz-Tajik Border$/m);
  expect(pdf.toString('latin1')).toMatch(/\/Lang ?\(en\)/);
  expect(information).not.toMatch(/^CreationDate/m);
  const width = Number(/^Page size: +([\d.]+) x/m.exec(information)?.[1]);
  expect(Math.abs(width - (297 / 25.4) * 72)).toBeLessThan(0.25);
  const fonts = (await capture('pdffonts', [join(folder, 'a.pdf')])).stdout.trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(0);
  // Each with its name, and none as nameless outlines.
  expect(fonts.filter((line) => !/^\w{6}\+Inter-\w+ +CID TrueType +\S+ +yes yes yes /.test(line))).toEqual(
    [],
  );
  const printed = (await capture('pdftotext', [join(folder, 'a.pdf'), '-'])).stdout.replace(/\s+/g, ' ');
  for (const title of TITLES) {
    expect(printed).toContain(title);
    expect(text).toContain(title.split(' ')[0]);
  }
});

test('a figure to standard output is the file, byte for byte, and the report goes elsewhere', async () => {
  const run = await dateline(['--export', 'a.png', '--export', '-', '--format', 'png', '--size', '800x450']);
  expect(run.code).toBe(0);
  expect(run.stdout.equals(await read('a.png'))).toBe(true);
  expect(run.stderr.trim().split('\n')).toEqual([
    expect.stringContaining('a.png: 800 × '),
    expect.stringContaining('standard output: 800 × '),
  ]);
});

test('is the same in another time zone and language', async () => {
  const exports = (name: string): string[] =>
    ['svg', 'png', 'pdf'].flatMap((format) => ['--export', `${name}.${format}`]);
  expect((await dateline(exports('here'))).code).toBe(0);
  const elsewhere = { TZ: 'Asia/Bishkek', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8', LANGUAGE: 'de' };
  expect((await dateline([...exports('there'), '--lang=de'], elsewhere)).code).toBe(0);
  for (const format of ['svg', 'png'])
    expect((await read(`there.${format}`)).equals(await read(`here.${format}`)), format).toBe(true);
  // Chromium numbers the parts of a PDF's structure as it comes to them: what is read and seen is the same.
  for (const [program, before, behind] of [
    ['pdftotext', ['-layout'], ['-']],
    ['pdftoppm', ['-r', '40', '-png'], []],
  ] as const) {
    const [here, there] = await Promise.all(
      ['here', 'there'].map((name) => capture(program, [...before, join(folder, `${name}.pdf`), ...behind])),
    );
    expect(here?.stdout.length).toBeGreaterThan(100);
    expect(there?.stdout, program).toBe(here?.stdout);
  }
});

test('a transparent figure has no ground', async () => {
  expect((await dateline(['--export', 'a.png', '--transparent', '--size', '800x450'])).code).toBe(0);
  const picture = PNG.sync.read(await read('a.png'));
  expect(picture.data[3]).toBe(0);
  expect(picture.data.some((value, index) => index % 4 === 3 && value === 255)).toBe(true);
});

test('what is wrong ends with 2 and one sentence, and nothing is written', async () => {
  await writeFile(join(folder, 'broken.dateline'), '{');
  await mkdir(join(folder, 'folder.svg'));
  const before = await written();
  for (const args of [
    ['--export', 'a.gif'],
    ['--export', 'a.svg', '--size', 'a5'],
    ['--export', 'a.svg', '--contnet', 'whole'],
    ['--export', 'a.svg', '--content', '2022/2021'],
    ['--export', 'a.svg', '--content', 'then/now'],
    ['--export', 'a.svg', 'missing.dateline'],
    ['--export', 'a.svg', 'broken.dateline'],
    ['--export', 'a.svg', '--export', 'folder.svg'],
    ['--export', 'a.svg', '--export', 'missing/a.svg'],
    ['--export', 'a.svg', '--export', 'a.png', '--size', '16384x900', '--scale', '2'],
    ['--size', 'a4'],
  ]) {
    const run = await dateline(args);
    expect.soft(run.code, args.join(' ')).toBe(2);
    expect.soft(run.stdout.toString(), args.join(' ')).toBe('');
    expect.soft(run.stderr.trim().split('\n'), args.join(' ')).toHaveLength(1);
    expect.soft(run.stderr, args.join(' ')).not.toMatch(/Error:| {4}at /);
    expect.soft(await written(), args.join(' ')).toEqual(before);
  }
});

test('--help and --version answer at once', async () => {
  const help = await dateline(['--help']);
  expect(help.code).toBe(0);
  expect(help.stdout.toString()).toMatch(/^Usage: dateline /);
  const version = await dateline(['--version']);
  expect(version.stdout.toString()).toMatch(/^Dateline \d+\.\d+\.\d+\n$/);
});

test('a full disk, or one that can only be read, leaves the old file whole', async () => {
  if (process.getuid?.() !== 0) {
    // Only root may mount a small disk; for others, a folder without the right to write stands in for it.
    await mkdir(join(folder, 'protected'), { mode: 0o555 });
    const run = await dateline(['--export', join('protected', 'a.png')]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('“a.png” could not be saved');
    return;
  }
  const disk = join(folder, 'disk');
  await mkdir(disk);
  const mounted = await capture('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
  expect(mounted.stderr).toBe('');
  try {
    await writeFile(join(disk, 'a.png'), 'old');
    const full = await dateline(['--export', join('disk', 'a.png')]);
    expect(full.code).toBe(2);
    expect(full.stderr).toContain('there is no room left');
    expect(await readdir(disk)).toEqual(['a.png']);
    await capture('mount', ['-o', 'remount,ro', disk]);
    const readOnly = await dateline(['--export', join('disk', 'a.png')]);
    expect(readOnly.code).toBe(2);
    expect(readOnly.stderr).toContain('read-only disk');
    expect(await readFile(join(disk, 'a.png'), 'utf8')).toBe('old');
  } finally {
    await capture('umount', [disk]);
  }
});

/** Kills an export the moment that its new file is begun beside the old one; gives the name of that file. */
async function killedWhileWriting(path: string): Promise<string> {
  const child = spawn(electron, words(['--export', path, '--scale', '3']), {
    stdio: 'ignore',
    detached: true,
  });
  const ended = once(child, 'exit');
  const begun = await new Promise<string>((resolve) => {
    const watcher = watch(folder, (_event, name) => {
      if (name === null || !/^a\.png\../.test(name)) return;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      watcher.close();
      resolve(name);
    });
  });
  await ended;
  return begun;
}

test('a run that is killed in the middle of writing leaves the old file whole', async () => {
  const path = join(folder, 'a.png');
  // A busy machine may be told of the new file only once it stands in the place of the old one.
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await writeFile(path, 'old');
    const begun = await killedWhileWriting(path);
    const now = await readFile(path);
    if (now.toString() !== 'old') {
      PNG.sync.read(now);
      continue;
    }
    expect((await stat(join(folder, begun))).isFile(), 'it was killed while it wrote').toBe(true);
    return;
  }
  throw new Error('Five runs were over before they could be killed.');
});

test('a run that is killed at any time leaves the old file whole, or the new one', async () => {
  const path = join(folder, 'a.png');
  for (const delay of [200, 600, 900, 1100, 1300, 1500]) {
    await writeFile(path, 'old');
    const child = spawn(electron, words(['--export', path]), { stdio: 'ignore', detached: true });
    const ended = once(child, 'exit');
    await Promise.race([sleep(delay), ended]);
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    await ended;
    const bytes = await readFile(path);
    if (bytes.toString() !== 'old') expect(PNG.sync.read(bytes).width).toBe(1600);
  }
});
