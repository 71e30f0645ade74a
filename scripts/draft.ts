// `npm run draft -- FILE…` drafts articles as `dateline draft` does.
import { runInProcess } from './in-process.ts';

process.exitCode = await runInProcess(['draft', ...process.argv.slice(2)]);
