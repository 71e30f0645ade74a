// Combines an app and an Electron into a folder that runs, and into electron-builder's packages.
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { z } from 'zod';
import { projectFolder } from '../processes.ts';
import type { Electron } from '../runtime/electron.ts';
import { configuration, targets, type Sources } from './configuration.ts';
import type { Edition } from './edition.ts';
import { bundledPackages, notices, type Bundled } from './notices.ts';

/** An app, ready to be packaged. */
export interface Staged {
  /** Absolute; becomes app.asar. */
  readonly app: string;
  /** Absolute; the files next to app.asar. */
  readonly resources: string;
}

const manifest = z.object({
  name: z.string(),
  productName: z.string(),
  version: z.string(),
  description: z.string(),
  license: z.string(),
  type: z.string(),
  main: z.string(),
});

/** The fields of the project's package.json that packages need. */
export async function readManifest(): Promise<z.infer<typeof manifest>> {
  return manifest.parse(JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8')));
}

const LAYERS = ['main', 'preload', 'renderer'] as const;

/** The packages that the layers bundle, from the reports of their builds. */
export async function readBundled(): Promise<Bundled[]> {
  const read = (layer: string) => readFile(join(projectFolder, 'out', layer, 'licences.json'), 'utf8');
  return bundledPackages(await Promise.all(LAYERS.map(read)), await licenceTexts());
}

/** The licences of packages that publish none with their code, as their repositories have them. */
async function licenceTexts(): Promise<ReadonlyMap<string, string>> {
  const folder = join(projectFolder, 'packaging', 'licences');
  const read = async (file: string) =>
    [file.replace(/\.txt$/, ''), await readFile(join(folder, file), 'utf8')] as const;
  return new Map(await Promise.all((await readdir(folder)).map(read)));
}

/** Copies the built app into `folder`, which is empty: the code with a manifest of its own, and the resources. */
export async function stageApp(folder: string, edition: Edition, electron: Electron): Promise<Staged> {
  const [app, resources] = [join(folder, 'app'), join(folder, 'resources')];
  await cp(join(projectFolder, 'out'), join(app, 'out'), {
    recursive: true,
    filter: (path) => !path.endsWith('licences.json') && !path.endsWith('.map'),
  });
  const own = { ...(await readManifest()), version: edition.version, desktopName: 'dateline.desktop' };
  await writeFile(
    join(app, 'package.json'),
    `${JSON.stringify({ ...own, author: 'The Dateline authors' }, null, 2)}\n`,
  );

  await mkdir(resources);
  const source = join(projectFolder, 'resources');
  await cp(join(source, 'article.dateline'), join(resources, 'article.dateline'));
  await cp(join(source, 'icons/icon-128.png'), join(resources, 'icon.png'));
  const text = await electronLicence(electron);
  await writeFile(
    join(resources, 'third-party-notices.txt'),
    notices(await readBundled(), { version: electron.version, text }),
  );
  return { app, resources };
}

const dist = join(projectFolder, 'node_modules/electron/dist');

/** Electron's licence, under its name in the download or in a packaged Electron. */
async function electronLicence({ version }: Electron): Promise<string> {
  for (const name of ['LICENSE', 'LICENSE.electron.txt']) {
    const text = await readFile(join(dist, name), 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  throw new Error(`Electron ${version} comes without its licence.`);
}

/**
 * Packages a staged app, and returns the absolute folder that runs. If `packages` is set, `output` also gets the
 * packages that electron-builder makes on this system.
 */
export async function pack(
  { app, resources }: Staged,
  {
    output,
    electron,
    packages,
    releasable,
    signed,
  }: {
    readonly output: string;
    readonly electron: Electron;
    readonly packages: boolean;
    readonly releasable: boolean;
    readonly signed: boolean;
  },
): Promise<string> {
  let unpacked = '';
  const sources: Sources = {
    project: projectFolder,
    app,
    resources,
    output,
    electron: dist,
    electronVersion: electron.version,
    platform: process.platform,
    signed,
  };
  const wanted = packages ? targets(process.platform, releasable) : [];
  await build({
    projectDir: projectFolder,
    publish: 'never',
    targets: Platform.current().createTarget(
      wanted.length === 0 ? ['dir'] : [...wanted],
      process.arch === 'arm64' ? Arch.arm64 : Arch.x64,
    ),
    config: {
      ...configuration(sources),
      afterPack: async (context) => {
        unpacked = context.appOutDir;
        if (context.electronPlatformName === 'darwin') return;
        // The default app that Electron starts without an app, and the file that tells npm's electron package its
        // version.
        await rm(join(unpacked, 'resources/default_app.asar'), { force: true });
        await rm(join(unpacked, 'version'), { force: true });
      },
    },
  });
  await rm(join(output, 'builder-debug.yml'), { force: true });
  await rm(join(output, 'builder-effective-config.yaml'), { force: true });
  return unpacked;
}
