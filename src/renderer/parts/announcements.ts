// What a screen reader says next.
import { signal, type ReadonlySignal } from '@preact/signals';

const said = signal('');

/** The last announcement; the page holds it in a live region. */
export const announcement: ReadonlySignal<string> = said;

/** Asks the screen reader to say a sentence, after the one that it is at. */
export function announce(sentence: string): void {
  said.value = sentence;
}
