// Says in one line of English why a date was read as it was.
import type { Cause, Reason } from '../language.ts';

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

/** Why an event has a date that its sentence does not say, or none. */
export function because({ kind, base }: Cause): string {
  switch (kind) {
    case 'lead':
      return `No date in the sentence; news begin with what happened on the day of publication or just before, ${base ?? ''}`;
    case 'news':
      return `No date in the sentence; it goes on with the news of ${base ?? ''}`;
    case 'nominal':
      return 'Named without a date';
    case 'coarse':
      return 'that is longer than the step from it, so that no date is given until it is known better';
    case 'other-report':
      return 'another report begins here, which may have been written on another day';
  }
}
