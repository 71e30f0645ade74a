// The command line writes figures without a window: each decoded by other hands, none half-written, the same everywhere.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, watch } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { PNG } from 'pngjs';
import { launchArguments } from '../scripts/launch.ts';
import { capture, exitCode, projectFolder } from '../scripts/processes.ts';

/** The titles as they stand at the events of the bundled article. */
const TITLES = ['Fall of Kabul', 'CSTO summit, Dushanbe', 'SCO summit', 'Zas–Kulubaev meeting'] as const;

const electron = String(createRequire(import.meta.url)('electron'));

// Each run has a folder of its own, and no window.
test.describe.configure({ mode: 'parallel' });

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-command-'));
});
test.afterEach(async () => {
  // Processes of a command that was ended may write for a moment longer.
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

/** How a run differs from a plain one. */
interface Start {
  /** What is added to the environment; `undefined` takes away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Words for Electron, before the app's own. */
  readonly switches?: readonly string[];
  /** Where standard output and standard error go, in place of the test. */
  readonly stdout?: number;
  readonly stderr?: number;
}

interface Run {
  /** As a shell has it: 128 + n where signal n ended it. */
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

const words = (args: readonly string[], switches: readonly string[] = []): string[] => [
  ...launchArguments(),
  '--log-level=3',
  ...(switches.length > 0 ? switches : [`--user-data-dir=${join(folder, 'data')}`]),
  projectFolder,
  ...args,
];

/** Starts the app with a command line, from within the test's folder, in a group of processes of its own. */
function start(
  args: readonly string[],
  { env = {}, switches, stdout = -1, stderr = -1 }: Start = {},
): { readonly child: ChildProcess; readonly ended: Promise<Run> } {
  const child = spawn(electron, words(args, switches), {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', stdout < 0 ? 'pipe' : stdout, stderr < 0 ? 'pipe' : stderr],
    detached: true,
  });
  const output: Buffer[] = [];
  let errors = '';
  child.stdout?.on('data', (bytes: Buffer) => output.push(bytes));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = once(child, 'close').then(() => ({
    code: exitCode(child.exitCode, child.signalCode),
    stdout: Buffer.concat(output),
    stderr: errors,
  }));
  return { child, ended };
}

/** Runs the app with a command line, from within the test's folder. */
const dateline = (args: readonly string[], how?: Start): Promise<Run> => start(args, how).ended;

/** Sends a signal to all processes of a run, if it has not ended. */
function signalAll({ pid, exitCode: code }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid !== undefined && code === null) process.kill(-pid, signal);
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

test('events without dates give no empty figure, but a sentence; with the notes they are listed', async () => {
  const undated = {
    format: 'dateline',
    version: 2,
    title: 'No dates yet',
    lanes: [{ id: 'lane', title: 'Lane' }],
    events: [{ id: 'a', title: 'Something happens', lane: 'lane' }],
  };
  await writeFile(join(folder, 'undated.dateline'), JSON.stringify(undated));
  const run = await dateline(['undated.dateline', '--export', 'a.svg']);
  expect(run.stderr).toBe(
    'None of these events has a date, so the figure would be empty. Give one a date, or include the notes, which list events without a date.\n',
  );
  expect(run.code).toBe(2);
  expect(await written()).toEqual(['undated.dateline']);
  expect((await dateline(['undated.dateline', '--note', '--export', 'a.svg'])).code).toBe(0);
  expect(String(await read('a.svg'))).toContain('Something happens');
});

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
  expect(picture.height).toBe(2480);
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
  expect(
    fonts.filter((line) => !/^\w{6}\+(?:Inter|SourceSerif4)-\w+ +CID TrueType +\S+ +yes yes yes /.test(line)),
  ).toEqual([]);
  const printed = (await capture('pdftotext', [join(folder, 'a.pdf'), '-'])).stdout.replace(/\s+/g, ' ');
  for (const title of TITLES) {
    expect(printed).toContain(title);
    expect(text).toContain(title.split(' ')[0]);
  }
});

test('notes are in a figure where they are asked for', async () => {
  const figure = async (...options: string[]): Promise<string> => {
    expect(await dateline(['--export', 'a.svg', ...options])).toMatchObject({ code: 0, stderr: '' });
    return (await read('a.svg')).toString('utf8');
  };
  const plain = await figure();
  expect(plain).not.toContain('>Notes<');
  expect(await figure('--no-note')).toBe(plain);
  expect(await figure('--note')).toContain('>Notes<');
});

test('a figure has words of its own, some of the events and its empty years folded', async () => {
  const own = ['--title', 'Summits', '--credit', '<Desk>'];
  const made = await dateline(['--export', 'a.svg', ...own, '--events', 'found:csto', '--fold']);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  const text = (await read('a.svg')).toString('utf8');
  expect(text).toContain('>Summits</text>');
  expect(text).toContain('>&lt;Desk&gt;</text>');
  expect(text).toContain('CSTO summit, Dushanbe');
  expect(text).toContain('>1 year</text>');
  expect(text).not.toContain('Fall of Kabul');

  const none = await dateline(['--export', 'b.svg', '--events', 'found:whale']);
  expect(none.code).toBe(2);
  expect(none.stderr).toBe(
    'No event has “whale” in it, so the figure would be empty. Search for other words.\n',
  );
  expect(await written()).toEqual(['a.svg']);
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
  expect((await dateline([...exports('there'), '--lang=de'], { env: elsewhere })).code).toBe(0);
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

test('a transparent figure has no background', async () => {
  expect((await dateline(['--export', 'a.png', '--transparent', '--size', '800x450'])).code).toBe(0);
  const picture = PNG.sync.read(await read('a.png'));
  expect(picture.data[3]).toBe(0);
  expect(picture.data.some((value, index) => index % 4 === 3 && value === 255)).toBe(true);
});

test('what is wrong ends with 2 and one sentence, and nothing is written', async () => {
  await writeFile(join(folder, 'broken.dateline'), '{');
  await mkdir(join(folder, 'folder.svg'));
  await symlink('nothing.svg', join(folder, 'dangling.svg'));
  await symlink('loop.svg', join(folder, 'loop.svg'));
  const before = await written();
  for (const args of [
    ['--export', 'a.gif'],
    ['--export', 'a.svg', '--size', 'a5'],
    ['--export', 'a.svg', '--size', '200x100'],
    ['--export', 'a.svg', '--contnet', 'whole'],
    ['--export', 'a.svg', '--content', '2022/2021'],
    ['--export', 'a.svg', '--content', 'then/now'],
    ['--export', 'a.svg', 'missing.dateline'],
    ['--export', 'a.svg', 'broken.dateline'],
    ['--export', 'a.svg', '--export', 'folder.svg'],
    ['--export', 'a.svg', '--export', 'missing/a.svg'],
    ['--export', 'a.svg', '--export', 'a.png', '--size', '16384x900', '--scale', '2'],
    ['--export', 'a.svg', '--export', 'dangling.svg'],
    ['--export', 'a.svg', '--export', 'loop.svg'],
    ['--size', 'a4'],
    ['--exprot', 'a.png'],
    ['--quux', 'broken.dateline'],
    ['-x'],
  ]) {
    const run = await dateline(args);
    expect.soft(run.code, args.join(' ')).toBe(2);
    expect.soft(run.stdout.toString(), args.join(' ')).toBe('');
    expect.soft(run.stderr.trim().split('\n'), args.join(' ')).toHaveLength(1);
    expect.soft(run.stderr, args.join(' ')).not.toMatch(/Error:| {4}at /);
    expect.soft(await written(), args.join(' ')).toEqual(before);
  }
  expect(await readlink(join(folder, 'dangling.svg'))).toBe('nothing.svg');
  expect(await readlink(join(folder, 'loop.svg'))).toBe('loop.svg');
  expect((await dateline(['--exprot', 'a.png'])).stderr).toBe(
    'There is no option --exprot; did you mean --export?\n',
  );
});

test('a link to a file stays a link, and the file gets the figure', async () => {
  await mkdir(join(folder, 'elsewhere'));
  await writeFile(join(folder, 'elsewhere', 'real.svg'), 'old');
  await symlink('elsewhere/real.svg', join(folder, 'a.svg'));
  expect((await dateline(['--export', 'a.svg'])).code).toBe(0);
  expect(await readlink(join(folder, 'a.svg'))).toBe('elsewhere/real.svg');
  expect(await readFile(join(folder, 'elsewhere', 'real.svg'), 'utf8')).toContain('<svg');
  expect(await readdir(join(folder, 'elsewhere'))).toEqual(['real.svg']);
});

test.describe('where standard output cannot be written', () => {
  const FULL = 'Standard output could not be written: there is no room left for it.\n';
  const ASKED = [
    ['a figure', ['--export', '-', '--format', 'png']],
    ['the line on a figure', ['--export', 'a.png']],
    ['help', ['--help']],
    ['the version', ['--version']],
  ] as const;

  for (const [what, args] of ASKED) {
    test(`${what} ends with 2: in silence for a closed pipe, with a sentence for a full disk`, async () => {
      const { child, ended } = start(args);
      child.stdout?.destroy();
      expect(await ended).toMatchObject({ code: 2, stderr: '' });
      if (what === 'the line on a figure') expect(PNG.sync.read(await read('a.png')).width).toBe(1600);

      test.skip(!existsSync('/dev/full'), 'only Linux has a disk that is always full');
      const full = await open('/dev/full', 'w');
      try {
        expect(await dateline(args, { stdout: full.fd })).toMatchObject({ code: 2, stderr: FULL });
        // Nor does it wait for a standard error that cannot be written.
        expect(await dateline(args, { stdout: full.fd, stderr: full.fd })).toMatchObject({ code: 2 });
      } finally {
        await full.close();
      }
    });
  }

  test('a reader who takes only the beginning ends it', async () => {
    const { child, ended } = start(['--export', '-', '--format', 'png', '--scale', '3']);
    child.stdout?.once('data', () => child.stdout?.destroy());
    expect(await ended).toMatchObject({ code: 2, stderr: '' });
  });

  test('a sentence that nobody reads ends it all the same', async () => {
    const { child, ended } = start(['--export', 'a.gif']);
    child.stderr?.destroy();
    expect(await ended).toMatchObject({ code: 2 });
  });
});

test('a fault of the app ends with 2 and a sentence, and the log says where; no dialog is opened', async () => {
  const fault = join(folder, 'fault.cjs');
  await writeFile(
    fault,
    `process.argv.splice(process.argv.indexOf('-r'), 2);
    require('electron').app.once('web-contents-created', () => {
      setImmediate(() => { throw new Error('of a document'); });
    });`,
  );
  await writeFile(join(folder, 'a.png'), 'old');
  const switches = ['-r', fault, `--user-data-dir=${join(folder, 'data')}`];
  const run = await dateline(['--export', 'a.png'], { switches });
  expect(run).toMatchObject({
    code: 2,
    stderr: 'This is a fault in Dateline. Your document is unchanged. The log says where it happened.\n',
  });
  expect(await readFile(join(folder, 'a.png'), 'utf8')).toBe('old');
  const log = await readFile(join(folder, 'data/logs/dateline.log'), 'utf8');
  expect(log).toMatch(/^\S+ Dateline .*\n\S+ Error\n.*fault\.cjs/);
  expect(log).not.toContain('of a document');
});

test('without a display, figures are the same and a window is refused in a sentence', async () => {
  test.skip(process.platform !== 'linux', 'elsewhere there always is a display');
  test.setTimeout(120_000);
  const names = ['png', 'svg'].flatMap((format) => ['--export', `here.${format}`]);
  expect((await dateline(names)).code).toBe(0);
  for (const display of [undefined, 'junk', ':65000', 'localhost:59000']) {
    const env = { DISPLAY: display, WAYLAND_DISPLAY: undefined };
    const there = names.map((word) => word.replace('here', 'there'));
    const run = await dateline(there, { env });
    expect(run, display).toMatchObject({ code: 0, stderr: '' });
    for (const format of ['svg', 'png'])
      expect((await read(`there.${format}`)).equals(await read(`here.${format}`)), format).toBe(true);
  }
  const env = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined };
  const shown = await dateline([], { env });
  expect(shown.code).toBe(2);
  expect(shown.stderr).toMatch(/^There is no display to open a window on.*\n$/);
  expect(await dateline(['--version'], { env })).toMatchObject({ code: 0, stderr: '' });
});

test('a home that is no folder keeps no figure from being written', async () => {
  const env = { HOME: '/dev/null', XDG_CONFIG_HOME: undefined };
  const run = await dateline(['--export', 'a.svg'], { env, switches: ['--disable-gpu'] });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout.toString()).toContain('a.svg: 1600 × 900 pixels');
  expect(await written()).toEqual(['a.svg']);
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

/** Waits until something appears in a folder, and gives its name. */
function appears(where: string, wanted: (name: string) => boolean): Promise<string> {
  return new Promise((resolve) => {
    const watcher = watch(where, (_event, name) => {
      if (name === null || !wanted(name)) return;
      watcher.close();
      resolve(name);
    });
  });
}

/** A file that is written beside its place. */
const isTemporary = (name: string): boolean => name.startsWith('.dateline-');

/** The moments that a signal comes at; each resolves during a run that began with the call. */
const MOMENTS = {
  'before it has begun': () => Promise.resolve(),
  'while it gets ready': () => appears(folder, (name) => name === 'data'),
  'while it draws': async () => {
    const profile = join(folder, 'data/command-line');
    mkdirSync(profile, { recursive: true });
    await appears(profile, (name) => name === 'Code Cache');
  },
  'while it writes': () => appears(folder, isTemporary),
} as const;

/** What ends a run, with its number; at most moments the last stands for all. */
const SIGNALS = [
  ['SIGHUP', 1],
  ['SIGINT', 2],
  ['SIGTERM', 15],
] as const;

test.describe('ended by a signal', () => {
  for (const [when, moment] of Object.entries(MOMENTS)) {
    test(`${when}, it ends with 128 + n and leaves a whole file and nothing beside it`, async () => {
      test.setTimeout(120_000);
      const path = join(folder, 'a.png');
      for (const [signal, number] of SIGNALS.slice(when === 'while it writes' ? 0 : -1)) {
        await rm(join(folder, 'data'), { recursive: true, force: true, maxRetries: 10 });
        await writeFile(path, 'old');
        const reached = moment();
        const { child, ended } = start(['--export', path, '--scale', '3']);
        await reached;
        child.kill(signal);
        const run = await ended;
        expect.soft(run.code, signal).toBe(128 + number);
        expect.soft(run.stderr, signal).toBe('');
        const bytes = await readFile(path);
        if (bytes.toString() !== 'old') expect.soft(PNG.sync.read(bytes).width, signal).toBe(4800);
        expect.soft(await written(), signal).toEqual(['a.png']);
      }
    });
  }

  test('by Ctrl+C, which goes to all processes, it says nothing of a broken page', async () => {
    await writeFile(join(folder, 'a.png'), 'old');
    const drawing = MOMENTS['while it draws']();
    const { child, ended } = start(['--export', 'a.png', '--scale', '3']);
    await drawing;
    signalAll(child, 'SIGINT');
    expect(await ended).toMatchObject({ code: 130, stderr: '' });
    expect(await readFile(join(folder, 'a.png'), 'utf8')).toBe('old');
  });

  test('without a display, the process that draws ends with the one that was started', async () => {
    test.skip(process.platform !== 'linux', 'elsewhere there always is a display');
    await writeFile(join(folder, 'a.png'), 'old');
    const drawing = MOMENTS['while it draws']();
    const env = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined };
    const { child, ended } = start(['--export', 'a.png', '--scale', '3'], { env });
    await drawing;
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 143, stderr: '' });
    expect(await written()).toEqual(['a.png']);
    expect(await readFile(join(folder, 'a.png'), 'utf8')).toBe('old');
  });

  test('npm run export passes it on', async () => {
    await writeFile(join(folder, 'a.png'), 'old');
    const child = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        'scripts/export.ts',
        `--user-data-dir=${join(folder, 'data')}`,
        '--export',
        'a.png',
      ],
      { cwd: projectFolder, env: { ...process.env, INIT_CWD: folder }, stdio: 'ignore' },
    );
    await MOMENTS['while it draws']();
    child.kill('SIGHUP');
    await once(child, 'close');
    expect(exitCode(child.exitCode, child.signalCode)).toBe(129);
    expect(await written()).toEqual(['a.png']);
    expect(await readFile(join(folder, 'a.png'), 'utf8')).toBe('old');
  });
});

