// How the built app is started for a test, with a data folder of its own.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { launchArguments } from '../../scripts/launch.ts';

/** What a test may ask of the app's start. */
export interface StartOptions {
  /** Arguments after the app's own, e.g. a document. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly theme?: 'light' | 'dark';
  /** Size of the window's content in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Device pixels to a CSS pixel. */
  readonly scale?: number;
  /** Motion is off unless a test is about it. */
  readonly motion?: boolean;
  /** Whether to wait until the window shows a document or a problem; by default it does. */
  readonly waits?: boolean;
  /** The data folder of an earlier start. */
  readonly dataFolder?: string;
}

/** An app that was started, as soon as it has a page. */
export interface Launched {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
}

/** Starts the built app. */
export async function launch(options: StartOptions): Promise<Launched> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'dateline-e2e-')));
  const app = await _electron.launch({
    args: [
      ...launchArguments(),
      `--user-data-dir=${dataFolder}`,
      ...(options.scale === undefined ? [] : [`--force-device-scale-factor=${options.scale}`]),
      '.',
      ...(options.args ?? []),
    ],
    env: { ...environment(), ...options.env },
  });
  return { app, page: await app.firstWindow(), dataFolder };
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
