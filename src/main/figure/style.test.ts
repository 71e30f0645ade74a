// A style file says what it sets, or what is wrong with it in one sentence.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readStyleFile } from './style.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-style-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function read(text: string): ReturnType<typeof readStyleFile> {
  const path = join(folder, 'house.json');
  await writeFile(path, text);
  return readStyleFile(path);
}

describe('readStyleFile', () => {
  it.each([
    {},
    { fonts: { titles: 'Georgia', text: 'Source Sans 3' } },
    { colours: { order: ['#0b3d91', 'teal'], lanes: { CSTO: '#ABCDEF', 'Kyrgyz–Tajik border': 'red' } } },
  ])('reads %j', async (style) => {
    expect(await read(JSON.stringify(style))).toEqual({ ok: true, value: style });
    expect(await read(`\uFEFF${JSON.stringify(style)}`)).toEqual({ ok: true, value: style });
  });

  it.each([
    ['', 'style-not-json', /not valid JSON/],
    ['{', 'style-not-json', /not valid JSON/],
    ['[]', 'style-invalid', /braces/],
    ['null', 'style-invalid', /braces/],
    ['{"font": {}}', 'style-invalid', /no “font”.*fonts.*colours/],
    ['{"fonts": {"headline": "Georgia"}}', 'style-invalid', /no “headline” in “fonts”/],
    ['{"fonts": {"text": "x\\"; } * { color: red"}}', 'style-invalid', /“fonts\.text”.*Name a font/],
    ['{"fonts": {"text": 3}}', 'style-invalid', /“fonts\.text”.*Name a font/],
    ['{"colours": ["#0b3d91"]}', 'style-invalid', /“colours”/],
    ['{"colours": {"order": "#0b3d91"}}', 'style-invalid', /“colours\.order”/],
    ['{"colours": {"order": ["#0b3d91", "blueish"]}}', 'style-invalid', /“colours\.order\.1”.*#rrggbb/],
    ['{"colours": {"lanes": {"CSTO": "#fff"}}}', 'style-invalid', /“colours\.lanes\.CSTO”.*#rrggbb/],
  ])('refuses %s', async (text, code, message) => {
    const style = await read(text);
    expect(style).toMatchObject({ ok: false, failure: { code } });
    expect(style.ok ? '' : style.failure.message).toMatch(message);
  });

  it('refuses what is no file, not there or too large', async () => {
    expect(await readStyleFile(folder)).toMatchObject({ ok: false, failure: { code: 'style-unreadable' } });
    expect(await readStyleFile(join(folder, 'none.json'))).toMatchObject({
      ok: false,
      failure: { code: 'style-missing' },
    });
    expect(await read(' '.repeat(100_001))).toMatchObject({
      ok: false,
      failure: { code: 'style-too-large' },
    });
  });
});
