// Builds a document of what a reader found: ids, lanes, limits and dates as version 2 asks for, each change reported.
import type { Article, Lane, Note } from '../document/document.ts';
import type { Dating, Evidence, Participant, Source, TimelineEvent } from '../document/event.ts';
import { freeIdOf } from '../document/free-id.ts';
import { LIMITS } from '../document/limits.ts';
import { parseEventDate } from '../dates/parse.ts';
import { excerpt } from '../excerpt.ts';
import { domainOf } from '../hosts.ts';
import { grouped } from '../in-words.ts';
import type { Draft, Imported, Question } from './format.ts';
import { isAddress } from './address.ts';
import { collectProblems, inEntries, type Problems, type Where } from './report.ts';
import { hasControls, withoutControls } from './text.ts';

/** An event as it was found, before limits and checks. Blank fields count as left out. */
export interface Found {
  /** The row or entry, from 1. */
  readonly row: number;
  readonly where: Where;
  /** What the file calls it, if it does; made from the title otherwise. */
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly label?: string | undefined;
  readonly description?: string | undefined;
  /** EDTF; `undefined` if there is none, which the reader then has reported. */
  readonly date?: string | undefined;
  /** Whether the date has been parsed already, and is one. */
  readonly dateIsSound?: boolean | undefined;
  /** What stood in the file for the date. */
  readonly written?: string | undefined;
  /** The title of its lane. */
  readonly lane?: string | undefined;
  readonly place?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly importance?: number | undefined;
  readonly participants?:
    readonly { readonly name: string; readonly role?: string | undefined }[] | undefined;
  readonly sources?: readonly { readonly title?: string | undefined; readonly address: string }[] | undefined;
  /** A dating of Dateline's own that the file carried; otherwise it is that of an import. */
  readonly dating?: Dating | undefined;
}

/** A document that is being built. */
export interface DraftBuilder {
  readonly problems: Problems;
  /** Adds an event behind those before. */
  readonly add: (found: Found) => void;
  /** Counts an entry that should have been an event and became none; its problem is reported by the reader. */
  readonly skip: () => void;
  /** Makes a lane before any event needs it, to fix the order of lanes or a colour. */
  readonly lane: (title: string, colour?: string) => void;
  readonly finish: (heading: Heading) => Imported;
}

/** What a document has besides lanes and events. */
export interface Heading {
  readonly title?: string | undefined;
  readonly subtitle?: string | undefined;
  readonly author?: string | undefined;
  readonly articles?: readonly Article[] | undefined;
  readonly notes?: readonly Note[] | undefined;
  readonly questions?: readonly Question[] | undefined;
  readonly table?: Imported['table'];
}

/** The lane of events that name none, where others do. */
const NO_LANE = 'No group';
/** The lane where no event names one. */
const ONLY_LANE = 'Events';
/** The lane that eras of other programs become, and that becomes their eras again. */
export const ERAS = 'Eras';

const OTHER_LANES = 'Other groups';

interface LaneInUse {
  readonly lane: Lane;
  events: number;
}

type Mutable<T> = { -readonly [Field in keyof T]: T[Field] };

const NOBODY: readonly Participant[] = [];
const NOWHERE: readonly Source[] = [];
const NO_EVIDENCE: readonly Evidence[] = [];

