// Builds the app if its sources have changed since the last build.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, success, type Result } from '../src/shared/result.ts';
import { capture, projectFolder } from './processes.ts';

const SOURCES = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];

/** One file of each part; an interrupted build may lack one. */
const BUILT = ['main/index.js', 'preload/index.cjs', 'renderer/index.html', 'renderer/figure.html'];

/** When these files, and all files in these folders, last changed, in milliseconds; 0 for missing ones. */
async function changes(paths: readonly string[]): Promise<number[]> {
  const times = paths.map(async (path) => {
    const found = await stat(path).catch(() => undefined);
    if (!found?.isDirectory()) return [found?.mtimeMs ?? 0];
    return changes((await readdir(path)).map((name) => join(path, name)));
  });
  return (await Promise.all(times)).flat();
}

const inProject = (...folders: readonly string[]) => join(projectFolder, ...folders);

/** Builds the app into out/ and says so, unless the output is newer than all sources. */
export async function build(): Promise<Result<null>> {
  const built = await changes(BUILT.map((name) => inProject('out', name)));
  const changed = await changes(SOURCES.map((name) => inProject(name)));
  if (Math.min(...built) > Math.max(...changed)) return success(null);

  console.log('Building Dateline');
  const builder = inProject('node_modules/electron-vite/bin/electron-vite.js');
  const finished = await capture(process.execPath, [builder, 'build'], { cwd: projectFolder });
  return finished.code === 0
    ? success(null)
    : failure('build-failed', 'Dateline could not be built.', finished.stderr.trim().split('\n'));
}
