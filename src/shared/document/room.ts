// Makes room for the bytes of a document, however large it may be. Pure.

/** Bytes from which Chromium refuses an array of its own: 2 GB, less what it needs around it. */
const LARGEST_ARRAY = 2 ** 31 - 2 ** 24;

/** Bytes in a page of WebAssembly's memory. */
const PAGE = 2 ** 16;

/**
 * An array of zeroes, up to 4 GB. Throws a `RangeError` if there is not enough memory.
 *
 * @param size bytes.
 */
export function roomOf(size: number): Uint8Array {
  if (size <= LARGEST_ARRAY) return new Uint8Array(size);
  const pages = Math.ceil(size / PAGE);
  // The one array that may be larger; no code comes with it.
  return new Uint8Array(new WebAssembly.Memory({ initial: pages, maximum: pages }).buffer, 0, size);
}
