// The spreadsheet of TimelineJS as CSV, in its current and its oldest template. https://timeline.knightlab.com/docs/using-spreadsheets.html
import { excerpt } from '../excerpt.ts';
import { success, type Result } from '../result.ts';
import { headsOf } from './csv.ts';
import { ERAS, headingOf, oneLine, startDraft, type Found } from './draft.ts';
import { Likelihood, type Format, type Imported, type ReadOptions } from './format.ts';
import { loadHtml } from './html.ts';
import { readWrittenDate, readWrittenTime, USUAL } from '../dates/written.ts';
import { collectProblems, inEntries } from './report.ts';
import { readCsv } from './table/csv.ts';
import { readTable } from './table/events.ts';
import { columnsOf, plain, type Table } from './table/mapping.ts';
import { TEMPLATE_HEADS, writeTimelineJsCsv } from './write-timelinejs.ts';
import { edtfOfParts, mediaIn, withShown } from './timelinejs.ts';

/** The heads of both templates. */
const HEADS = [...TEMPLATE_HEADS, 'Start Date', 'End Date', 'Tag'] as const;
type Head = (typeof HEADS)[number];

/** What is read of the title slide. */
const OF_TITLES: readonly Head[] = ['Headline', 'Text', 'Type'];

/** Columns that say nothing an event can hold. */
const LEFT_OUT = ['Media Thumbnail', 'Alt Text', 'Background'] as const;

async function read(bytes: Uint8Array, options: ReadOptions): Promise<Result<Imported>> {
  const problems = collectProblems(options.file);
  const table = await readCsv(bytes, options, problems);
  if (!table.ok) return table;
  return options.mapping === undefined
    ? readTemplate(table.value, options, problems)
    : readTable(table.value, options.mapping, options, problems);
}

