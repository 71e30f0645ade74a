// Puts text on the clipboard by way of main, and says where that fails.
import { api } from '../api.ts';
import { fail } from './notices.ts';

/** Puts text on the clipboard; whether it did. */
export async function copyText(text: string): Promise<boolean> {
  const result = await api.copyText(text);
  if (!result.ok) fail(result.failure);
  return result.ok;
}
