// `npm run convert -- FILE… --to FILE` converts as `dateline convert` does.
import { runInProcess } from './in-process.ts';

process.exitCode = await runInProcess(['convert', ...process.argv.slice(2)]);
