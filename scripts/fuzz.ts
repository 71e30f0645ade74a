// `npm run fuzz [-- NUMBER]`: reads many more mutated documents, articles and files of other programs, and writes more of these, than `npm test`, each time others.
import { join } from 'node:path';
import { projectFolder, run } from './processes.ts';

const [number = '500000'] = process.argv.slice(2);
const vitest = join(projectFolder, 'node_modules/vitest/vitest.mjs');
process.exitCode = await run(
  process.execPath,
  [vitest, 'run', 'mutants', 'formats/round-trip', '--testTimeout', String(24 * 60 * 60 * 1000)],
  // Vite hands variables with this beginning on to tests of code without Node.
  { cwd: projectFolder, env: { ...process.env, VITE_MUTANTS: number } },
);