/** Starts a document of what is read of a file. */
export function startDraft(file: string, problems: Problems = collectProblems(file)): DraftBuilder {
  const ids = new Set<string>();
  const counters = new Map<string, number>();
  const lanes = new Map<string, LaneInUse>();
  const laneIds = new Set<string>();
  const events: Mutable<TimelineEvent>[] = [];
  const fileName = cut(oneLine(file), LIMITS.line) || 'file';
  let read = 0;
  let undated = 0;
  let without = 0;

  const laneOf = (title: string, colour?: string): LaneInUse => {
    const known = lanes.get(title);
    if (known !== undefined) return known;
    const id = freeIdOf(slugOf(title) || 'lane', (one) => laneIds.has(one), counters);
    laneIds.add(id);
    const lane = { lane: { id, title, ...(colour !== undefined && { colour }) }, events: 0 };
    lanes.set(title, lane);
    return lane;
  };

  /** One line of text within a limit; `undefined` if it is blank. */
  const line = (text: string | undefined, limit: number, name: string, where: Where): string | undefined => {
    if (text === undefined || text === '') return undefined;
    const whole = oneLine(clean(text, where));
    if (whole === '') return undefined;
    if (whole.length <= limit) return whole;
    problems.add(
      `The ${name} has ${grouped(whole.length)} characters and was cut at ${grouped(limit)}`,
      where,
    );
    return cut(whole, limit);
  };
  const clean = (text: string, where: Where): string => {
    if (!hasControls(text)) return text.includes('\r') ? withoutControls(text) : text;
    problems.count(
      'controls',
      (count) => `Control characters were left out ${inEntries(count, 'fields')}`,
      where,
    );
    return withoutControls(text);
  };
  /** Paragraphs within the limit; `undefined` if there are none. */
  const paragraphs = (text: string | undefined, where: Where): string | undefined => {
    if (text === undefined || text === '') return undefined;
    const whole = clean(text, where).trim();
    if (whole === '') return undefined;
    if (whole.length <= LIMITS.passage) return whole;
    problems.add(
      `The description has ${grouped(whole.length)} characters and was cut at ${grouped(LIMITS.passage)}`,
      where,
    );
    return cut(whole, LIMITS.passage);
  };

  /** The lanes of texts as they stand in the file, which repeat. */
  const seen = new Map<string, LaneInUse>();
  const laneFor = (text: string | undefined, where: Where): LaneInUse | undefined => {
    if (text === undefined || text === '') return undefined;
    const known = seen.get(text);
    if (known !== undefined) return known;
    const title = line(text, LIMITS.line, 'title of a lane', where);
    const lane = title === undefined ? undefined : laneOf(title);
    if (lane !== undefined) seen.set(text, lane);
    return lane;
  };

  const titleOf = (found: Found, description: string | undefined): readonly [string, string | undefined] => {
    const whole = oneLine(clean(found.title ?? '', found.where));
    if (whole === '') {
      const [first = ''] = (description ?? '').split('\n');
      if (first !== '') {
        problems.add('The event has no title; the first words of its description were taken', found.where);
        return [cut(first, 80), description];
      }
      problems.add('The event has no title; it is called “Untitled event”', found.where);
      return ['Untitled event', description];
    }
    if (whole.length <= LIMITS.line) return [whole, description];
    problems.add(
      `The title has ${grouped(whole.length)} characters; it was cut at a word, and the whole stands in the description`,
      found.where,
    );
    const both = description === undefined ? whole : `${whole}\n${description}`;
    return [cut(whole, LIMITS.line), both.length > LIMITS.passage ? cut(both, LIMITS.passage) : both];
  };

  const dateOf = ({ date, dateIsSound, where }: Found): string | undefined => {
    if (date === undefined || dateIsSound === true) return date;
    const parsed = parseEventDate(date);
    if (parsed.ok) return date;
    problems.add(`The date ${parsed.failure.message}; the event has no date`, where);
    return undefined;
  };

  const tagsOf = (tags: readonly string[] | undefined, where: Where): string[] | undefined => {
    if (tags === undefined || tags.length === 0) return undefined;
    const own = new Set<string>();
    for (const tag of tags) {
      const short = line(tag, LIMITS.tag, 'tag', where);
      if (short !== undefined) own.add(short);
    }
    if (own.size > LIMITS.tags)
      problems.add(`The event has ${own.size} tags; the first ${LIMITS.tags} were taken`, where);
    return own.size === 0 ? undefined : [...own].slice(0, LIMITS.tags);
  };

  const participantsOf = ({ participants, where }: Found): readonly Participant[] => {
    if (participants === undefined || participants.length === 0) return NOBODY;
    const own = participants.flatMap(({ name, role }): Participant[] => {
      const whole = line(name, LIMITS.line, 'name of a participant', where);
      const part = line(role, LIMITS.line, 'role of a participant', where);
      return whole === undefined ? [] : [{ name: whole, ...(part !== undefined && { role: part }) }];
    });
    return limited(own, 'participants', where);
  };
  const limited = <T>(list: readonly T[], name: string, where: Where): readonly T[] => {
    if (list.length <= LIMITS.entries) return list;
    problems.add(
      `The event has ${grouped(list.length)} ${name}; the first ${grouped(LIMITS.entries)} were taken`,
      where,
    );
    return list.slice(0, LIMITS.entries);
  };

  const sourcesOf = ({ sources, where }: Found): readonly Source[] => {
    if (sources === undefined || sources.length === 0) return NOWHERE;
    const own = new Map<string, Source>();
    for (const { title, address } of sources) {
      const whole = address.trim();
      if (whole === '' || own.has(whole)) continue;
      if (!isAddress(whole)) {
        problems.add(`${excerpt(whole)} is no address of http or https, and was left out`, where);
        continue;
      }
      own.set(whole, {
        title: line(title, LIMITS.line, 'title of a source', where) ?? cut(domainOf(whole), LIMITS.line),
        address: whole,
      });
    }
    return limited([...own.values()], 'sources', where);
  };

  return {
    problems,
    skip: () => {
      read += 1;
    },
    lane: (title, colour) => {
      const short = line(title, LIMITS.line, 'title of a lane', {});
      if (short !== undefined) laneOf(short, colour);
    },
    add(found) {
      read += 1;
      const { where, row } = found;
      if (events.length >= LIMITS.events) {
        problems.count(
          'events',
          (count) =>
            `A document holds ${grouped(LIMITS.events)} events; ${grouped(count)} more were left out`,
          where,
        );
        return;
      }
      const [title, description] = titleOf(found, paragraphs(found.description, where));
      const date = dateOf(found);
      const label = line(found.label, LIMITS.label, 'label', where);
      const place = line(found.place, LIMITS.line, 'place', where);
      const tags = tagsOf(found.tags, where);
      const written = cut(oneLine(withoutControls(found.written ?? '')), LIMITS.line);
      const id = eventId(found.id, title, row, ids, counters);
      ids.add(id);
      if (found.id !== undefined && found.id !== '' && found.id !== id && found.id.trim() !== id)
        problems.count(
          'ids',
          (count) =>
            `Ids that are there twice, or that a document cannot hold, were changed ${inEntries(count, 'events')}`,
          where,
        );
      const lane = laneFor(found.lane, where);
      if (lane === undefined) without += 1;
      else lane.events += 1;
      if (date === undefined) undated += 1;
      // Field by field, because spreading objects takes five times as long here.
      const event: Mutable<TimelineEvent> = {
        id,
        title,
        lane: lane?.lane.id ?? '',
        participants: participantsOf(found),
        evidence: NO_EVIDENCE,
        sources: sourcesOf(found),
      };
      if (label !== undefined) event.label = label;
      if (description !== undefined) event.description = description;
      if (date !== undefined) event.date = date;
      if (place !== undefined) event.place = place;
      if (tags !== undefined) event.tags = tags;
      if (found.importance !== undefined) event.importance = found.importance;
      event.dating =
        found.dating ??
        (written === ''
          ? { kind: 'imported', file: fileName, row }
          : { kind: 'imported', file: fileName, row, written });
      events.push(event);
    },
    finish({ questions = [], table, articles = [], notes = [], ...heading }) {
      if (without > 0 || lanes.size === 0) {
        const rest = laneOf(lanes.size === 0 ? ONLY_LANE : NO_LANE);
        rest.events += without;
        for (const event of events) if (event.lane === '') event.lane = rest.lane.id;
      }
      const title = line(heading.title, LIMITS.line, 'title of the document', {});
      const subtitle = line(heading.subtitle, LIMITS.line, 'subtitle', {});
      const author = line(heading.author, LIMITS.line, 'author', {});
      const draft: Draft = {
        title: title ?? titleOfFile(file),
        ...(subtitle !== undefined && { subtitle }),
        ...(author !== undefined && { author }),
        articles,
        lanes: keptLanes(lanes, events, problems, laneIds, counters),
        events,
        notes,
      };
      return {
        draft,
        report: { read, imported: events.length, undated, problems: problems.list() },
        questions,
        ...(table !== undefined && { table }),
      };
    },
  };
}

