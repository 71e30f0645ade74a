// Links out of the app: main opens them, and the status bar shows where they lead.
import { signal, type ReadonlySignal } from '@preact/signals';
import { api } from '../api.ts';
import { fail } from './notices.ts';

const pointed = signal<string | null>(null);

/** The address of the link under the pointer or the focus, or `null`. */
export const pointedAddress: ReadonlySignal<string | null> = pointed;

/** Shows the address of a link where a browser would, or hides it for `null`. */
export function pointAt(address: string | null): void {
  pointed.value = address;
}

/** Opens an address in the reader's browser. */
export async function openLink(address: string): Promise<void> {
  const result = await api.openLink(address);
  if (!result.ok) fail(result.failure);
}
