// Measures the memory of a process and all its descendants, as Linux counts it.
import { readdir, readFile } from 'node:fs/promises';

/**
 * The memory of a process and its descendants in bytes: the sum of their proportional set sizes, in which a page shared
 * by several processes counts once in total (`Pss` of proc_pid_smaps_rollup(5)). `undefined` if the system does not
 * report it: outside Linux, and for another user's processes.
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

/** The parent's id in the text of `/proc/<id>/stat`, whose second field may contain blanks and brackets. */
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

/** Bytes, from the text of `/proc/<id>/smaps_rollup`; 0 if it is empty, as for a process that has just ended. */
export function proportionalSetSize(rollup: string): number {
  const kibibytes = /^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1];
  return Number(kibibytes ?? 0) * 1024;
}
