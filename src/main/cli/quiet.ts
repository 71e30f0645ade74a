// Keeps libraries from writing to standard error, which has one sentence for each failure.

/** The reader of PDF files complains there that it cannot draw, and nothing is drawn. */
export function keepLibrariesQuiet(): void {
  // eslint-disable-next-line no-console -- nothing is written
  console.warn = () => undefined;
}
