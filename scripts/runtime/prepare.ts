// Gets this machine ready to run the app: Electron first, then what that needs of the system.
import { failure, type Failure, type Result } from '../../src/shared/result.ts';
import { describeRuntime, type Purpose } from './decisions.ts';
import { ensureElectron, type Electron } from './electron.ts';
import { seeToSystem } from './system.ts';

export type { Purpose } from './decisions.ts';

/**
 * Sees to everything that running the app needs, says which Electron is in use, and gives it. Fails with the one
 * sentence on what is missing; a folder that cannot be written or a full disk is such a failure too.
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

/** A failure as the terminal shows it: the sentence, then what lies behind it, a line each. */
export function describeFailure({ message, details }: Failure): string {
  return [message, ...details.map((detail) => `  ${detail}`)].join('\n');
}
