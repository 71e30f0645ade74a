// `npm run export -- …`: writes figures from the command line in development, with or without a display.
import { runCommandLine } from './command-line.ts';

process.exitCode = await runCommandLine(process.argv.slice(2));
