// The first code of the stand-in runtime: loads the app named on its command line, like Electron's default app.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';
import { parseArguments } from './arguments.ts';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Electron's types are a namespace, and only that can be added to.
  namespace Electron {
    interface App {
      /** Undocumented in Electron: made for its own default app, and so usable for ours. */
      setAppPath(path: string): void;
      setVersion(version: string): void;
    }
  }
}

/** The fields of the app's package.json, or undefined for a lone script. */
async function readManifest(folder: string): Promise<Map<string, unknown> | undefined> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    return typeof manifest === 'object' && manifest !== null ? new Map(Object.entries(manifest)) : undefined;
  } catch {
    return undefined;
  }
}

/** Sets the app's name, version and folder, then runs it. */
async function load(path: string): Promise<void> {
  Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });
  const manifest = await readManifest(path);
  const name = manifest?.get('productName') ?? manifest?.get('name');
  const version = manifest?.get('version');
  if (typeof name === 'string') {
    app.setName(name);
    app.setDesktopName(`${name}.desktop`);
  }
  if (typeof version === 'string') app.setVersion(version);

  const main = createRequire(join(path, 'package.json')).resolve(path);
  app.setAppPath(manifest ? path : dirname(main));
  await import(pathToFileURL(main).href);
}

const request = parseArguments(process.argv.slice(1));
if (request.kind === 'app') {
  const require = createRequire(join(process.cwd(), 'package.json'));
  for (const module of request.modules) require(module);
  try {
    // Awaited at the top level: what an app does before its first await must happen before Electron is ready.
    await load(resolve(request.path));
  } catch (error) {
    console.error('The app could not be loaded.', error);
    app.exit(1);
  }
} else {
  console.log(
    request.kind === 'version' ? `v${process.versions.electron}` : 'Usage: electron [options] <app>',
  );
  app.exit(request.kind === 'version' ? 0 : 1);
}