/** Reads a table by the heads of TimelineJS. */
export async function readTemplate(
  table: Table,
  options: ReadOptions,
  problems: ReturnType<typeof collectProblems>,
): Promise<Result<Imported>> {
  const draft = startDraft(options.file, problems);
  const html = await loadHtml(problems);
  const columns = columnsOf(table, true).map(plain);
  const indexes = new Map<string, number>();
  columns.forEach((column, index) => {
    if (!indexes.has(column)) indexes.set(column, index);
  });
  const known = new Set(HEADS.map(plain));
  const isOld = indexes.has('start date') || indexes.has('end date');
  let heading = { title: '', subtitle: '' };
  let seenTitle = false;

  for (let index = 1; index < table.rows.length; index += 1) {
    const row = table.rows[index] ?? [];
    if (row.every((cell) => cell.trim() === '')) continue;
    const cell = (head: Head): string => row[indexes.get(plain(head)) ?? -1]?.trim() ?? '';
    const line = (): number | null => table.lineOf(index);
    const type = cell('Type').toLowerCase();
    const title = html(cell('Headline'), { line });
    const text = html(cell('Text'), { line });
    const caption = html(cell('Media Caption'), { line });
    const credit = html(cell('Media Credit'), { line });
    if (type === 'title' && !seenTitle) {
      seenTitle = true;
      heading = { title: title.text, subtitle: text.text };
      const more = HEADS.filter((head) => !OF_TITLES.includes(head) && cell(head) !== '');
      if (more.length > 0)
        problems.add(
          `Of the title slide, ${more.map((head) => `“${head}”`).join(', ')} ${more.length === 1 ? 'was' : 'were'} left out`,
          { line },
        );
      continue;
    }
    for (const head of LEFT_OUT)
      if (cell(head) !== '')
        problems.count(
          head,
          (count) => `The column was left out, with what it holds ${inEntries(count, 'rows')}`,
          { line, path: head },
        );

    const fault = (reason: string, path: string): null => {
      problems.add(`The date ${reason}; the event has no ${path.startsWith('End') ? 'end' : 'date'}`, {
        line,
        path,
      });
      return null;
    };
    const dateOf = (prefix: '' | 'End '): string | null => {
      const head = `${prefix}Year` as const;
      const number = (text_: string): string => text_.replace(/[ ,]/g, '');
      const [year, month, day, time] = [
        number(cell(head)),
        number(cell(`${prefix}Month`)),
        number(cell(`${prefix}Day`)),
        cell(`${prefix}Time`),
      ];
      if (year === '' && month === '' && day === '' && time === '') return null;
      const clock = time === '' ? '' : readWrittenTime(time);
      if (/:\d\d[.,]\d*[1-9]/.test(time))
        problems.count(
          'fractions',
          (count) => `Fractions of a second were left out ${inEntries(count, 'dates')}`,
          { line, path: `${prefix}Time` },
        );
      if (clock === null)
        return fault(`has the time ${excerpt(time)}, which cannot be read`, `${prefix}Time`);
      const [hour = '', minute = '', second = ''] = clock.split(':');
      const edtf = edtfOfParts({ year, month, day, hour, minute, second });
      return edtf.ok ? edtf.value : fault(edtf.failure.message, head);
    };
    const oldDateOf = (head: 'Start Date' | 'End Date'): string | null => {
      if (cell(head) === '') return null;
      // Two numbers and a year are the month and the day there, never the other way round.
      const date = readWrittenDate(cell(head), { ...USUAL, order: 'month-first' });
      return date.ok ? date.value.edtf : fault(date.failure.message, head);
    };
    const [start, end] = isOld
      ? [oldDateOf('Start Date'), oldDateOf('End Date')]
      : [dateOf(''), dateOf('End ')];
    const writtenStart = isOld ? cell('Start Date') : cell('Year');
    if (
      start === null &&
      writtenStart === '' &&
      end === null &&
      cell('Month') + cell('Day') + cell('Time') === ''
    )
      problems.add('The event has no date', { line, path: isOld ? 'Start Date' : 'Year' });
    let date = start ?? undefined;
    if (start !== null && end !== null && start !== end) date = `${start}/${end}`;
    if (type === 'era' && start !== null && end === null)
      problems.add('The era has no end; it became an event at its start', {
        line,
        path: isOld ? 'End Date' : 'End Year',
      });
    if (start === null && end !== null)
      problems.add('The event has an end, but no start; it has no date', { line, path: 'End Year' });
    const shown = oneLine(html(cell('Display Date')).text);
    if (date !== undefined && shown !== '')
      date = withShown(date, shown, problems, { line, path: 'Display Date' });
    const media = mediaIn(
      {
        url: cell('Media'),
        caption: caption.text,
        credit: credit.text,
      },
      problems,
      { line, path: 'Media' },
    );
    const found: Found = {
      row: index + 1,
      where: { line },
      title: title.text,
      description: [text.text, ...media.words].filter((words) => words !== '').join('\n'),
      date,
      written: shown !== '' ? shown : [start, end].filter((one) => one !== null).join(' – ') || writtenStart,
      lane: type === 'era' ? ERAS : cell('Group') || cell('Tag'),
      sources: [...media.sources, ...[title, text, caption, credit].flatMap(({ links }) => links)],
    };
    draft.add(found);
  }
  columns.forEach((column, place) => {
    const isFilled = table.rows.slice(1).some((row) => (row[place]?.trim() ?? '') !== '');
    if (!known.has(column) && isFilled)
      problems.add('The column was not imported', { path: columnsOf(table, true)[place] ?? column });
  });
  return success(draft.finish(headingOf(heading.title, heading.subtitle)));
}

/** Whether heads are those of a TimelineJS spreadsheet. */
export function areTemplateHeads(heads: readonly string[]): boolean {
  const own = new Set(heads.map(plain));
  return (
    own.has('headline') &&
    ((own.has('year') && own.has('end year')) ||
      (own.has('start date') && own.has('end date') && own.has('media')))
  );
}

/** TimelineJS CSV. */
export const timelinejsCsv: Format = {
  id: 'timelinejs-csv',
  name: 'TimelineJS CSV',
  endings: ['.csv'],
  recognise: (beginning) => (areTemplateHeads(headsOf(beginning)) ? Likelihood.Sure : Likelihood.No),
  read,
  write: writeTimelineJsCsv,
};
