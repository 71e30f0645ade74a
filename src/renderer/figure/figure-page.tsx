// Lays out a figure: the timeline, and around it the parts by which a reader can check it.
import { signal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fit, type TimeWindow } from '../../shared/dates/window.ts';
import { dateInWords } from '../../shared/dates/words.ts';
import { eventAt, type PlacedArticle, type Source } from '../../shared/document/document.ts';
import { laneTitleOf } from '../../shared/document/lane-of.ts';
import type { FigureContent, FigureOptions } from '../../shared/figure/figure.ts';
import { pageSize } from '../../shared/figure/text-size.ts';
import { domainOf } from '../../shared/hosts.ts';
import type { Drawing } from '../timeline/axis.tsx';
import { frameOf } from '../timeline/frame.ts';
import { createLayout, LOWEST_LANE } from '../timeline/layout.ts';
import { labelMeasure } from '../timeline/measure.ts';
import { sourceNumbers } from '../timeline/texts.ts';
import type { TimelineModel } from '../view/model.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { EXTRA_WIDTH } from '../timeline/vis.ts';
import { dateStylesIn, type DateStyle } from './legend.ts';
import { numberSources } from './sources.ts';

/** The room at either end of the whole timeline, as a share of its length. */
const MARGIN = 0.04;
/** Below this page width, in CSS pixels, the margins and the column of lane names are narrower. */
const NARROW = 840;
/** The axis above the lanes with its line, CSS pixels; the same as in timeline/timeline.css. */
const AXIS_HEIGHT = 47;
/** Spare height that vis-timeline needs, CSS pixels. */
const SPARE_HEIGHT = 2;

/** The figure to draw. */
export interface FigurePageProps {
  readonly options: FigureOptions;
  readonly model: TimelineModel;
  /** Called after each drawing of the timeline, when the parts around it are laid out. */
  readonly onDrawn: (drawing: Drawing) => void;
}

/** Draws the whole figure, as wide as its options say and at least as high. */
export function FigurePage({ options, model, onDrawn }: FigurePageProps) {
  const { parts, words } = options;
  const { document } = model;
  const subtitle = words?.subtitle ?? document.subtitle;
  const plan = useMemo(() => planOf(options, model), [options, model]);
  const { window, frame, sources, page, width } = plan;

  const place = useRef<HTMLElement>(null);
  const [height, setHeight] = useState<number | null>(null);
  useLayoutEffect(() => {
    // Whole pixels: a figure of a paper's size would otherwise grow by a part of one.
    if (place.current !== null)
      setHeight(Math.floor(place.current.getBoundingClientRect().height) - AXIS_HEIGHT);
  }, []);

  const styles = dateStylesIn(frame.lanes);
  const lanes = Math.max(1, model.index.lanes.length);
  return (
    <main
      class="figure"
      style={{
        width: `${page.width}px`,
        minHeight: `${page.height}px`,
        '--margin': `${width.margin}px`,
        '--lanes': `${width.lanes}px`,
      }}
    >
      {parts.title && (
        <header class="figure-header">
          <h1 dir="auto">{words?.title ?? document.title}</h1>
          {subtitle !== undefined && (
            <p class="figure-subtitle" dir="auto">
              {subtitle}
            </p>
          )}
        </header>
      )}
      <figure
        ref={place}
        class="figure-timeline"
        style={{
          width: `${width.timeline}px`,
          minHeight: `${AXIS_HEIGHT + SPARE_HEIGHT + lanes * LOWEST_LANE}px`,
        }}
      >
        {height !== null && (
          <Timeline
            model={signal(model)}
            window={signal(window)}
            selected={signal([])}
            still={{ sources: plan.sourcesOf, height }}
            onDrawn={onDrawn}
          />
        )}
      </figure>
      {parts.legend && styles.length > 0 && <Legend styles={styles} />}
      {parts.sources && sources.list.length > 0 && <Sources list={sources.list} />}
      {parts.note && document.notes.length > 0 && (
        <section class="figure-notes">
          <h2>{document.notes.length === 1 ? 'Note' : 'Notes'}</h2>
          <div>
            {document.notes.map((note, position) => (
              <p key={position} dir="auto">
                {note.text}
                {parts.sources && <Numbers numbers={sources.numbersOf(note)} />}
              </p>
            ))}
          </div>
        </section>
      )}
      {parts.note && model.undated.length > 0 && <WithoutDate model={model} />}
      {parts.credit && <Credits articles={document.articles} words={words?.credit} />}
    </main>
  );
}