test('a run that is killed in the middle of writing leaves the old file whole, and the next removes what it left', async () => {
  const path = join(folder, 'a.png');
  // A busy machine may be told of the new file only once it stands in the place of the old one.
  const left = await eventually(async () => {
    await writeFile(path, 'old');
    const begun = appears(folder, isTemporary);
    const { child, ended } = start(['--export', path, '--scale', '3']);
    const name = await begun;
    signalAll(child, 'SIGKILL');
    await ended;
    const now = await readFile(path);
    if (now.toString() === 'old') return name;
    PNG.sync.read(now);
    return undefined;
  });
  expect(await written(), 'it was killed while it wrote').toEqual([left, 'a.png']);
  const other = left.replace(/-\d+-/, `-${process.pid}-`);
  await writeFile(join(folder, other), 'what a running process writes');
  expect((await dateline(['--export', 'b.svg'])).code).toBe(0);
  expect(await written()).toEqual([other, 'a.png', 'b.svg']);
});

/** Tries up to five times, until there is a result. */
async function eventually<Value>(attempt: () => Promise<Value | undefined>): Promise<Value> {
  for (let count = 1; count <= 5; count += 1) {
    const result = await attempt();
    if (result !== undefined) return result;
  }
  throw new Error('Five runs were over before they could be killed.');
}

for (const [when, moment] of Object.entries(MOMENTS)) {
  test(`a run that is killed ${when} leaves the old file whole, or the new one`, async () => {
    const path = join(folder, 'a.png');
    await writeFile(path, 'old');
    const reached = moment();
    const { child, ended } = start(['--export', path]);
    await reached;
    signalAll(child, 'SIGKILL');
    await ended;
    const bytes = await readFile(path);
    if (bytes.toString() !== 'old') expect(PNG.sync.read(bytes).width).toBe(1600);
  });
}