/** The lanes, no more than a document holds: of more, those with most events, and one for the rest. */
function keptLanes(
  lanes: ReadonlyMap<string, LaneInUse>,
  events: readonly Mutable<TimelineEvent>[],
  problems: Problems,
  ids: Set<string>,
  counters: Map<string, number>,
): Lane[] {
  const all = [...lanes.values()];
  if (all.length <= LIMITS.lanes) return all.map(({ lane }) => lane);
  const kept = new Set([...all].sort((one, other) => other.events - one.events).slice(0, LIMITS.lanes - 1));
  const rest = { id: freeIdOf(slugOf(OTHER_LANES), (one) => ids.has(one), counters), title: OTHER_LANES };
  const moved = new Set(all.filter((lane) => !kept.has(lane)).map(({ lane }) => lane.id));
  for (const event of events) if (moved.has(event.lane)) event.lane = rest.id;
  problems.add(
    `The file has ${grouped(all.length)} groups, and a document ${LIMITS.lanes} lanes: those with the fewest events became “${OTHER_LANES}”`,
  );
  return [...all.filter((lane) => kept.has(lane)).map(({ lane }) => lane), rest];
}

/** The name of a file without its ending, as the title of a document. */
function titleOfFile(file: string): string {
  const name = oneLine(withoutControls(file.replace(/\.[^.]{1,12}$/, '').replace(/_/g, ' ')));
  return cut(name, LIMITS.line) || 'Imported events';
}

