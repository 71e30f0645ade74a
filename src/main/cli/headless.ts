// Draws figures without a display, in a second process of the app on Chromium's headless platform.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { failure, success, type Result } from '../../shared/result.ts';
import { exitCodeOf, SIGNALS } from './exit-code.ts';

/** Further arguments of the second process: do not search for a graphics card, and do not log that there is none. */
const SWITCHES = ['--ozone-platform=headless', '--disable-gpu', '--log-level=3'];

/**
 * Whether Electron finds a display to start on; without one it crashes on Linux. Other systems always have one.
 *
 * @param chosen whether the command line chooses a platform of Chromium.
 */
export function hasDisplay(chosen: boolean): boolean {
  return process.platform !== 'linux' || chosen || isServed(process.env['DISPLAY'] ?? '');
}

/**
 * Reports that no display can show a window, as far as the environment tells; Electron would crash.
 *
 * @param chosen whether the command line chooses a platform of Chromium.
 */
export function checkDisplay(chosen: boolean): Result<null> {
  const { DISPLAY: x = '', WAYLAND_DISPLAY: wayland = '' } = process.env;
  if (process.platform !== 'linux' || chosen || x !== '' || wayland !== '') return success(null);
  return failure(
    'display-missing',
    'There is no display to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set. With --export, figures are written without one.',
  );
}

/**
 * Whether an X server runs for a display, as far as the system can tell at once; displays of other machines count as
 * running. Asking the server itself takes a socket, and Electron 33 sometimes crashes if a socket is used before it is
 * ready.
 *
 * @param display `:0`, `unix:0.0`, `localhost:10.0` and the like.
 */
export function isServed(display: string): boolean {
  const [, host, number] = /^(.*):(\d{1,5})(?:\.\d+)?$/.exec(display) ?? [];
  if (host === undefined || number === undefined) return false;
  if (host === '' || host === 'unix') {
    const path = `/tmp/.X11-unix/X${number}`;
    // The server of another container has only one of the two. The system pads a name with `@`.
    return (
      existsSync(path) || lines('/proc/net/unix').some((line) => line.replace(/@+$/, '').endsWith(`@${path}`))
    );
  }
  if (!/^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(host)) return true;
  // A display forwarded by `ssh -X`, which disappears with the connection.
  const port = (6000 + Number(number)).toString(16).toUpperCase().padStart(4, '0');
  const listens = new RegExp(`^\\s*\\d+: [0-9A-F]+:${port} [0-9A-F]+:[0-9A-F]+ 0A `);
  return ['/proc/net/tcp', '/proc/net/tcp6'].some((file) => lines(file).some((line) => listens.test(line)));
}

/** The lines of a system file; none if it cannot be read. */
function lines(path: string): readonly string[] {
  try {
    return readFileSync(path, 'latin1').split('\n');
  } catch {
    return [];
  }
}

/**
 * Runs this command line in a second process that needs no display, forwards signals to it, and waits.
 *
 * @returns its exit code, or `display-missing` if it crashes.
 */
export async function runWithoutDisplay(): Promise<Result<number>> {
  // Otherwise it would still try a display that does not answer.
  const env = { ...process.env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined };
  const child = spawn(process.execPath, [...SWITCHES, ...process.argv.slice(1)], { stdio: 'inherit', env });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  const { code, by } = await new Promise<{ code: number | null; by: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (exitCode, signal) => {
      resolve({ code: exitCode, by: signal });
    });
    child.once('error', () => {
      resolve({ code: null, by: null });
    });
  });
  if (code !== null) return success(code);
  if (by !== null && SIGNALS.some((signal) => signal === by)) return success(exitCodeOf(by));
  return failure(
    'display-missing',
    'The figures could not be drawn without a display. Give Dateline one, for example by xvfb-run.',
  );
}
