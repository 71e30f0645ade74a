// Tells events that Dateline proposed and nobody has confirmed from all others. Pure.
import type { TimelineEvent } from './event.ts';

/** The tag of events that nobody has confirmed. */
export const PROPOSED = 'proposed';

/** Whether nobody has confirmed an event. */
export function isProposed({ tags }: Pick<TimelineEvent, 'tags'>): boolean {
  return tags?.includes(PROPOSED) === true;
}

/** The tags of an event that was confirmed; `undefined` where none are left. */
export function confirmedTags({ tags }: Pick<TimelineEvent, 'tags'>): TimelineEvent['tags'] {
  const left = tags?.filter((tag) => tag !== PROPOSED);
  return left === undefined || left.length === 0 ? undefined : left;
}