/** How many events get ids that are made of their titles. */
const MOST_SLUGS = 10_000;

/** The file's own id if it can be one here, or else one made of the title; never one that is taken. */
function eventId(
  own: string | undefined,
  title: string,
  row: number,
  ids: ReadonlySet<string>,
  counters: Map<string, number>,
): string {
  const trimmed = own?.trim() ?? '';
  if (trimmed !== '' && trimmed.length <= LIMITS.id && !/[\s\p{Cc}]/u.test(trimmed) && !ids.has(trimmed))
    return trimmed;
  // Nobody reads the ids of so many, and slugs take a fifth of the time of a large table.
  const name = trimmed === '' && ids.size >= MOST_SLUGS ? '' : slugOf(trimmed === '' ? title : trimmed);
  return freeIdOf(name || `event-${row}`, (one) => ids.has(one), counters);
}

/** Letters and digits of a text joined by hyphens, in small letters. */
export function slugOf(text: string): string {
  // Most titles need no more than ASCII, which takes a third of the time.
  if (/^[ -~]*$/.test(text))
    return text
      .slice(0, 60)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 48)
      .replace(/^-|-$/g, '');
  return text
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 48)
    .replace(/^-|-$|[\ud800-\udbff]$/g, '');
}

/** Anything that does not belong on one line: a break, a tab, two spaces, or one at an end. */
const SPREAD = /[^\S ]| {2}|^ | $/;

/** A text on one line. */
export function oneLine(text: string): string {
  // Most texts are one already.
  if (!SPREAD.test(text)) return text;
  return text.replace(/\s+/g, ' ').trim();
}

/** The title and subtitle of a document; a subtitle that is more than a line becomes a note. */
export function headingOf(title: string, subtitle: string): Heading {
  const isLine = subtitle.length <= LIMITS.line && !subtitle.includes('\n');
  return {
    title,
    ...(isLine && { subtitle }),
    ...(!isLine && { notes: [{ text: cut(subtitle, LIMITS.passage), events: [], sources: [] }] }),
  };
}

/** A text cut at a word to a number of UTF-16 code units, with “…” if something was cut. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most - 1);
  const space = Math.max(start.lastIndexOf(' '), start.lastIndexOf('\n'));
  return `${(space > most / 2 ? start.slice(0, space) : start).replace(/[\ud800-\udbff]$/, '').trimEnd()}…`;
}
