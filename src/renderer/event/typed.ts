// What a reader types into the fields of an event, as values of the event. Pure.
import { LIMITS } from '../../shared/document/limits.ts';
import { failure, success, type Result } from '../../shared/result.ts';

/** A text without blanks around it; `undefined` if nothing is left. */
export function filled(text: string): string | undefined {
  const whole = text.trim();
  return whole === '' ? undefined : whole;
}

/** The tags of a text, which separates them by commas, each once; fails with a sentence if one is too long or too many. */
export function tagsIn(text: string): Result<readonly string[]> {
  const tags = [...new Set(text.split(/[,;\n]/).flatMap((tag) => filled(tag) ?? []))];
  const long = tags.find((tag) => tag.length > LIMITS.tag);
  if (long !== undefined)
    return failure('tag-too-long', `A tag has at most ${LIMITS.tag} letters: shorten “${long}”.`);
  if (tags.length > LIMITS.tags) return failure('tags-too-many', `An event has at most ${LIMITS.tags} tags.`);
  return success(tags);
}
