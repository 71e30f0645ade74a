// Copies text to the clipboard through main, and reports failures.
import { api } from '../api.ts';
import { fail } from './notices.ts';

/** Copies text to the clipboard; returns whether it worked. */
export async function copyText(text: string): Promise<boolean> {
  const result = await api.copyText(text);
  if (!result.ok) fail(result.failure);
  return result.ok;
}
