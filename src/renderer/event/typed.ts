// What a reader types into the fields of an event, as values of the event. Pure.
import type { Participant } from '../../shared/document/event.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { grouped } from '../../shared/in-words.ts';
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

/**
 * The names of a text, each of one of the people; fails with a sentence if one is too long, or there are too many.
 *
 * @param between what stands between two names.
 */
export function namesIn(text: string, between: RegExp): Result<readonly string[]> {
  const names = text.split(between).flatMap((name) => filled(name) ?? []);
  const long = names.find((name) => name.length > LIMITS.line);
  if (long !== undefined)
    return failure(
      'name-too-long',
      `A name has at most ${LIMITS.line} letters: shorten “${long.slice(0, 40)}…”.`,
    );
  if (names.length > LIMITS.entries)
    return failure('names-too-many', `An event has at most ${grouped(LIMITS.entries)} people.`);
  return success(names);
}

/** People of these names; those who were there before stay as they were. */
export function peopleNamed(names: readonly string[], before: readonly Participant[]): Participant[] {
  const left = [...before];
  return names.map((name) => {
    const at = left.findIndex((one) => one.name === name);
    return at < 0 ? { name } : (left.splice(at, 1)[0] ?? { name });
  });
}
