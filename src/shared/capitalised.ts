// Begins words with a capital letter. Pure.

/** The same words with their first letter in capitals. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
