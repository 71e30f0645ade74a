// The Timeline Project: XML since version 1.0, and the lines of text before it. http://thetimelineproj.sourceforge.net/
import { yearAsEdtf } from '../dates/as-edtf.ts';
import { parseEventDate } from '../dates/parse.ts';
import { PALETTE } from '../document/lane-colours.ts';
import { excerpt } from '../excerpt.ts';
import { failure, success, type Result } from '../result.ts';
import { answerTo } from './questions.ts';
import { ERAS, startDraft, type DraftBuilder, type Found } from './draft.ts';
import { isAddress } from './address.ts';
import { Likelihood, type Format, type Imported, type Question, type ReadOptions } from './format.ts';
import { collectProblems, inEntries, type Problems } from './report.ts';
import { decodeText, encodingOf, startOf } from './text.ts';
import { PALETTE_COLOURS, PLAIN_COLOUR, writeTimelineProject } from './write-timeline-project.ts';
import { child, childrenOf, readXml, textOfChild, type Element } from './xml.ts';

/** A time as the file writes it. */
interface Time {
  readonly date: string;
  readonly clock: string;
}

/** What an end at midnight means. */
type Ends = 'end-inclusive' | 'end-exclusive';

const TIME = /^(-?\d{1,6})-(\d{1,2})-(\d{1,2})(?: (\d{1,2}):(\d{1,2}):(\d{1,2}))?$/;

