// `npm run check -- FILE…` checks documents as `dateline check` does. Without a file, it checks the project: format, lint,
// types and unit tests, up to the first that fails.
import { runInProcess } from './in-process.ts';
import { npm, projectFolder, run } from './processes.ts';

const PROJECT_CHECKS = ['format:check', 'lint', 'types', 'unit'];

async function checkProject(): Promise<number> {
  for (const check of PROJECT_CHECKS) {
    const [command, words] = npm('run', check);
    const code = await run(command, words, { cwd: projectFolder });
    if (code !== 0) return code;
  }
  return 0;
}

const words = process.argv.slice(2);
process.exitCode = await (words.length === 0 ? checkProject() : runInProcess(['check', ...words]));
