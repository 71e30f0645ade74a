// Packages Dateline and the bare window with one configuration, each with the probe inside and otherwise as installed.
import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { edition } from '../scripts/dist/edition.ts';
import { pack, readManifest, stageApp, type Staged } from '../scripts/dist/unpacked.ts';
import type { Electron } from '../scripts/runtime/electron.ts';
import { parts } from './build.ts';

/** A packaged app. */
export interface Packaged {
  /** Absolute path of its program. */
  readonly program: string;
  /** Bytes of all its files. */
  readonly size: number;
}

/**
 * Makes an app load the probe before its own code. The fuses of a packaged app keep out anything external, and stay as
 * they are in the installed app.
 */
async function addProbe({ app }: Staged, main: string): Promise<void> {
  await cp(parts.probe, join(app, 'probe.cjs'));
  // Static imports: what an app does before Electron is ready must happen before its entry module runs.
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

async function packaged(staged: Staged, output: string, electron: Electron): Promise<Packaged> {
  await mkdir(output, { recursive: true });
  const options = { output, electron, packages: false, releasable: false, signed: false };
  const folder = await pack(staged, options);
  const program = { darwin: 'Dateline.app/Contents/MacOS/Dateline', win32: 'Dateline.exe' };
  const name =
    process.platform === 'darwin' || process.platform === 'win32' ? program[process.platform] : 'dateline';
  return { program: join(folder, name), size: await sizeOf(folder) };
}

/** Packages both into folders inside `folder`. The bare app shows the page named on its command line. */
export async function packageBoth(
  folder: string,
  electron: Electron,
): Promise<{ readonly bare: Packaged; readonly dateline: Packaged }> {
  const manifest = await readManifest();
  const own = await stageApp(
    join(folder, 'stage'),
    edition(manifest.version, electron.version, electron.target),
    electron,
  );
  await addProbe(own, manifest.main);
  const dateline = await packaged(own, join(folder, 'dateline'), electron);

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
  const bare = await packaged(nothing, join(folder, 'bare'), electron);
  return { bare, dateline };
}
