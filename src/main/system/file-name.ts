// Turns a title into a name that every file system takes.

/** UTF-8 bytes: file systems take 255, and the writer's own file beside it, and an ending, need some of them. */
const LONGEST_NAME = 200;

/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A file name, without an ending, that reads like `title`: letters of any script are kept; what Windows, macOS or Linux
 * does not take in a name becomes a blank; at most 200 bytes of UTF-8; `Timeline` where nothing is left.
 * https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
export function fileNameFor(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}<>:"/\\|?*]|\p{Bidi_Control}/gu, ' ')
    .replace(/\s+/g, ' ');
  const name = firstBytes(plain.replace(/^[ .]+/, ''), LONGEST_NAME).replace(/[ .]+$/, '');
  if (name === '') return 'Timeline';
  return DEVICE.test(name.replace(/\..*/, '')) ? `${name}_` : name;
}

/** The longest start of `text` that takes at most `count` bytes of UTF-8, cut between characters as readers see them. */
function firstBytes(text: string, count: number): string {
  let start = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > count) break;
    start += segment;
  }
  return start;
}
