// Finds the word that a mistyped one most likely stands for.

/**
 * The word of `words` with the fewest typing errors from `typed`, the first of several; `undefined` if that takes more
 * errors than half of the longer word's letters, so that the two have nothing in common.
 */
export function nearest<Word extends string>(typed: string, words: readonly Word[]): Word | undefined {
  let best: Word | undefined;
  let fewest = Infinity;
  for (const word of words) {
    const count = slips(typed, word);
    if (count < fewest && count <= Math.max(typed.length, word.length) / 2) [best, fewest] = [word, count];
  }
  return best;
}

/**
 * How many typing errors lie between two words: an extra, missing or wrong letter, or two letters swapped (the distance
 * of optimal string alignment). Its time grows with the product of the lengths.
 */
export function slips(from: string, to: string): number {
  let [before, last] = [[] as number[], Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const [a, b] = [from[row - 1], to[column - 1]];
      const swapped = row > 1 && column > 1 && a === to[column - 2] && from[row - 2] === b;
      now.push(
        Math.min(
          at(last, column) + 1,
          at(now, column - 1) + 1,
          at(last, column - 1) + (a === b ? 0 : 1),
          swapped ? at(before, column - 2) + 1 : Infinity,
        ),
      );
    }
    [before, last] = [last, now];
  }
  return at(last, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
