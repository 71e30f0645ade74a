// What is typed into a cell of the list, and what it makes of the event. Pure.
import { capitalised } from '../../shared/capitalised.ts';
import type { EventFields } from '../../shared/document/edit/records.ts';
import type { PlacedDocument } from '../../shared/document/document.ts';
import {
  CONFIDENCES,
  READ_KINDS,
  USUAL_IMPORTANCE,
  type AnyEvent,
  type Dating,
  type Participant,
  type ReadDating,
} from '../../shared/document/event.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { failure, success, type Result } from '../../shared/result.ts';
import { asTyped, reading } from '../event/date-field.tsx';
import { filled, namesIn, peopleNamed, tagsIn } from '../event/typed.ts';
import { cellOf, CONFIDENCE, DATING } from './columns.ts';
import type { Column } from './sorting.ts';

/** The columns whose cells are a field of their own. The lane is put into the document before an event can have it. */
export type FieldColumn = Exclude<Column, 'lane' | 'sources'>;

/** Whether a cell is edited in its place. A dating without an explanation, and sources, need the fields of the editor. */
export function isEditedInPlace(column: Column, { dating }: Partial<Pick<AnyEvent, 'dating'>>): boolean {
  if (column === 'sources') return false;
  return (column !== 'dating' && column !== 'confidence') || isRead(dating);
}

/** What stands in the field of a cell when it is opened. */
export function typedOf(column: Column, event: AnyEvent, laneTitle: string): string {
  return column === 'date'
    ? event.when === undefined
      ? ''
      : asTyped(event.when)
    : cellOf(column, event, laneTitle);
}

/** What a cell can only be, or is likely to be; empty where it can be anything. */
export function choicesOf(column: Column, { lanes }: Pick<PlacedDocument, 'lanes'>): readonly string[] {
  switch (column) {
    case 'lane':
      return lanes.map(({ title }) => title);
    case 'importance':
      return ['1', '2', '3', '4', '5'];
    case 'dating':
      return READ_KINDS.map((kind) => DATING[kind]);
    case 'confidence':
      return Object.values(CONFIDENCE);
    case 'date':
    case 'title':
    case 'place':
    case 'people':
    case 'tags':
    case 'sources':
      return [];
  }
}

/** The most characters that the field of a cell takes. */
export function longestOf(column: Column): number {
  if (column === 'date') return LIMITS.date;
  return column === 'people' || column === 'tags' ? LIMITS.passage : LIMITS.line;
}

/**
 * The fields of an event that a cell's text stands for.
 *
 * @param event as it is now: what the cell does not show of it is kept, such as the roles of its people.
 * @returns the fields, or a sentence on what is wrong and what to do.
 */
export function fieldsOf(
  column: FieldColumn,
  text: string,
  event: Partial<Pick<AnyEvent, 'participants' | 'dating'>>,
): Result<Partial<EventFields>> {
  switch (column) {
    case 'title':
      return filled(text) === undefined
        ? wrong('Type a title: an event needs one.')
        : success({ title: text.trim() });
    case 'date': {
      const { date } = reading(text);
      if (date === null) return success({ date: undefined });
      return date.ok
        ? success({ date: date.value.edtf })
        : wrong(`${sentence(date.failure.message)} Write it like “15 Aug 2021” or “about 1850”.`);
    }
    case 'place':
      return success({ place: filled(text) });
    case 'people':
      return peopleOf(text, event.participants ?? []);
    case 'tags': {
      const tags = tagsIn(text);
      return tags.ok ? success({ tags: tags.value }) : tags;
    }
    case 'importance':
      return importanceOf(text);
    case 'dating':
      return datingOf(text, event.dating, DATING, READ_KINDS, (dating, kind) => ({ ...dating, kind }));
    case 'confidence':
      return datingOf(text, event.dating, CONFIDENCE, CONFIDENCES, (dating, confidence) => ({
        ...dating,
        confidence,
      }));
  }
}

function wrong(message: string): Result<never> {
  return failure('cell-unreadable', message);
}

/** Words without a full stop as a sentence. */
function sentence(words: string): string {
  return `${capitalised(words)}.`;
}

function peopleOf(text: string, before: readonly Participant[]): Result<Partial<EventFields>> {
  const names = namesIn(text, /[;\n]/);
  return names.ok ? success({ participants: peopleNamed(names.value, before) }) : names;
}

function importanceOf(text: string): Result<Partial<EventFields>> {
  const typed = text.trim();
  if (typed !== '' && !/^[1-5]$/.test(typed)) return wrong('Type a number from 1 to 5.');
  const importance = Number(typed);
  return success({ importance: typed === '' || importance === USUAL_IMPORTANCE ? undefined : importance });
}

function isRead(dating: Dating | undefined): dating is ReadDating {
  return dating !== undefined && dating.kind !== 'imported';
}

/** One of a few words of a dating, in any case. */
function datingOf<Value extends string>(
  text: string,
  dating: Dating | undefined,
  words: Readonly<Record<Value, string>>,
  values: readonly Value[],
  changed: (dating: ReadDating, value: Value) => ReadDating,
): Result<Partial<EventFields>> {
  const wanted = text.trim().toLowerCase();
  const value = values.find((one) => words[one].toLowerCase() === wanted);
  if (!isRead(dating)) return wrong('Say in the editor how the date is known: it takes an explanation.');
  if (value !== undefined) return success({ dating: changed(dating, value) });
  const all = values.map((one) => words[one]);
  return wrong(`Type ${all.slice(0, -1).join(', ')} or ${all.at(-1) ?? ''}.`);
}
