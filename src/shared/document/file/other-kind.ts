// Recognises files that hold no JSON at all by their content, so that the message names their kind rather than a JSON
// fault. Pure.

/** How much of a file to look at, bytes. */
const BEGINNING = 4_096;
/** How much of an archive, where the names of files stand between their contents. */
const ARCHIVE_BEGINNING = 65_536;

/** How files of other kinds begin, each byte as a character, and their names. */
const SIGNATURES: readonly (readonly [beginning: RegExp, kind: string])[] = [
  [/^%PDF-/, 'a PDF document'],
  [/^\x89PNG|^\xff\xd8\xff|^GIF8|^RIFF....WEBP|^BM.{4}\0\0\0\0|^II\*\0|^MM\0\*/s, 'a picture'],
  // eslint-disable-next-line no-control-regex -- bytes, a character each
  [/^....ftyp|^ID3|^OggS|^RIFF|^\x1aE\xdf\xa3/s, 'a sound or video file'],
  // eslint-disable-next-line no-control-regex -- bytes, a character each
  [/^\xd0\xcf\x11\xe0/, 'an Office document'],
  [/^\{\\rtf/, 'a rich text document'],
];

/** Archives that are documents, recognised by the names of the files in them. */
const ARCHIVES: readonly (readonly [name: RegExp, kind: string])[] = [
  [/word\//, 'a Word document'],
  [/xl\//, 'a spreadsheet'],
  [/ppt\//, 'a presentation'],
  [/opendocument\.spreadsheet/, 'a spreadsheet'],
  [/opendocument\.presentation/, 'a presentation'],
  [/opendocument\.text/, 'a text document'],
  [/epub\+zip/, 'an e-book'],
];

/** A file that begins like this is meant as JSON, valid or not. */
const JSON_BEGINNING = /^\s*(?:\{(?!\\)|\[\s*(?:$|["[\]{\d-]|(?:true|false|null)\b))/;

/**
 * The kind of a file, to follow “It is”: “a web page”, “a PDF document”, “text”; `null` if it begins like JSON. A file
 * without content is “empty”.
 */
export function otherKind(bytes: Uint8Array): string | null {
  const beginning = charactersOf(bytes.subarray(0, BEGINNING));
  const signature = SIGNATURES.find(([start]) => start.test(beginning));
  if (signature !== undefined) return signature[1];
  if (beginning.startsWith('PK\x03\x04'))
    return archiveKind(charactersOf(bytes.subarray(0, ARCHIVE_BEGINNING)));
  const text = textOf(bytes.subarray(0, BEGINNING));
  if (JSON_BEGINNING.test(text)) return null;
  if (text.trim() === '') return bytes.length > BEGINNING ? 'text' : 'empty';
  return NO_TEXT.test(text) ? 'a binary file' : textKind(text);
}

function archiveKind(beginning: string): string {
  return ARCHIVES.find(([name]) => name.test(beginning))?.[1] ?? 'a ZIP archive';
}

function textKind(text: string): string {
  if (/^\s*(?:<!doctype html|<html|<head|<body|<!--|<div|<p\b)/i.test(text)) return 'a web page';
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype svg[^>]*>\s*)?<svg\b/is.test(text))
    return 'a picture';
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html)/i.test(text)) return 'a web page';
  if (/^\s*<[?!\w]/.test(text)) return 'an XML file';
  return isTable(text) ? 'a table' : 'text';
}

/** Whether the first lines all have the same number of cells, two or more. */
function isTable(text: string): boolean {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  // The last line may be cut off.
  const whole = (lines.length > 2 ? lines.slice(0, -1) : lines).slice(0, 5);
  return [',', ';', '\t'].some((mark) => {
    const [first = 0, ...others] = whole.map((line) => withoutQuoted(line).split(mark).length);
    return first > 1 && others.length > 0 && others.every((count) => count === first);
  });
}

function withoutQuoted(line: string): string {
  return line.replace(/"[^"]*"/g, '');
}

/** One character for each byte, so that a pattern can search bytes. */
function charactersOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

// eslint-disable-next-line no-control-regex -- no text has these
const NO_TEXT = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/** The text in UTF-16 or else UTF-8; other encodings show replacement characters for their letters. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (second === 0 && first !== 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0);
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(bytes);
}
