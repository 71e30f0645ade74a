// Builds the parts of the benchmark that run inside Electron: the probe, the bare app, the stages, the imports, and the page of
// plain vis-timeline.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { projectFolder } from '../scripts/processes.ts';

const source = join(projectFolder, 'bench');
const built = join(projectFolder, 'node_modules', '.cache', 'bench');

/** Absolute paths of the built parts. */
export const parts = {
  /** A module for `electron -r`. */
  probe: join(built, 'main', 'probe.cjs'),
  /** An app that shows the page named last on its command line. */
  bareApp: join(built, 'main', 'bare.cjs'),
  barePage: join(built, 'bare.html'),
  plainPage: join(built, 'plain', 'index.html'),
  /** A program for Electron's own Node. */
  stages: join(built, 'main', 'stages.cjs'),
  /** Another one. */
  imports: join(built, 'main', 'imports.cjs'),
} as const;

/** Builds all of {@link parts}, for the oldest Electron that the app runs on. */
export async function buildParts(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: join(built, 'main'),
      emptyOutDir: true,
      rolldownOptions: {
        input: {
          probe: join(source, 'probe', 'main.ts'),
          bare: join(source, 'bare', 'main.ts'),
          stages: join(source, 'stages.ts'),
          imports: join(source, 'imports.ts'),
        },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' },
      },
    },
  });
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(source, 'plain'),
    base: './',
    build: {
      target: 'chrome130',
      outDir: join(built, 'plain'),
      emptyOutDir: true,
      chunkSizeWarningLimit: 2_000,
    },
  });
  await cp(join(source, 'bare', 'index.html'), parts.barePage);
}
