// Writes a document for TimelineJS, as JSON and as its spreadsheet.
import { ERAS } from './draft.ts';
import type { Draft, Written } from './format.ts';
import { escapeHtml, SOURCES_CLASS } from './html.ts';
import { counted, countLosses, lossesOf, type Feature, type LossCounter } from './losses.ts';
import { csvBytes, guardedIn } from './table/write.ts';
import { hasTime, hasZone, inParts, withoutZone, type DateInParts, type Parts } from './written-date.ts';

const HOLDS: readonly Feature[] = ['title', 'description', 'sources', 'source titles', 'lanes', 'subtitle'];

/** An event or era, as both forms need it. */
interface Slide {
  readonly when: DateInParts;
  readonly start: Parts;
  readonly end: Parts | null;
  readonly isEra: boolean;
  readonly headline: string;
  readonly text: string;
  readonly group: string;
  readonly id: string;
}

function slidesOf(draft: Draft, losses: LossCounter): Slide[] {
  const titles = new Map(draft.lanes.map(({ id, title }) => [id, title]));
  return draft.events.flatMap((event): Slide[] => {
    const when = inParts(event.date);
    if (when === null) return [];
    const start = when.start ?? when.end;
    if (start === null) {
      losses.count(
        'no bound',
        (count) =>
          `${counted(count, 'event')} with neither a known start nor end ${count === 1 ? 'is' : 'are'} left out`,
      );
      return [];
    }
    if (!when.exact)
      losses.count(
        'inexact',
        (count) =>
          `Doubt, open ends and the like are kept in words alone in ${counted(count, 'event')}, beside the bounds of the date`,
      );
    if (start.year === 0 || when.end?.year === 0)
      losses.count(
        'no year 0',
        (count) => `1 BCE is written as -1 in ${counted(count, 'event')}, since TimelineJS has no year 0`,
      );
    if (hasTime(when.date) && hasZone(when.date.edtf)) losses.count('zones', withoutZone);
    if (/ {2}|\t/.test(event.description ?? ''))
      losses.count(
        'spaces',
        (count) => `Spaces in a row become one in the description of ${counted(count, 'event')}`,
      );
    const group = titles.get(event.lane) ?? '';
    const end = when.start === null ? null : when.end;
    return [
      {
        when,
        start,
        end,
        isEra:
          group === ERAS && end !== null && event.description === undefined && event.sources.length === 0,
        headline: event.title,
        text: htmlOf(event.description, event.sources),
        group,
        id: event.id,
      },
    ];
  });
}

function htmlOf(description: string | undefined, sources: Draft['events'][number]['sources']): string {
  const paragraphs = description === undefined ? [] : description.trim().split('\n');
  const links = sources.map(
    ({ title, address }) => `<a href="${escapeHtml(address)}">${escapeHtml(title)}</a>`,
  );
  return [
    ...paragraphs.map((paragraph) => (paragraph.trim() === '' ? '<br>' : `<p>${escapeHtml(paragraph)}</p>`)),
    ...(links.length === 0 ? [] : [`<p class="${SOURCES_CLASS}">${links.join(' ')}</p>`]),
  ].join('');
}

/** Years as people count them: there is no year 0. */
function shown(year: number): number {
  return year <= 0 ? year - 1 : year;
}

function dateObject({ year, month, day, time }: Parts): object {
  const [hour, minute, second] = time?.split(':').map(Number) ?? [];
  return {
    year: shown(year),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
    ...(hour !== undefined && { hour, minute }),
    ...(second !== undefined && { second }),
  };
}

/** Writes TimelineJS JSON of version 3. */
export async function writeTimelineJs(draft: Draft): Promise<Written> {
  const losses = countLosses();
  const slides = slidesOf(draft, losses);
  const objects = {
    title: {
      text: {
        headline: escapeHtml(draft.title),
        ...(draft.subtitle !== undefined && { text: escapeHtml(draft.subtitle) }),
      },
    },
    events: slides
      .filter(({ isEra }) => !isEra)
      .map(({ when, start, end, headline, text, group, id }) => ({
        start_date: dateObject(start),
        ...(end !== null && { end_date: dateObject(end) }),
        ...(!when.exact && { display_date: escapeHtml(when.words) }),
        text: { headline: escapeHtml(headline), ...(text !== '' && { text }) },
        group,
        unique_id: id,
      })),
    eras: slides
      .filter(({ isEra }) => isEra)
      .map(({ start, end, headline }) => ({
        start_date: dateObject(start),
        end_date: dateObject(end ?? start),
        text: { headline: escapeHtml(headline) },
      })),
  };
  const bytes = new TextEncoder().encode(`${JSON.stringify(objects, null, 2)}\n`);
  return Promise.resolve({ bytes, losses: [...lossesOf(draft, [...HOLDS, 'ids']), ...losses.list()] });
}

/** The heads of the spreadsheet's current template. */
export const TEMPLATE_HEADS = [
  'Year',
  'Month',
  'Day',
  'Time',
  'End Year',
  'End Month',
  'End Day',
  'End Time',
  'Display Date',
  'Headline',
  'Text',
  'Media',
  'Media Credit',
  'Media Caption',
  'Media Thumbnail',
  'Alt Text',
  'Type',
  'Group',
  'Background',
] as const;

/** Writes the spreadsheet of TimelineJS, for import into Google Sheets. */
export async function writeTimelineJsCsv(draft: Draft): Promise<Written> {
  const losses = countLosses();
  const rows: string[][] = [
    [...TEMPLATE_HEADS],
    rowOf(null, null, '', escapeHtml(draft.title), escapeHtml(draft.subtitle ?? ''), 'title', ''),
    ...slidesOf(draft, losses).map(({ when, start, end, headline, text, group, isEra }) =>
      rowOf(
        start,
        end,
        when.exact ? '' : when.words,
        escapeHtml(headline),
        text,
        isEra ? 'era' : '',
        isEra ? '' : group,
      ),
    ),
  ];
  return Promise.resolve({
    bytes: csvBytes(rows),
    losses: [...lossesOf(draft, HOLDS), ...losses.list(), ...guardedIn(rows)],
  });
}

function rowOf(
  start: Parts | null,
  end: Parts | null,
  words: string,
  headline: string,
  text: string,
  type: string,
  group: string,
): string[] {
  return [...cellsOf(start), ...cellsOf(end), words, headline, text, '', '', '', '', '', type, group, ''];
}

function cellsOf(parts: Parts | null): string[] {
  if (parts === null) return ['', '', '', ''];
  const { year, month, day, time } = parts;
  return [String(shown(year)), String(month ?? ''), String(day ?? ''), time ?? ''];
}
