// Packs Dateline and the bare window by the same configuration, each with the probe inside and otherwise as it is installed.
import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { edition } from '../scripts/dist/edition.ts';
import { pack, readManifest, stageApp, type Staged } from '../scripts/dist/unpacked.ts';
import type { Electron } from '../scripts/runtime/electron.ts';
import { parts } from './build.ts';

/** A packed app. */
export interface Packed {
  /** Absolute path of its program. */
  readonly program: string;
  /** Bytes of all its files. */
  readonly size: number;
}

/**
 * Makes an app load the probe before its own code. The fuses of a packed app let nothing in from outside, and are the
 * same here as in the app that is installed.
 */
async function addProbe({ app }: Staged, main: string): Promise<void> {
  await cp(parts.probe, join(app, 'probe.cjs'));
  // Static imports: what an app does before Electron is ready has to be done before its entry module is.
  await writeFile(join(app, 'probed.mjs'), `import './probe.cjs';\nimport './${main}';\n`);
  const file = join(app, 'package.json');
  const manifest = z.looseObject({}).parse(JSON.parse(await readFile(file, 'utf8')));
  await writeFile(file, JSON.stringify({ ...manifest, main: 'probed.mjs' }));
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function packed(staged: Staged, output: string, electron: Electron): Promise<Packed> {
  await mkdir(output, { recursive: true });
  const options = { output, electron, packages: false, releasable: false, signed: false };
  const folder = await pack(staged, options);
  const program = { darwin: 'Dateline.app/Contents/MacOS/Dateline', win32: 'Dateline.exe' };
  const name =
    process.platform === 'darwin' || process.platform === 'win32' ? program[process.platform] : 'dateline';
  return { program: join(folder, name), size: await sizeOf(folder) };
}

/** Packs both into folders inside of `folder`. The bare one shows the page that is named on its command line. */
export async function packBoth(
  folder: string,
  electron: Electron,
): Promise<{ readonly bare: Packed; readonly dateline: Packed }> {
  const manifest = await readManifest();
  const own = await stageApp(
    join(folder, 'stage'),
    edition(manifest.version, electron.version, electron.target),
    electron,
  );
  await addProbe(own, manifest.main);
  const dateline = await packed(own, join(folder, 'dateline'), electron);

  const nothing: Staged = {
    app: join(folder, 'bare-stage/app'),
    resources: join(folder, 'bare-stage/resources'),
  };
  await mkdir(nothing.app, { recursive: true });
  await mkdir(nothing.resources);
  await cp(parts.bareApp, join(nothing.app, 'bare.cjs'));
  await writeFile(
    join(nothing.app, 'package.json'),
    JSON.stringify({ ...manifest, author: 'The Dateline authors' }),
  );
  await addProbe(nothing, 'bare.cjs');
  const bare = await packed(nothing, join(folder, 'bare'), electron);
  return { bare, dateline };
}
