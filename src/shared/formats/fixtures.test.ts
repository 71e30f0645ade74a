/// <reference types="vite/client" />
// Every fixture is recognised and read as its snapshot says, and every other reader answers it with a sentence.
import { describe, expect, test } from 'vitest';
import { FORMATS, recogniseFormat } from './formats.ts';
import { faultOf, FIXTURES, optionsFor, shownOf } from './format-samples.ts';
import origins from './fixtures/README.md?raw';

describe.each(FIXTURES)('$format/$file', ({ format: folder, file, bytes }) => {
  test('has a line on its origin', () => {
    expect(origins).toContain(`| ${folder}/${file} |`);
  });

  test('is recognised and read', async () => {
    const format = recogniseFormat(bytes, file);
    if (!format.ok) throw new Error(format.failure.message);
    const imported = await format.value.read?.(bytes, optionsFor(file));
    const shown =
      imported?.ok === true
        ? shownOf(imported.value)
        : `refused: ${imported?.failure.message ?? 'not read'}\n`;
    if (imported?.ok === true) expect(faultOf(imported.value)).toBeNull();
    await expect(`${format.value.id}\n${shown}`).toMatchFileSnapshot(`./fixtures/${folder}/${file}.read`);
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
  );
});
