// Recognises a file by its content, whatever its name.
import { describe, expect, test } from 'vitest';
import { otherKind } from './other-kind.ts';
import { readDocument, WHAT_OPENS } from './read.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** A byte for each character. */
const raw = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string): Uint8Array =>
  raw(`\xff\xfe${Array.from(text, (character) => `${character}\0`).join('')}`);

// One line a file.
// prettier-ignore
const FILES: readonly (readonly [what: string, content: Uint8Array, kind: string | null])[] = [
  ['a text', bytes('On 21 August 2021 the ministers met.\nThey spoke, briefly.\n'), 'text'],
  ['a text that begins with a quotation mark', bytes('"The border," he said, "is quiet."'), 'text'],
  ['a text that begins with a number', bytes('2021 was a long year.'), 'text'],
  ['a text that begins with brackets', bytes('[Kabul] The government fell.'), 'text'],
  ['a text in Latin-1', raw('Caf\xe9 society met.'), 'text'],
  ['a text in UTF-16', utf16('On 21 August 2021'), 'text'],
  ['Markdown', bytes('# Bridges\n\n- 1820: the first\n'), 'text'],
  ['a web page', bytes('\ufeff<!DOCTYPE html>\n<html><head>'), 'a web page'],
  ['a web page in capitals', bytes('\n <HTML>'), 'a web page'],
  ['a web page in XML', bytes('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html>'), 'a web page'],
  ['a part of a web page', bytes('<p>On 21 August</p>'), 'a web page'],
  ['XML', bytes('<?xml version="1.0"?>\n<rss version="2.0">'), 'an XML file'],
  ['an SVG', bytes('<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="x">'), 'a picture'],
  ['CSV', bytes('date,title\n2021-08-15,"Kabul, fall of"\n2021-09-16,Dushanbe\n'), 'a table'],
  ['CSV of two lines', bytes('date;title\n2021-08-15;Kabul'), 'a table'],
  ['tab-separated values', bytes('date\ttitle\n2021\tKabul\n'), 'a table'],
  ['a PDF', raw('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'), 'a PDF document'],
  ['a PNG', raw('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'a picture'],
  ['a JPEG', raw('\xff\xd8\xff\xe0\0\x10JFIF'), 'a picture'],
  ['a WebP', raw('RIFF\x10\0\0\0WEBPVP8 '), 'a picture'],
  ['a film', raw('\0\0\0\x20ftypisom'), 'a sound or video file'],
  ['a sound', raw('RIFF\x10\0\0\0WAVEfmt '), 'a sound or video file'],
  ['a DOCX', raw('PK\x03\x04\x14\0[Content_Types].xml....PK\x03\x04word/document.xml'), 'a Word document'],
  ['an XLSX', raw('PK\x03\x04\x14\0[Content_Types].xml....PK\x03\x04xl/workbook.xml'), 'a spreadsheet'],
  ['an ODT', raw('PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.text'), 'a text document'],
  ['a ZIP', raw('PK\x03\x04\x14\0photos/1.jpg'), 'a ZIP archive'],
  ['an old DOC', raw('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'an Office document'],
  ['an RTF', bytes('{\\rtf1\\ansi On 21 August}'), 'a rich text document'],
  ['a program', raw('\x7fELF\x02\x01\x01\0'), 'a binary file'],
  ['nothing', bytes(''), 'empty'],
  ['blanks', bytes('\ufeff \r\n\t'), 'empty'],
  ['blanks without end', bytes(' '.repeat(5000)), 'text'],
  ['a document', bytes('{"format":"dateline"'), null],
  ['a document after blanks', bytes('\ufeff\r\n  {\n'), null],
  ['a document with names of another kind', bytes('{format: "dateline"}'), null],
  ['a document with typographic quotation marks', bytes('{“format”: “dateline”}'), null],
  ['a document with a control character', bytes('{"title": "\u0001"}'), null],
  ['a document in UTF-16', utf16('{"format"'), null],
  ['a list', bytes('[ {"date": "2021"} ]'), null],
  ['an open list', bytes('['), null],
];

test.each(FILES)('%s', (_, content, kind) => {
  expect(otherKind(content)).toBe(kind);
});

describe('what is said of it', () => {
  test.each(FILES.filter(([, , kind]) => kind !== null))(
    'names no place, but what opens: %s',
    (_, content, kind) => {
      expect(readDocument(content)).toEqual({
        ok: false,
        failure: {
          code: 'document-other',
          message: kind === 'empty' ? 'The file is empty.' : `It is ${kind ?? ''}, not a timeline document.`,
          details: WHAT_OPENS,
        },
      });
    },
  );

  test.each(FILES.filter(([, , kind]) => kind === null))('is where it breaks: %s', (_, content) => {
    const result = readDocument(content);
    expect(result.ok ? 'none' : result.failure.code).toMatch(/^document-(?:json|encoding|format|version)$/);
  });
});
