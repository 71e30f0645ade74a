// Says in one line why a date was read as it was: in English, as all of the app, whatever the text is in.
import { parseEventDate } from '../dates/parse.ts';
import { dateInWords } from '../dates/words.ts';
import type { Tense } from './language.ts';

/** Why an event has a date that no words of its sentence say, or none. */
export interface Cause {
  /**
   * `lead`: the first sentence of news; `news`: a later one; `nominal`: a noun tells the event; `other-report`: another
   * report begins; `coarse`: what its date hangs on is longer than a day.
   */
  readonly kind: 'lead' | 'news' | 'nominal' | 'other-report' | 'coarse';
  /** The day of the news, in EDTF. */
  readonly base?: string;
}

/** Why a date was read as it was: what an explanation has to say. */
export interface Reason {
  readonly kind: 'stated' | 'reference' | 'anchor' | 'undated' | 'length' | 'repeated' | 'no-reference';
  /** The words in the text. */
  readonly words: string;
  /** What it hangs on, as EDTF; the reference date or the date before. */
  readonly base?: string;
  readonly baseWords?: string;
  /** Whether the reference date is that of another report within the text. */
  readonly isOtherReport?: boolean;
  readonly tense?: Tense;
  /** Whether the order of day and month is open, or another date stands in for what it should hang on. */
  readonly doubt?: 'two-orders' | 'stands-in' | null;
}

/** One line, without a full stop. */
export function why({ kind, words, base, baseWords, isOtherReport, tense, doubt }: Reason): string {
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
      return `${said}, counted from the ${isOtherReport === true ? 'date of this report' : 'publication date'}, ${inWords(base)}${tense === null || tense === undefined ? '' : `; the verb tells what ${tense === 'future' ? 'is to come' : 'was'}`}${doubtful}`;
    case 'anchor':
      return `${said}, counted from “${baseWords ?? ''}”, ${inWords(base)}${doubtful}`;
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
      return `No date in the sentence; news begins with what happened on the day of publication or just before, ${inWords(base)}`;
    case 'news':
      return `No date in the sentence; it goes on with the news of ${inWords(base)}`;
    case 'nominal':
      return 'Named without a date';
    case 'coarse':
      return 'that date is too rough to count from, so this event has no date yet';
    case 'other-report':
      return 'another report begins here, which may have been written on another day';
  }
}

/** A date in EDTF, in words. */
function inWords(edtf = ''): string {
  const read = parseEventDate(edtf);
  return read.ok ? dateInWords(read.value) : edtf;
}