/** Reads `-473-3-15 8:47:24`; `null` if it is none. Years are astronomical and not padded. */
function timeIn(text: string): Time | null {
  const [whole, year, month = '', day = '', hour = '0', minute = '0', second = '0'] =
    TIME.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const edtf = yearAsEdtf(Number(year));
  const date = edtf.startsWith('Y') ? edtf : `${edtf}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!parseEventDate(date).ok) return null;
  return { date, clock: [hour, minute, second].map((part) => part.padStart(2, '0')).join(':') };
}

function dayBefore(date: string): string {
  const parsed = parseEventDate(date);
  if (!parsed.ok || date.startsWith('Y')) return date;
  const iso = new Date(parsed.value.start - 1).toISOString();
  const [, year = '', rest = ''] = /^([+-]?\d+)(-\d\d-\d\d)T/.exec(iso) ?? [];
  return `${yearAsEdtf(Number(year))}${rest}`;
}

/**
 * The date of an event. The format stores no precision: at midnight a time is a day, and everything else is as it stands.
 *
 * @param open whether the event goes on until today.
 * @param fuzzy which ends are estimates.
 */
function dateOf(
  start: Time,
  end: Time,
  ends: Ends,
  open: boolean,
  fuzzy: { readonly start: boolean; readonly end: boolean },
): string {
  const isDays = start.clock === '00:00:00' && end.clock === '00:00:00';
  const write = ({ date, clock }: Time): string =>
    isDays || date.startsWith('Y') ? date : `${date}T${clock.endsWith(':00') ? clock.slice(0, 5) : clock}`;
  const from = `${write(start)}${fuzzy.start ? '~' : ''}`;
  if (open) return `${from}/..`;
  const isRun = start.date !== end.date || start.clock !== end.clock;
  const last = isDays && isRun && ends === 'end-exclusive' ? dayBefore(end.date) : write(end);
  const to = `${last}${fuzzy.end ? '~' : ''}`;
  if (last === write(start)) return fuzzy.end && !fuzzy.start ? `${from}~` : from;
  return `${from}/${to}`;
}

function isTrue(text: string): boolean {
  return /^(?:true|1|yes)$/i.test(text);
}

/** The older encoding that the first line of an XML file names, in words of `--assume`; none for a file that is UTF-8. */
function declaredIn(bytes: Uint8Array): readonly string[] {
  const [, name] = /^<\?xml[^>]*\bencoding=["']([\w-]+)["']/i.exec(startOf(bytes)) ?? [];
  const encoding = name?.toLowerCase().replace('iso-8859-1', 'windows-1252') ?? '';
  return /^windows-125[12]$/.test(encoding) && encodingOf(bytes).guessed ? [encoding] : [];
}

async function read(bytes: Uint8Array, options: ReadOptions): Promise<Result<Imported>> {
  const problems = collectProblems(options.file);
  const decoded = decodeText(bytes, [...options.assume, ...declaredIn(bytes)], problems);
  if (!decoded.ok) return decoded;
  const text = decoded.value;
  const draft = startDraft(options.file, problems);
  if (!/^\s*</.test(text)) return readLines(text, draft, options);
  const xml = await readXml(text, TEXTS);
  if (!xml.ok) return xml;
  if (xml.value.name !== 'timeline')
    return failure(
      'timeline',
      `The file is XML of another kind: it begins with ${excerpt(xml.value.name)}, not with “timeline”.`,
    );
  return readTimeline(xml.value, draft, options);
}

function readTimeline(timeline: Element, draft: DraftBuilder, options: ReadOptions): Result<Imported> {
  const { problems } = draft;
  const type = textOfChild(timeline, 'timetype') || 'gregoriantime';
  if (type !== 'gregoriantime')
    return failure(
      'timeline',
      `The timeline counts in ${excerpt(type)}, which are no dates of the calendar. Dateline reads timelines of “gregoriantime”.`,
    );
  const lanes = lanesOf(child(timeline, 'categories'), draft);
  const events = childrenOf(child(timeline, 'events'), 'event');
  const runs = events.filter((event) => isRunOfDays(event));
  const { ends, questions } = endsOf(runs.length, options);
  const containers = containersOf(events);

  events.forEach((event, index) => {
    addEvent(draft, event, index + 1, { ends, lanes, containers });
  });
  const eras = childrenOf(child(timeline, 'eras'), 'era');
  eras.forEach((era, index) => {
    const [start, end] = [timeIn(textOfChild(era, 'start')), timeIn(textOfChild(era, 'end'))];
    const where = { line: era.line, path: 'era' };
    const open = isTrue(textOfChild(era, 'ends_today'));
    if (start === null || end === null)
      problems.add('The era has no start or end that can be read; the event has no date', where);
    draft.add({
      row: events.length + index + 1,
      where,
      title: textOfChild(era, 'name'),
      lane: ERAS,
      date:
        start === null || end === null
          ? undefined
          : dateOf(start, end, ends, open, { start: false, end: false }),
      written: `${textOfChild(era, 'start')} – ${textOfChild(era, 'end')}`,
    });
  });
  const hidden = childrenOf(child(child(timeline, 'view') ?? timeline, 'hidden_categories'), 'name');
  if (hidden.length > 0)
    problems.add(
      `Categories that were hidden are shown: ${hidden.map(({ text }) => excerpt(text.trim(), 40)).join(', ')}`,
      {
        line: hidden[0]?.line,
      },
    );
  return success(draft.finish({ questions }));
}

function isRunOfDays(event: Element): boolean {
  const [start, end] = [timeIn(textOfChild(event, 'start')), timeIn(textOfChild(event, 'end'))];
  return (
    start !== null &&
    end !== null &&
    start.clock === '00:00:00' &&
    end.clock === '00:00:00' &&
    start.date !== end.date
  );
}

/** What an end at midnight means is the habit of who wrote the file. */
function endsOf(
  runs: number,
  { assume }: ReadOptions,
): { readonly ends: Ends; readonly questions: readonly Question[] } {
  const answer = answerTo<Ends>(['end-inclusive', 'end-exclusive'], null, assume);
  if (answer !== undefined || runs === 0) return { ends: answer ?? 'end-inclusive', questions: [] };
  return {
    ends: 'end-inclusive',
    questions: [
      {
        column: null,
        words: `${runs} ${runs === 1 ? 'event ends' : 'events end'} at midnight at the beginning of a day: does that day still belong to the event?`,
        choices: [
          { answer: 'end-inclusive', words: 'yes: from Monday to Wednesday has three days' },
          { answer: 'end-exclusive', words: 'no: it has two days' },
        ],
        assumed: 'end-inclusive',
      },
    ],
  };
}

/** Makes a lane of each category. @returns the titles of lanes by the names of categories. */
function lanesOf(categories: Element | undefined, draft: DraftBuilder): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  const named = childrenOf(categories, 'category');
  for (const category of named) parents.set(textOfChild(category, 'name'), textOfChild(category, 'parent'));
  const titles = new Map<string, string>();
  for (const category of named) {
    const name = textOfChild(category, 'name');
    const path = [name];
    for (
      let parent = parents.get(name);
      parent !== undefined && parent !== '' && !path.includes(parent);
      parent = parents.get(parent)
    )
      path.unshift(parent);
    const title = path.join(' › ');
    titles.set(name, title);
    for (const other of ['progress_color', 'done_color', 'font_color'])
      if (!/^(?:|0,0,0|255,255,255|153,254,255)$/.test(textOfChild(category, other)))
        draft.problems.count(
          'colours',
          (count) => `Colours of text and of progress were left out ${inEntries(count, 'categories')}`,
          { line: category.line, path: other },
        );
    draft.lane(title, colourOf(textOfChild(category, 'color')));
  }
  return titles;
}

/** `r,g,b` as a colour of the palette or `#rrggbb`; none for the program's own grey. */
function colourOf(text: string): string | undefined {
  const parts = text.split(',').map(Number);
  if (text === PLAIN_COLOUR || parts.length !== 3 || parts.some((part) => !(part >= 0 && part <= 255)))
    return undefined;
  const hex = `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
  return PALETTE.find((name) => PALETTE_COLOURS[name] === hex) ?? hex;
}

/** Containers by their numbers: events whose text begins with `[7]`. */
function containersOf(events: readonly Element[]): ReadonlyMap<string, string> {
  const containers = new Map<string, string>();
  for (const event of events) {
    const [, number, name = ''] = /^\[(\d+)\](.*)$/s.exec(child(event, 'text')?.text ?? '') ?? [];
    if (number !== undefined) containers.set(number, name.trim());
  }
  return containers;
}

/** Elements that hold text, in which scripts may have written markup. */
const TEXTS = new Set(['name', 'text', 'description', 'labels']);
/** All that an event can have. */
const OF_EVENTS = new Set(
  'start end text progress fuzzy fuzzy_start fuzzy_end locked ends_today category categories description labels alert hyperlink icon default_color milestone'.split(
    ' ',
  ),
);
const LEFT_OUT = ['progress', 'locked', 'alert', 'icon', 'default_color', 'milestone'] as const;

function addEvent(
  draft: DraftBuilder,
  event: Element,
  row: number,
  {
    ends,
    lanes,
    containers,
  }: {
    readonly ends: Ends;
    readonly lanes: ReadonlyMap<string, string>;
    readonly containers: ReadonlyMap<string, string>;
  },
): void {
  const { problems } = draft;
  const { line } = event;
  const [startText, endText] = [textOfChild(event, 'start'), textOfChild(event, 'end')];
  const start = timeIn(startText);
  const end = timeIn(endText || startText);
  if (start === null || end === null)
    problems.add(
      startText === ''
        ? 'The event has no start; it has no date'
        : `The time ${excerpt(start === null ? startText : endText)} is none that the format knows; the event has no date`,
      { line, path: 'start' },
    );
  for (const name of LEFT_OUT) {
    const text = textOfChild(event, name);
    if (text !== '' && text !== '0' && !/^false$/i.test(text))
      problems.count(name, (count) => `“${name}” was left out ${inEntries(count, 'events')}`, {
        line,
        path: name,
      });
  }
  const written = child(event, 'text')?.text ?? '';
  const [, opening, number = '', rest = ''] = /^([[(])(\d+)[\])](.*)$/s.exec(written) ?? [];
  const container = opening === '(' ? containers.get(number) : undefined;
  if (opening !== undefined)
    problems.count(
      'containers',
      (count) =>
        `Containers became events, and their parts are tagged with their names, ${inEntries(count, 'events')}`,
      { line },
    );
  const unknown = event.children.find(({ name }) => !OF_EVENTS.has(name));
  if (unknown !== undefined)
    problems.count(
      'unknown',
      (count) =>
        `Elements that are not read, such as ${excerpt(unknown.name, 40)}, were left out ${inEntries(count, 'events')}`,
      { line: unknown.line, path: unknown.name },
    );
  const attribute = Object.keys(event.attributes ?? {}).find((name) => name !== 'id');
  if (attribute !== undefined)
    problems.count(
      'attributes',
      (count) => `Attributes, such as ${excerpt(attribute, 40)}, were left out ${inEntries(count, 'events')}`,
      { line },
    );
  const fuzzy = isTrue(textOfChild(event, 'fuzzy'));
  const category = textOfChild(event, 'category');
  const others = childrenOf(child(event, 'categories'), 'category').map(({ text }) => text.trim());
  const labels = textOfChild(event, 'labels')
    .split(/\s+/)
    .filter((label) => label !== '');
  const links = textOfChild(event, 'hyperlink')
    .split(';')
    .map((link) => link.trim())
    .filter((link) => link !== '');
  const found: Found = {
    row,
    where: { line },
    id: event.attributes?.['id'],
    title: (opening === undefined ? written : rest).trim(),
    description: textOfChild(event, 'description'),
    lane: category === '' ? undefined : (lanes.get(category) ?? category),
    tags: [
      ...others.filter((one) => one !== category),
      ...labels,
      ...(container === undefined ? [] : [container]),
    ],
    sources: sourcesIn(links, problems, line),
    written: endText === '' || endText === startText ? startText : `${startText} – ${endText}`,
    date:
      start === null || end === null
        ? undefined
        : dateOf(start, end, ends, isTrue(textOfChild(event, 'ends_today')), {
            start: fuzzy || isTrue(textOfChild(event, 'fuzzy_start')),
            end: fuzzy || isTrue(textOfChild(event, 'fuzzy_end')),
          }),
  };
  draft.add(found);
}

function sourcesIn(
  links: readonly string[],
  problems: Problems,
  line: number,
): { readonly address: string }[] {
  return links.flatMap((address) => {
    if (isAddress(address)) return [{ address }];
    problems.add(`${excerpt(address)} is no address of http or https, and was left out`, {
      line,
      path: 'hyperlink',
    });
    return [];
  });
}

/** Before version 1.0 a file was lines: `EVENT:start;end;text;category;description:…`. */
function readLines(text: string, draft: DraftBuilder, options: ReadOptions): Result<Imported> {
  const { problems } = draft;
  const lines = text.split(/\r\n?|\n/);
  const parts = (line: string): string[] =>
    line
      .split(/(?<!\\);/)
      .map((part) => part.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign)));
  const rows = lines.flatMap((line, index) => {
    const [, kind, rest = ''] = /^(PREFERRED-PERIOD|CATEGORY|EVENT):(.*)$/.exec(line) ?? [];
    if (kind === undefined) {
      if (line.trim() !== '' && !line.startsWith('#'))
        problems.add(`The line begins with none of the words of the format, and was left out`, {
          line: index + 1,
        });
      return [];
    }
    return [{ kind, fields: parts(rest), line: index + 1 }];
  });
  const events = rows.filter(({ kind }) => kind === 'EVENT');
  const times = events.map(({ fields }) => [timeIn(fields[0] ?? ''), timeIn(fields[1] ?? '')] as const);
  const runs = times.filter(
    ([start, end]) => start?.clock === '00:00:00' && end?.clock === '00:00:00' && start.date !== end.date,
  );
  const { ends, questions } = endsOf(runs.length, options);
  for (const { kind, fields } of rows)
    if (kind === 'CATEGORY') draft.lane(fields[0] ?? '', colourOf(fields[1] ?? ''));
  const hidden = rows.filter(
    ({ kind, fields }) => kind === 'CATEGORY' && /^false$/i.test(fields[2]?.trim() ?? ''),
  );
  if (hidden.length > 0)
    problems.add(
      `Categories that were hidden are shown: ${hidden.map(({ fields }) => excerpt(fields[0] ?? '', 40)).join(', ')}`,
      { line: hidden[0]?.line },
    );
  events.forEach(({ fields, line }, index) => {
    const [startText = '', endText = '', title = '', category = '', ...more] = fields;
    const [start, end] = times[index] ?? [null, null];
    if (start === null || end === null)
      problems.add(
        `The time ${excerpt(start === null ? startText : endText)} is none that the format knows; the event has no date`,
        { line },
      );
    const other = more.find((part) => part.trim() !== '' && !/^(?:description|icon):/.test(part));
    if (other !== undefined)
      problems.count(
        'unknown',
        (count) =>
          `Parts that are not read, such as ${excerpt(other, 40)}, were left out ${inEntries(count, 'events')}`,
        { line },
      );
    if (more.some((part) => part.startsWith('icon:')))
      problems.count('icon', (count) => `“icon” was left out ${inEntries(count, 'events')}`, { line });
    draft.add({
      row: index + 1,
      where: { line },
      title,
      lane: category,
      description: more.find((part) => part.startsWith('description:'))?.slice('description:'.length),
      written: startText === endText ? startText : `${startText} – ${endText}`,
      date:
        start === null || end === null
          ? undefined
          : dateOf(start, end, ends, false, { start: false, end: false }),
    });
  });
  return success(draft.finish({ questions }));
}

/** The Timeline Project. */
export const timelineProject: Format = {
  id: 'timeline',
  name: 'The Timeline Project',
  endings: ['.timeline', '.xml'],
  recognise({ text }) {
    if (
      /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,2000}?-->\s*)?(?:<!DOCTYPE\s+timeline[^]{0,2000}?>\s*)?<timeline\b/.test(
        text,
      )
    )
      return Likelihood.Sure;
    return /^(?:#[^\n]*\n)*(?:PREFERRED-PERIOD|CATEGORY|EVENT):/.test(text) ? Likelihood.Sure : Likelihood.No;
  },
  read,
  write: writeTimelineProject,
};
