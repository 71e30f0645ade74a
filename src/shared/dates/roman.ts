// Reads Roman numbers, with which centuries are written. Pure.

const DIGITS: Readonly<Record<string, number>> = { I: 1, І: 1, V: 5, X: 10, Х: 10, L: 50 };

/** A Roman number, in Latin letters or those Cyrillic ones that look like them; `null` for other words. */
export function romanNumber(text: string): number | null {
  if (!/^[IVXLХІ]{1,7}$/.test(text)) return null;
  const digits = Array.from(text, (letter) => DIGITS[letter] ?? 0);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}
