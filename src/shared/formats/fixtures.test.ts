/// <reference types="vite/client" />
// Every fixture is recognised and read as its snapshot says, and every other reader answers it with a sentence.
import { describe, expect, test } from 'vitest';
import { FORMATS, recogniseFormat } from './formats.ts';
import { unknownAnswer } from './questions.ts';
import { faultOf, FIXTURES, optionsFor, shownOf } from './format-samples.ts';
import origins from './fixtures/README.md?raw';

/** How long a reader may take for a file that is none of its own, in milliseconds; most take a few. */
const LONGEST = 5_000;

/** The text of a file in UTF-8; `null` if it is none, or has zeros, by which UTF-16 is told. */
function utf8Of(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

function utf16Of(text: string, isBig: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 * at, text.charCodeAt(at), !isBig);
  return new Uint8Array(view.buffer);
}

/** What a file is and what was read of it. */
async function answerTo(bytes: Uint8Array, file: string): Promise<string> {
  const format = recogniseFormat(bytes, file);
  if (!format.ok) return format.failure.message;
  const imported = await format.value.read?.(bytes, optionsFor(file));
  const shown =
    imported?.ok === true ? shownOf(imported.value) : `refused: ${imported?.failure.message ?? 'not read'}\n`;
  return `${format.value.id}\n${shown}`;
}

describe.each(FIXTURES)('$format/$file', ({ format: folder, file, bytes }) => {
  test('has a line on its origin', () => {
    expect(origins).toContain(`| ${folder}/${file} |`);
  });

  test('is recognised and read', async () => {
    const format = recogniseFormat(bytes, file);
    if (!format.ok) throw new Error(format.failure.message);
    const imported = await format.value.read?.(bytes, optionsFor(file));
    if (imported?.ok === true) expect(faultOf(imported.value)).toBeNull();
    await expect(await answerTo(bytes, file)).toMatchFileSnapshot(`./fixtures/${folder}/${file}.read`);
  });

  test('leaves no question open once each is answered as it was assumed, and is then read the same', async () => {
    const format = recogniseFormat(bytes, file);
    if (!format.ok) throw new Error(format.failure.message);
    const imported = await format.value.read?.(bytes, optionsFor(file));
    if (imported?.ok !== true) return;
    const assume = imported.value.questions.map(({ column, assumed }) =>
      column === null ? assumed : `${column}=${assumed}`,
    );
    expect(unknownAnswer(assume)).toBeUndefined();
    const answered = await format.value.read?.(bytes, optionsFor(file, assume));
    expect(answered?.ok === true && answered.value.questions).toEqual([]);
    expect(answered?.ok === true && answered.value.draft).toEqual(imported.value.draft);
  });

  test('is read the same in UTF-16, and behind the mark of UTF-8', async () => {
    const text = utf8Of(bytes);
    if (text === null) return;
    const own = await answerTo(bytes, file);
    for (const [isBig, mark] of [
      [false, '\ufeff'],
      [true, '\ufeff'],
      [false, ''],
      [true, ''],
    ] as const)
      expect(await answerTo(utf16Of(mark + text, isBig), file)).toBe(own);
    expect(await answerTo(new TextEncoder().encode(`\ufeff${text}`), file)).toBe(own);
  });

  test('is recognised without its name', () => {
    const [format, nameless] = [recogniseFormat(bytes, file), recogniseFormat(bytes, 'file')];
    expect(nameless.ok && nameless.value.id).toBe(format.ok && format.value.id);
  });

  test.each(FORMATS.flatMap(({ id, read }) => (read === undefined ? [] : [{ id, read }])))(
    'is answered by the reader of $id',
    async ({ read }) => {
      const imported = await read(bytes, optionsFor(file));
      if (imported.ok) expect(faultOf(imported.value)).toBeNull();
      else expect(imported.failure.message).toMatch(/^\P{Ll}.*[.?]$/su);
    },
    LONGEST,
  );
});
