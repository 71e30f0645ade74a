// `npm run dist`: builds the packages for this system into dist/, with checksums and a bill of materials.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { closingLines, edition, isSigned, refusal } from './dist/edition.ts';
import { makeDeb, makeTarball } from './dist/linux.ts';
import { billOfMaterials } from './dist/notices.ts';
import { pack, readBundled, readManifest, stageApp } from './dist/unpacked.ts';
import { capture, must, npm, projectFolder, run } from './processes.ts';
import { describeFailure, prepare } from './runtime/prepare.ts';
import { withStage } from './runtime/stage.ts';

const HELP = `npm run dist -- [--release] [--light] [--unpacked] [--output FOLDER]
  --release   refuse a runtime, or a tag in GITHUB_REF_NAME, that no release is made of
  --light     pack loosely, in a fraction of the time, for tests
  --unpacked  only the folder that runs, no packages
  --output    where to, in place of dist/`;

const { values: options } = parseArgs({
  options: {
    release: { type: 'boolean', default: false },
    light: { type: 'boolean', default: false },
    unpacked: { type: 'boolean', default: false },
    output: { type: 'string', default: join(projectFolder, 'dist') },
    help: { type: 'boolean' },
  },
});

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/**
 * The date of the commit, unless SOURCE_DATE_EPOCH sets another
 * (https://reproducible-builds.org/specs/source-date-epoch/).
 */
async function commitDate(): Promise<Date> {
  const told = process.env['SOURCE_DATE_EPOCH'];
  const asked = told ?? (await capture('git', ['log', '-1', '--format=%ct'], { cwd: projectFolder })).stdout;
  const seconds = Number(asked.trim() || NaN);
  // Without a commit there is no date to reproduce.
  return new Date((Number.isFinite(seconds) ? seconds : Math.floor(Date.now() / 1000)) * 1000);
}

function npmBill(): Promise<string> {
  const [command, words] = npm('sbom', '--package-lock-only', '--sbom-format', 'cyclonedx');
  return must(command, words, { cwd: projectFolder });
}

/** Writes SHA256SUMS of all files in a folder, in the format of `sha256sum --check`. */
async function writeSums(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  const lines: string[] = [];
  for (const name of names.toSorted()) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(folder, name)), hash);
    lines.push(`${hash.digest('hex')}  ${name}\n`);
  }
  await writeFile(join(folder, 'SHA256SUMS'), lines.join(''));
}

if (options.help) {
  console.log(HELP);
  process.exit();
}
const electron = await prepare('packing');
if (!electron.ok) stop(describeFailure(electron.failure));
const { version: electronVersion, target } = electron.value;
const built = edition((await readManifest()).version, electronVersion, target);
const refused = options.release ? refusal(built, process.env['GITHUB_REF_NAME']) : undefined;
if (refused !== undefined) stop(refused);

const [command, words] = npm('run', '--silent', 'build');
if ((await run(command, words, { cwd: projectFolder })) !== 0) stop('Dateline could not be built.');

const output = resolve(process.env['INIT_CWD'] ?? process.cwd(), options.output);
const signed = isSigned(process.platform, process.env);
await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });
await withStage(join(projectFolder, 'node_modules/.cache/dist'), async (stage) => {
  const staged = await stageApp(stage, built, electron.value);
  const { releasable } = built;
  const unpacked = await pack(staged, {
    output,
    electron: electron.value,
    packages: !options.unpacked,
    releasable,
    signed,
  });
  if (options.unpacked) return;
  const date = await commitDate();
  if (process.platform === 'linux') {
    const contents = { unpacked, edition: built, date, output, light: options.light };
    await makeTarball(contents);
    const tree = join(stage, 'deb');
    await mkdir(tree);
    await makeDeb(contents, tree);
  }
  const bundled = await readBundled();
  const billed = { bundled, version: built.version, electron: electronVersion, date };
  await writeFile(
    join(output, `dateline-${built.version}.cdx.json`),
    billOfMaterials(await npmBill(), billed),
  );
  await writeSums(output);
});
for (const name of (await readdir(output)).toSorted()) console.log(join(output, name));
for (const line of closingLines(built, signed, electronVersion)) console.log(line);
