// The names of files and folders: one for a title that every file system accepts, and what a file's folder is called.
import { basename, dirname } from 'node:path';

/** Characters as readers see them: most lists of files cut off longer names. */
const LONGEST_SHOWN = 60;

/** UTF-8 bytes: file systems accept 255, and the writer's temporary file and an ending need some of them. */
const LONGEST_NAME = 200;

/** Names that Windows reserves for devices, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A file name without an ending that reads like `title`. It keeps letters of any script; characters that Windows, macOS
 * or Linux forbids become blanks. It has at most 60 characters, cut after a word if one ends in their later half, and
 * at most 200 bytes of UTF-8; `Timeline` if nothing is left.
 * https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
export function fileNameFor(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}<>:"/\\|?*]|\p{Bidi_Control}/gu, ' ')
    .replace(/\s+/g, ' ');
  const name = start(plain.replace(/^[ .]+/, '')).replace(/[ .,;–—-]+$/, '');
  if (name === '') return 'Timeline';
  return DEVICE.test(name.replace(/\..*/, '')) ? `${name}_` : name;
}

/** The longest start of a text that fits into a name, cut between characters as readers see them. */
function start(text: string): string {
  let taken = '';
  let count = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    count += 1;
    if (count > LONGEST_SHOWN || Buffer.byteLength(taken + segment) > LONGEST_NAME) {
      const lastBlank = segment === ' ' ? taken.length : taken.lastIndexOf(' ');
      return lastBlank > taken.length / 2 ? taken.slice(0, lastBlank) : taken;
    }
    taken += segment;
  }
  return taken;
}

/** What the folder of a file is called; the path of a folder that has no name, such as `/`. @param path absolute. */
export function folderNameOf(path: string): string {
  const folder = dirname(path);
  return basename(folder) || folder;
}
