// Announces sentences to screen readers.
import { signal, type ReadonlySignal } from '@preact/signals';

const said = signal('');

/** The last announcement; the page renders it in a live region. */
export const announcement: ReadonlySignal<string> = said;

/** Announces a sentence, after the one being read. */
export function announce(sentence: string): void {
  said.value = sentence;
}
