// Looks at the directory of a ZIP archive before anything of it is inflated. PKWARE APPNOTE, section 4.3.
import { failure, success, type Result } from '../result.ts';
import { number } from '../document/file/problems.ts';

/** The most entries, the most bytes of all once inflated, and how many times larger than packed. */
const MOST_ENTRIES = 2_000;
const MOST_BYTES = 500 * 2 ** 20;
const MOST_TIMES = 200;
/** Small archives of blank cells shrink more than any other. */
const HARMLESS = 5 * 2 ** 20;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end of the directory, and the comment behind it. */
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
/** Stands where a size needs more bits, as no honest spreadsheet does. */
const TOO_LARGE = 0xffffffff;

/** Whether bytes begin like a ZIP archive. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * Checks what a ZIP archive says of its size.
 *
 * @returns the names of its entries, or `zip-invalid` or `zip-too-large` with a sentence.
 */
export function checkZip(bytes: Uint8Array): Result<readonly string[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null)
    return failure('zip-invalid', 'The file is damaged: its directory is missing. It may be cut off.');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES)
    return failure(
      'zip-too-large',
      `The file packs ${number(count)} files; a spreadsheet has no more than ${number(MOST_ENTRIES)}.`,
    );
  const names: string[] = [];
  let [packed, whole] = [0, 0];
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY)
      return failure('zip-invalid', 'The file is damaged: its directory breaks off.');
    const [small, large] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    if (small === TOO_LARGE || large === TOO_LARGE || (small > 0 && large === 0))
      return failure(
        'zip-too-large',
        'The file does not say how large it is once unpacked, and is not read.',
      );
    packed += small;
    whole += large;
    const length = view.getUint16(at + 28, true);
    names.push(new TextDecoder('utf-8').decode(bytes.subarray(at + 46, at + 46 + length)));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (whole > MOST_BYTES || (whole > HARMLESS && whole > packed * MOST_TIMES))
    return failure(
      'zip-too-large',
      `The file would unpack to ${number(Math.ceil(whole / 2 ** 20))} MB, ${number(Math.round(whole / Math.max(1, packed)))} times its size, and is not read.`,
    );
  return success(names);
}

function endOf(view: DataView): number | null {
  const least = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= least; at -= 1)
    if (view.getUint32(at, true) === END) return at;
  return null;
}
