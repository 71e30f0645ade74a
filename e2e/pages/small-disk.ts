// A small disk that can be filled.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { must } from '../../scripts/processes.ts';

/** A disk for the files and the data folder of an app. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves no room: from now on the system refuses what the app writes. */
  readonly fill: () => Promise<void>;
  /** Makes room again. */
  readonly empty: () => Promise<void>;
  /** Takes the disk away. */
  readonly remove: () => Promise<void>;
}

/** Bytes: enough for a data folder. */
const SIZE = 48_000_000;

/** Makes a small disk in a folder, which only root of Linux may. */
export async function smallDisk(parent: string): Promise<SmallDisk> {
  const folder = join(parent, 'disk');
  await mkdir(folder);
  await must('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder]);
  const rest = join(folder, 'rest');
  return {
    folder,
    fill: async () => {
      // In pieces, so that it takes the last of the room.
      for (const piece of [1_000_000, 4_096])
        for (let isFull = false; !isFull;)
          isFull = await writeFile(rest, Buffer.alloc(piece), { flag: 'a' }).then(
            () => false,
            () => true,
          );
    },
    empty: () => rm(rest),
    remove: async () => {
      await must('umount', ['--lazy', folder]);
    },
  };
}
