// Turns the schema's findings into sentences for readers.
import type * as z from 'zod/mini';
import { excerpt } from '../../excerpt.ts';
import { grouped } from '../../in-words.ts';
import type { Report } from './problems.ts';
import { LARGEST_VALUE, TOO_LARGE } from './source.ts';

const MEGABYTES = LARGEST_VALUE / 2 ** 20;

/**
 * Reports each issue of a part of the document.
 *
 * @param part the value that was checked against the schema.
 */
export function reportIssues(issues: readonly z.core.$ZodIssue[], part: unknown, report: Report): void {
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        report([...issue.path, key], () => NOT_A_FIELD);
      }
    } else {
      report(issue.path, () => sentence(issue, valueAt(part, issue.path)));
    }
  }
}

function sentence(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return MISSING;
  if (value === TOO_LARGE) return `is larger than ${MEGABYTES} MB; shorten it`;
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${TYPES[issue.expected] ?? issue.expected}, not ${inWords(value)}`;
    case 'invalid_value':
      return `must be ${inChoice(issue.values)}, not ${inWords(value)}`;
    case 'too_big':
      return tooBig(Number(issue.maximum), value);
    case 'too_small':
      return `must be ${grouped(Number(issue.minimum))} or more, not ${inWords(value)}`;
    case 'invalid_format':
      return isBlank(value) ? issue.message : `${issue.message}, not ${inWords(value)}`;
    case 'invalid_union':
      return 'options' in issue ? `must be ${inChoice(issue.options)}, not ${inWords(value)}` : issue.message;
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return issue.message;
  }
}

/** What is said of a field that the format does not have. */
export const NOT_A_FIELD = 'is not a field of the format; correct its name or remove it';
/** What is said of a part that is not there. */
export const MISSING = 'is missing';

function inChoice(values: readonly unknown[]): string {
  return values.map((allowed) => excerpt(String(allowed))).join(' or ');
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}

const TYPES: Readonly<Partial<Record<string, string>>> = {
  array: 'a list',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  string: 'text',
};

function tooBig(most: number, value: unknown): string {
  if (typeof value === 'string') {
    return `has ${grouped(value.length)} characters but can have at most ${grouped(most)}; shorten it`;
  }
  if (Array.isArray(value)) {
    return tooManyEntries(value, most);
  }
  return `must be ${grouped(most)} or less, not ${inWords(value)}`;
}

/** The message for a list that is too long. */
export function tooManyEntries(list: { readonly length: number }, most: number): string {
  return `has ${grouped(list.length)} entries but can have at most ${grouped(most)}`;
}

/**
 * Names a value within a sentence: shortened text in quotation marks, numbers as they are, anything else by its kind.
 */
export function inWords(value: unknown): string {
  if (typeof value === 'string') return excerpt(value);
  if (Array.isArray(value)) return 'a list';
  if (value === TOO_LARGE) return `a value of more than ${MEGABYTES} MB`;
  if (value === Infinity || value === -Infinity) return 'a number that is too large';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

function valueAt(part: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), part);
}

/** Whether a JSON value is an object or a list. */
export function isObject(value: unknown): value is Readonly<Record<PropertyKey, unknown>> {
  return typeof value === 'object' && value !== null;
}
