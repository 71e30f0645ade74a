// The parts around the timeline of a figure: its header, legend, lists and credit.
import { counted } from '../../shared/dates/distance.ts';
import type { ComponentChildren } from 'preact';
import { dateInWords } from '../../shared/dates/words.ts';
import type { PlacedArticle } from '../../shared/document/document.ts';
import { isProposed } from '../../shared/document/proposed.ts';
import { laneTitleOf } from '../../shared/document/lane-of.ts';
import { NEW_TITLE, UNKNOWN_PUBLISHER } from '../../shared/document/unnamed.ts';
import type { FigureOptions } from '../../shared/figure/figure.ts';
import { domainOf } from '../../shared/hosts.ts';
import { sourceNumbers } from '../timeline/texts.ts';
import type { TimelineModel } from '../view/model.ts';
import type { DateStyle } from './legend.ts';
import type { ListName, ListPlan } from './plan.ts';
import type { NumberedSources } from './sources.ts';

/** What a list of a figure says. */
export interface ListContent {
  readonly name: ListName;
  readonly heading: string;
  /** One of its items, as in “and 12 more sources”. */
  readonly noun: string;
  /** The narrowest column, and the room between two; CSS pixels. */
  readonly column: number;
  readonly columnGap: number;
  readonly items: readonly ComponentChildren[];
  /** Items that are only counted. */
  readonly beyond: number;
}

/** Title and subtitle, in the figure's own words if it has some; nothing where there is neither. */
export function Header({ options: { words }, model }: { options: FigureOptions; model: TimelineModel }) {
  const { document } = model;
  const title = words?.title ?? (document.title === NEW_TITLE ? undefined : document.title);
  const subtitle = words?.subtitle ?? document.subtitle;
  if (title === undefined && subtitle === undefined) return null;
  return (
    <header class="figure-header">
      {title !== undefined && <h1 dir="auto">{title}</h1>}
      {subtitle !== undefined && (
        <p class="figure-subtitle" dir="auto">
          {subtitle}
        </p>
      )}
    </header>
  );
}

/** Explains the ways of drawing dates. Lanes bear their names, so they need no legend. */
export function Legend({ styles }: { styles: readonly DateStyle[] }) {
  return (
    <section class="figure-legend" aria-label="Legend">
      <ul>
        {styles.map(({ className, meaning }) => (
          <li key={className}>
            <i class={`swatch-style ${className}`}>
              <i class="mark-shape" />
              {className.endsWith(' proposed') && <i class="mark-frame" />}
            </i>
            <span>{meaning}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Names each source and its domain. The whole address, too long for most lists, is the link's. */
export function sourcesOf({ list }: NumberedSources): ListContent {
  return {
    name: 'sources',
    heading: list.length === 1 ? 'Source' : 'Sources',
    noun: 'source',
    column: 210,
    columnGap: 24,
    items: list.map(({ title, address }, position) => (
      <>
        <span class="figure-number">{position + 1}</span>
        <span class="figure-source">
          <span dir="auto">{title}</span> <Link address={address}>{domainOf(address)}</Link>
        </span>
      </>
    )),
    beyond: 0,
  };
}

/** The document's notes. */
export function notesOf({ document }: TimelineModel, numbers: NumberedSources | null): ListContent {
  return {
    name: 'notes',
    heading: document.notes.length === 1 ? 'Note' : 'Notes',
    noun: 'note',
    column: 480,
    columnGap: 28,
    items: document.notes.map((note) => (
      <p dir="auto">
        {note.text}
        {numbers !== null && <Numbers numbers={numbers.numbersOf(note)} />}
      </p>
    )),
    beyond: 0,
  };
}

/** The most events without a date to name. The rest are counted. */
const MOST_UNDATED = 40;

/** Names the events without a date, with their lanes. */
export function undatedOf({ document, undated }: TimelineModel): ListContent {
  const named = Array.from(undated.subarray(0, MOST_UNDATED)).flatMap((row) => document.events.at(row) ?? []);
  return {
    name: 'undated',
    heading: 'Without a date',
    noun: 'event',
    column: 240,
    columnGap: 28,
    items: named.map((event) => (
      <p dir="auto">
        <span class="isolated">{event.title}</span> (<bdi>{laneTitleOf(document, event)}</bdi>
        {isProposed(event) && ', proposed'})
      </p>
    )),
    beyond: undated.length - named.length,
  };
}

/** As much of a list as is planned. */
export function List({
  content,
  plan,
  width,
  goesOn,
}: {
  readonly content: ListContent;
  readonly plan: ListPlan;
  /** Of each column, CSS pixels. */
  readonly width: number;
  /** Whether a page with the rest follows. */
  readonly goesOn: boolean;
}) {
  const isFirst = plan.columns[0]?.start === 0;
  return (
    <section class={`figure-list figure-${content.name}`}>
      <h2>{isFirst ? content.heading : `${content.heading}, continued`}</h2>
      <div class="figure-columns" style={{ gap: `${content.columnGap}px` }}>
        {plan.columns.map(({ start, end }) => (
          <ol key={start} start={start + 1} style={{ width: `${width}px` }}>
            {content.items.slice(start, end).map((item, position) => (
              <li key={position}>{item}</li>
            ))}
          </ol>
        ))}
      </div>
      {plan.left > 0 && <p class="figure-more">{moreInWords(plan.left, content.noun, goesOn)}</p>}
    </section>
  );
}

/** “and 12 more sources”, “12 more sources on the next page”. */
export function moreInWords(count: number, noun: string, goesOn: boolean): string {
  const more = counted(count, `more ${noun}`);
  return goesOn ? `${more} on the next page` : `and ${more}`;
}

/** Says whose articles these are, in the figure's own words if it has some. */
export function Credits({
  articles,
  words,
}: {
  articles: readonly PlacedArticle[];
  words: string | undefined;
}) {
  if (words === undefined && articles.length === 0) return null;
  return (
    <footer class="figure-credit">
      {words === undefined ? (
        articles.map((article) => <Credit key={article.id} article={article} />)
      ) : (
        <p dir="auto">{words}</p>
      )}
    </footer>
  );
}

function Credit({ article }: { article: PlacedArticle }) {
  return (
    <p dir="auto">
      {'Events from “'}
      <cite dir="auto">{article.title}</cite>
      {'”'}
      {article.publisher !== UNKNOWN_PUBLISHER && (
        <>
          {', '}
          <bdi>{article.publisher}</bdi>
        </>
      )}
      {article.publishedWhen !== undefined && `, published ${dateInWords(article.publishedWhen)}`}
      {article.address !== undefined && (
        <>
          {'. '}
          <Link address={article.address}>{article.address}</Link>
        </>
      )}
    </p>
  );
}

function Numbers({ numbers }: { numbers: readonly number[] }) {
  return numbers.length === 0 ? null : <sup class="mark-sources">{sourceNumbers(numbers)}</sup>;
}

/** A link that PDF and SVG keep. Its text is an address or a domain. */
function Link({ address, children }: { address: string; children: string }) {
  return (
    <a href={address} dir="ltr">
      {children}
    </a>
  );
}