/** Plans the figure before its layout: its window, its labels, its sources and its widths. */
function planOf(options: FigureOptions, model: TimelineModel) {
  const { document } = model;
  const { parts } = options;
  const page = pageSize(options);
  const isNarrow = page.width < NARROW;
  const margin = isNarrow ? 20 : 32;
  const lanes = isNarrow ? 104 : 150;
  const timeline = Math.floor(page.width) - 2 * margin;
  const window = windowOf(options.content, model);
  const plot = { width: timeline - lanes + EXTRA_WIDTH, height: page.height };
  // The requested height decides which events have a label. The height that remains for the timeline would depend on
  // the list of sources, which depends on the labels.
  const layout = createLayout({
    model,
    plot,
    all: window,
    measure: labelMeasure(document.events.length),
    still: { sources: () => [] },
  });
  const frame = frameOf({ layout, window, width: plot.width, isStill: true });
  const shown = frame.lanes
    .flatMap((lane) => lane.marks)
    .map(({ text }) => text.row)
    .toSorted((a, b) => a - b)
    .flatMap((row) => document.events[row] ?? []);
  const sources = numberSources(shown, parts.note ? document.notes : []);
  return {
    window,
    frame,
    sources,
    page,
    width: { margin, lanes, timeline },
    sourcesOf: (row: number) => {
      const event = document.events[row];
      return event === undefined || !parts.sources ? [] : sources.numbersOf(event);
    },
  };
}

function windowOf(content: FigureContent, { extent }: TimelineModel): TimeWindow {
  switch (content.kind) {
    case 'view':
      return content.window;
    case 'whole':
      return fit(extent, MARGIN, UNIX_YEAR);
    case 'dates':
      throw new Error('Dates are read before a figure is sent to its page.');
  }
}

/** The window of a document without events. It must not follow the clock. */
const UNIX_YEAR: TimeWindow = { start: Date.UTC(1970, 0, 1), end: Date.UTC(1971, 0, 1) };

/** Explains the ways of drawing dates. Lanes bear their names, so they need no legend. */
function Legend({ styles }: { styles: readonly DateStyle[] }) {
  return (
    <section class="figure-legend" aria-label="Legend">
      <ul>
        {styles.map(({ className, meaning }) => (
          <li key={className}>
            <i class={`swatch-style ${className}`}>
              <i class="mark-shape" />
            </i>
            <span>{meaning}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Names each source and its domain. The whole address, too long for most lists, is the link's. */
function Sources({ list }: { list: readonly Source[] }) {
  return (
    <section class="figure-sources">
      <h2>{list.length === 1 ? 'Source' : 'Sources'}</h2>
      <ol>
        {list.map(({ title, address }, position) => (
          <li key={address}>
            <span class="figure-number">{position + 1}</span>
            <span class="figure-source">
              <span dir="auto">{title}</span> <Link address={address}>{domainOf(address)}</Link>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The most events without a date to name. The rest are counted. */
const MOST_UNDATED = 40;

function WithoutDate({ model: { document, undated } }: { model: TimelineModel }) {
  const named = Array.from(undated.subarray(0, MOST_UNDATED)).flatMap((row) => eventAt(document, row) ?? []);
  const more = undated.length - named.length;
  return (
    <section class="figure-notes figure-undated">
      <h2>Without a date</h2>
      <div>
        {named.map((event) => (
          <p key={event.id} dir="auto">
            <span class="isolated">{event.title}</span> (<bdi>{laneTitleOf(document, event)}</bdi>)
          </p>
        ))}
        {more > 0 && <p>and {more.toLocaleString('en')} more</p>}
      </div>
    </section>
  );
}

/** Says whose articles these are, in the figure's own words if it has some. */
function Credits({ articles, words }: { articles: readonly PlacedArticle[]; words: string | undefined }) {
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
      {'”, '}
      <bdi>{article.publisher}</bdi>
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
