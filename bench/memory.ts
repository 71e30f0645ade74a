// How much memory a process and all that it started take, as Linux counts it.
import { readdir, readFile } from 'node:fs/promises';

/**
 * The memory of a process and its descendants in bytes: the sum of their proportional set sizes, in which a page that
 * several processes share counts once in all (`Pss` of proc_pid_smaps_rollup(5)). `undefined` where the system does
 * not tell: on other systems than Linux, and of another user's processes.
 */
export async function treeMemory(root: number): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined;
  const names = await readdir('/proc');
  const ids = names.map(Number).filter(Number.isInteger);
  const parents = new Map<number, number>();
  for (const id of ids) {
    const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => undefined);
    if (stat !== undefined) parents.set(id, parentOf(stat));
  }
  let sum = 0;
  for (const id of familyOf(root, parents)) {
    const rollup = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => undefined);
    if (rollup === undefined) return undefined;
    sum += proportionalSetSize(rollup);
  }
  return sum;
}

/** The parent's number in the text of `/proc/<number>/stat`, whose second field may hold blanks and brackets. */
export function parentOf(stat: string): number {
  const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(parent);
}

/** A process and its descendants. */
export function familyOf(root: number, parents: ReadonlyMap<number, number>): number[] {
  const family = [root];
  for (const member of family) {
    for (const [child, parent] of parents) if (parent === member) family.push(child);
  }
  return family;
}

/** Bytes, from the text of `/proc/<number>/smaps_rollup`; 0 where it has none, as of a process that has just ended. */
export function proportionalSetSize(rollup: string): number {
  const kibibytes = /^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1];
  return Number(kibibytes ?? 0) * 1024;
}
