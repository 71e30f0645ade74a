// Writes numbers and lists in words.
//
// `Intl` writes the same, but its first use in a process takes ten milliseconds, which a launch need not spend.

/** A whole number, with a thousands separator from 1,000 on. */
export function grouped(value: number): string {
  return String(value).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',');
}

/** “a”, “a or b”, “a, b or c”: in British English without a comma before the last. */
export function enumerated(names: readonly string[], word: 'and' | 'or'): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${word} ${last}`;
}
