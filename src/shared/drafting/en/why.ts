// Says in one line of English why a date was read as it was.
import type { Reason } from '../language.ts';

/** One line, without a full stop. */
export function why({ kind, words, base, baseWords, tense, doubt }: Reason): string {
  const said = `“${words}”`;
  const doubtful =
    doubt === 'two-orders'
      ? '; day and month can be read in either order'
      : doubt === 'stands-in'
        ? '; the text gives no date before it, so this is in doubt'
        : '';
  switch (kind) {
    case 'stated':
      return `${said} says so${doubtful}`;
    case 'reference':
      return `${said}, counted from the publication date, ${base ?? ''}${tense === null || tense === undefined ? '' : `; the verb tells what ${tense === 'future' ? 'is to come' : 'was'}`}${doubtful}`;
    case 'anchor':
      return `${said}, counted from “${baseWords ?? ''}”, ${base ?? ''}${doubtful}`;
    case 'event':
      return `${said} hangs on an event without a date of its own${doubtful}`;
    case 'no-reference':
      return `${said} waits for the publication date, which is not known`;
    case 'length':
      return `${said} is a length of time, no date`;
    case 'repeated':
      return `${said} happens again and again`;
    case 'undated':
      return `${said} names no date of the calendar`;
  }
}
