// The first glance at an article, before any work: how many sentences have a date, and when it may have been published.
import { useEffect, useState } from 'preact/hooks';
import { counted } from '../../shared/dates/distance.ts';
import { readAgain } from '../../shared/dates/parse.ts';
import { dateInWords } from '../../shared/dates/words.ts';
import { readArticleField } from '../article/article-fields.ts';
import type { FirstGlance as Glanced } from './messages.ts';
import { glanceAt } from './proposals.ts';

/** How long a text rests before it is looked at, milliseconds. */
const REST = 250;
/** The most days that are offered. */
const MOST_OFFERED = 3;

/** Says what a text has for a timeline, and offers its publication date where that is not known. */
export function FirstGlance({
  text,
  published,
  address,
  take,
}: {
  readonly text: string;
  /** What stands in the field of the publication date. */
  readonly published: string;
  readonly address: string;
  /** Takes a publication date that was offered, in words. */
  readonly take: (date: string) => void;
}) {
  const [glance, setGlance] = useState<Glanced | null>(null);
  const read = readArticleField('published', published);
  const known = read.ok ? (read.value ?? null) : null;
  useEffect(() => {
    if (text.trim() === '') {
      setGlance(null);
      return;
    }
    let cancel = (): void => undefined;
    const rest = setTimeout(() => {
      const looking = glanceAt({ text, published: known, address: address.trim() === '' ? null : address });
      ({ cancel } = looking);
      void looking.glance.then((found) => {
        if (found !== null) setGlance(found);
      });
    }, REST);
    return () => {
      clearTimeout(rest);
      cancel();
    };
  }, [text, known, address]);
  if (glance === null) return null;
  const offered = new Map(glance.offered.map((one) => [one.date, one]));
  return (
    <div class="glance" role="status">
      <p>{glanceInWords(glance)}</p>
      {known === null && offered.size > 0 && (
        <p>
          Was it published on{' '}
          {[...offered.values()].slice(0, MOST_OFFERED).map(({ date, from, words }, number) => {
            const day = dateInWords(readAgain(date));
            return (
              <span key={date}>
                {number > 0 && ' or '}
                <button
                  type="button"
                  class="link"
                  title={from === 'address' ? 'Its address says so.' : `It says “${words}”.`}
                  onClick={() => {
                    take(day);
                  }}
                >
                  {day}
                </button>
              </span>
            );
          })}
          ?
        </p>
      )}
    </div>
  );
}

/** “23 sentences with a date, from March 2019 to October 2022.” */
function glanceInWords({ sentences, from, to, waiting }: Glanced): string {
  const day = (date: string): string => dateInWords(readAgain(date));
  const span =
    from === null || to === null ? '' : from === to ? `, ${day(from)}` : `, from ${day(from)} to ${day(to)}`;
  const dated = sentences === 0 ? 'No sentence with a date' : `${counted(sentences, 'sentence')} with a date`;
  const rest =
    waiting === 0
      ? ''
      : ` ${counted(waiting, 'expression')} such as “yesterday” ${waiting === 1 ? 'waits' : 'wait'} for the publication date.`;
  return `${dated}${span}.${rest}`;
}
