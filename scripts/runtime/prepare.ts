// Gets this machine ready to run the app: first Electron, then the system packages that it needs.
import { failure, type Failure, type Result } from '../../src/shared/result.ts';
import { describeRuntime, type Purpose } from './decisions.ts';
import { ensureElectron, type Electron } from './electron.ts';
import { seeToSystem } from './system.ts';

export type { Purpose } from './decisions.ts';

/**
 * Provides everything that the app needs to run, says which Electron is in use, and returns it. Fails with one sentence
 * on what is missing; this includes a folder that cannot be written and a full disk.
 */
export async function prepare(purpose: Purpose): Promise<Result<Electron>> {
  try {
    const electron = await ensureElectron();
    if (!electron.ok) return electron;
    const system = await seeToSystem(electron.value.executable, purpose);
    if (!system.ok) return system;
    console.log(describeRuntime(electron.value.version, electron.value.target));
    return electron;
  } catch (error) {
    return failure('set-up', 'The set-up could not be finished.', [String(error)]);
  }
}

/** A failure as shown in a terminal: the sentence, then its details, one a line. */
export function describeFailure({ message, details }: Failure): string {
  return [message, ...details.map((detail) => `  ${detail}`)].join('\n');
}
