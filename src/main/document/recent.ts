// The list of recent documents as plain data, and the names that the menu gives them.
import { posix, win32 } from 'node:path';

/** The length of the list. */
export const MOST_RECENT = 10;

/** Puts `path` at the head of the list, removes it elsewhere and drops the surplus. */
export function withRecent(paths: readonly string[], path: string): readonly string[] {
  return [path, ...withoutRecent(paths, path)].slice(0, MOST_RECENT);
}

/** The list without `path`. */
export function withoutRecent(paths: readonly string[], path: string): readonly string[] {
  return paths.filter((other) => other !== path);
}

/**
 * The name of each document in the menu: its file name and, if names clash, as many folders as it takes to tell them
 * apart.
 *
 * @param paths absolute, each of them once.
 */
export function recentLabels(paths: readonly string[], platform: NodeJS.Platform): readonly string[] {
  const system = platform === 'win32' ? win32 : posix;
  const { sep } = system;
  const parts = paths.map((path) => {
    const { root, base } = system.parse(path);
    const folders = path.slice(root.length).split(sep).slice(0, -1);
    return { base, folders: [root.endsWith(sep) ? root.slice(0, -sep.length) : root, ...folders] };
  });
  return parts.map(({ base, folders }, own) => {
    const namesakes = parts.filter((other, position) => position !== own && other.base === base);
    if (namesakes.length === 0) return base;
    const ends = (all: readonly string[], count: number): string => all.slice(-count).join(sep);
    let count = 1;
    while (
      count < folders.length &&
      namesakes.some((other) => ends(other.folders, count) === ends(folders, count))
    )
      count += 1;
    return `${base} – ${ends(folders, count) || sep}`;
  });
}
