// Where main says what a developer needs to know: one line on the standard error stream.

/** Writes one line to standard error, marked as Dateline's. */
export function log(line: string): void {
  process.stderr.write(`dateline: ${line}\n`);
}
