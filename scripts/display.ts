// Provides a display: the existing one, or an invisible X server for as long as the work lasts.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { hasDisplay } from './launch.ts';
import { atExit } from './processes.ts';

/** Room for a window of 2560 × 1440 at one-fold scale, with its frame. */
const screen = '2600x1700x24';

/**
 * Calls `work` with the environment for its programs. Without a display, the environment names an Xvfb, which is
 * stopped after the work. Throws if Xvfb is missing or does not start.
 */
export async function withDisplay<T>(work: (environment: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
  if (hasDisplay()) return work(process.env);

  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    // In a group of its own, so that Ctrl+C does not take the display from programs that still have to end.
    detached: true,
  });
  const stop = () => server.kill();
  const release = atExit(stop);
  const complaints: string[] = [];
  server.stderr?.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  const ended = once(server, 'exit');
  const failed = ended.then(() => {
    throw new Error(`Xvfb did not start: ${complaints.join('').trim()}`);
  });
  try {
    const pipe = server.stdio[3];
    if (!(pipe instanceof Readable))
      throw new Error('Xvfb was started without a pipe for its display number.');
    const number = once(pipe.setEncoding('utf8'), 'data').then(([text]: unknown[]) => String(text).trim());
    return await work({ ...process.env, DISPLAY: `:${await Promise.race([number, failed])}` });
  } finally {
    failed.catch(() => undefined);
    stop();
    await ended.catch(() => undefined);
    release();
  }
}
