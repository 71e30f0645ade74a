// Looks at the directory of a ZIP archive before anything of it is inflated, and inflates single entries. PKWARE APPNOTE, section 4.3.
import { grouped } from '../in-words.ts';
import { failure, success, type Result } from '../result.ts';

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
/** What stands before the contents of an entry. */
const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
/** How contents are packed. */
const [STORED, DEFLATED] = [0, 8];
/** Stands where a size needs more bits, as no honest document does. */
const TOO_LARGE = 0xffffffff;

/** A file in an archive, as the directory has it. */
export interface ZipEntry {
  readonly name: string;
  /** Where it begins, bytes. */
  readonly at: number;
  readonly method: number;
  /** Bytes as packed, and once inflated. */
  readonly packed: number;
  readonly whole: number;
}

/** Whether bytes begin like a ZIP archive. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * Checks what a ZIP archive says of its size.
 *
 * @returns its entries, or `zip-invalid` or `zip-too-large` with a sentence.
 */
export function checkZip(bytes: Uint8Array): Result<readonly ZipEntry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null)
    return failure('zip-invalid', 'The file is damaged: its directory is missing. It may be cut off.');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES)
    return failure(
      'zip-too-large',
      `The file packs ${grouped(count)} files; an honest document has no more than ${grouped(MOST_ENTRIES)}.`,
    );
  const entries: ZipEntry[] = [];
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
    entries.push({
      name: new TextDecoder('utf-8').decode(bytes.subarray(at + 46, at + 46 + length)),
      at: view.getUint32(at + 42, true),
      method: view.getUint16(at + 10, true),
      packed: small,
      whole: large,
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (whole > MOST_BYTES || (whole > HARMLESS && whole > packed * MOST_TIMES))
    return failure(
      'zip-too-large',
      `The file would unpack to ${grouped(Math.ceil(whole / 2 ** 20))} MB, ${grouped(Math.round(whole / Math.max(1, packed)))} times its size, and is not read.`,
    );
  return success(entries);
}

function endOf(view: DataView): number | null {
  const least = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= least; at -= 1)
    if (view.getUint32(at, true) === END) return at;
  return null;
}

/**
 * Inflates one entry.
 *
 * @returns its contents, or `zip-invalid`, also where they are more or less than the directory says.
 */
export async function inflateEntry(bytes: Uint8Array, entry: ZipEntry): Promise<Result<Uint8Array>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.at + LOCAL_SIZE > bytes.length || view.getUint32(entry.at, true) !== LOCAL) return BROKEN;
  const from =
    entry.at + LOCAL_SIZE + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = bytes.subarray(from, from + entry.packed);
  if (packed.length !== entry.packed) return BROKEN;
  if (entry.method === STORED) return packed.length === entry.whole ? success(packed) : BROKEN;
  if (entry.method !== DEFLATED) return BROKEN;
  const inflated = await inflate(packed, entry.whole);
  return inflated === null ? BROKEN : success(inflated);
}

const BROKEN = failure(
  'zip-invalid',
  'The file is damaged: a part of it cannot be unpacked. It may be cut off.',
);

/** The bytes that others were deflated from; `null` if those are damaged, or are not of this size. */
async function inflate(packed: Uint8Array, size: number): Promise<Uint8Array | null> {
  const whole = new Uint8Array(size);
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const writer = writable.getWriter();
  // What goes wrong there goes wrong for the reader, too.
  const written = Promise.allSettled([writer.write(packed), writer.close()]);
  const reader = readable.getReader();
  let length = 0;
  try {
    for (;;) {
      const { value } = await reader.read();
      if (value === undefined) break;
      if (length + value.length > size) {
        await reader.cancel();
        return null;
      }
      whole.set(value, length);
      length += value.length;
    }
    await written;
  } catch {
    return null;
  }
  return length === size ? whole : null;
}
