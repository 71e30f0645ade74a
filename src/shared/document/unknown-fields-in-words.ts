// Words the notice about fields that Dateline does not know. Pure.
import { excerpt } from '../excerpt.ts';
import { grouped } from '../in-words.ts';
import type { UnknownField } from './document.ts';

/** The most fields that are listed; further ones are only counted. */
const MOST_NAMED = 10;

/** One sentence, and a line for each field if there are several; `null` if all fields are known. */
export function unknownFieldsInWords(
  fields: readonly UnknownField[],
): { readonly message: string; readonly details: readonly string[] } | null {
  const [first] = fields;
  if (first === undefined) return null;
  if (fields.length === 1) {
    return {
      message: `Dateline does not know the field ${placesInWords(first)}. It keeps what it holds, and does not show it.`,
      details: [],
    };
  }
  const named = fields.slice(0, MOST_NAMED).map(placesInWords);
  const more = fields.length - named.length;
  return {
    message: `Dateline does not know ${grouped(fields.length)} fields of this document. It keeps what they hold, and does not show it.`,
    details: more > 0 ? [...named, `… and ${grouped(more)} more`] : named,
  };
}

/** “foo” in events[3] and 4 more places */
function placesInWords({ name, first, count }: UnknownField): string {
  const more = count - 1;
  const others = more === 1 ? ' and one more place' : ` and ${grouped(more)} more places`;
  return `${excerpt(name)} in ${first}${more === 0 ? '' : others}`;
}
