// The choices of the export dialog, and the figures that they describe.
import { describe, expect, test } from 'vitest';
import { FIGURE_SIZES } from '../../shared/figure/sizes.ts';
import { TEXT_SIZES } from '../../shared/figure/text-size.ts';
import type { FigureRequest } from '../../shared/figure/figure.ts';
import {
  choicesOf,
  emptyPreviewInWords,
  fieldOf,
  FIRST_CHOICES,
  foldsInWords,
  OWN_SIZE,
  requestOf,
  sizeInWords,
  tooLarge,
  WINDOW_SIZE,
  withContent,
  withSize,
  withUnit,
  type Choices,
  type Surroundings,
} from './choices.ts';

const surroundings: Surroundings = {
  window: { start: Date.UTC(2021, 7, 15), end: Date.UTC(2022, 9, 4) },
  width: 1006,
  height: 718,
  theme: 'dark',
  events: { important: [5, 5, 5, 2, 0], found: { query: 'border', count: 3 }, selected: ['kabul'] },
  compared: null,
};

const own: Choices = { ...FIRST_CHOICES, size: OWN_SIZE };

function request(choices: Partial<Choices>): FigureRequest {
  const result = requestOf({ ...own, ...choices }, surroundings);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

function refusal(choices: Partial<Choices>): string {
  const result = requestOf({ ...own, ...choices }, surroundings);
  return result.ok ? 'none' : `${fieldOf(result.failure) ?? 'no field'}: ${result.failure.message}`;
}

describe('the size', () => {
  test.each(FIGURE_SIZES)('“$label” is that size at that scale', ({ name, width, height, scale }) => {
    expect(request({ size: name }).options).toMatchObject({ width, height, scale });
  });

  test.each([
    ['px', '1920', '1080', '2', 1920, 1080, 2],
    ['mm', '254', '127', '300', 960, 480, 3.125],
    ['mm', '180,5', '120', '96', 682.2047, 453.5433, 1],
    ['in', '7', '5', '768', 672, 480, 8],
    ['in', '7.25', '5', '600', 696, 480, 6.25],
  ] as const)('in %s: %s × %s at %s', (unit, width, height, resolution, wide, high, scale) => {
    const { options } = request({ unit, width, height, resolution });
    expect(options.width).toBeCloseTo(wide, 3);
    expect(options.height).toBeCloseTo(high, 3);
    expect(options.scale).toBeCloseTo(scale, 6);
  });

  test('the window’s is that of the timeline on the screen', () => {
    expect(request({ size: WINDOW_SIZE, resolution: '2' }).options).toMatchObject({
      width: 1006,
      height: 718,
      scale: 2,
    });
  });

  test.each([
    [{ width: '' }, 'size: Enter a size from 200 × 100 to 16,384 × 16,384 px.'],
    [{ width: '199' }, 'size: Enter a size from 200 × 100'],
    [{ height: '99' }, 'size: Enter a size from 200 × 100'],
    [{ width: '1e3' }, 'size: Enter a size'],
    [{ width: '-300' }, 'size: Enter a size'],
    [{ unit: 'mm', width: '20', resolution: '300' }, 'size: Enter a size from 52.9 × 26.5 to'],
    [{ width: '16385' }, 'to 16,384 × 16,384 px'],
    [{ resolution: '0.5' }, 'resolution: Enter a scale from 1 to 8.'],
    [{ resolution: '9' }, 'resolution: Enter a scale from 1 to 8.'],
    [{ resolution: 'sharp' }, 'resolution: Enter a scale from 1 to 8.'],
    [
      { unit: 'mm', width: '200', height: '100', resolution: '72' },
      'resolution: Enter a resolution from 96 to 768 dpi.',
    ],
    [{ size: WINDOW_SIZE, resolution: '' }, 'resolution: Enter a scale'],
  ] as const)('%j is refused at its field', (choices, sentence) => {
    expect(refusal(choices)).toContain(sentence);
  });

  test('a PNG has at most 16,384 pixels a side, and not one more', () => {
    expect(refusal({ width: '2048', height: '1000', resolution: '8' })).toBe('none');
    expect(refusal({ width: '2049', height: '1000', resolution: '8' })).toBe(
      'size: This image would be 16,392 × 8,000 pixels, and a PNG can have at most 16,384 a side. Choose a smaller size or resolution.',
    );
    expect(refusal({ width: '1000', height: '2049', resolution: '8' })).toContain('8,000 × 16,392');
    expect(tooLarge({ width: 16_384, height: 16_384, scale: 1 })).toBeNull();
    expect(tooLarge({ width: 16_385, height: 100, scale: 1 })?.code).toBe('figure-too-large');
  });

  test('what is drawn in lines has no such limit', () => {
    expect(refusal({ format: 'svg', width: '2049', resolution: '8' })).toBe('none');
    expect(refusal({ format: 'pdf', width: '2049', resolution: '8' })).toBe('none');
  });
});

describe('the text', () => {
  test.each(FIGURE_SIZES)('suits “$label” by itself', ({ name, textSize }) => {
    expect(request({ size: name }).options.textSize).toBe(textSize);
  });

  test('is as chosen, whatever the size', () => {
    for (const { name } of FIGURE_SIZES)
      for (const textSize of TEXT_SIZES)
        expect(request({ size: name, textSize }).options.textSize).toBe(textSize);
  });

  test('comes back as chosen, or as following the size', () => {
    for (const { name, textSize: usual } of FIGURE_SIZES)
      for (const textSize of TEXT_SIZES)
        expect(choicesOf(request({ size: name, textSize }), surroundings).textSize).toBe(
          textSize === usual ? 'auto' : textSize,
        );
  });
});

describe('going from one size to another', () => {
  test('the free fields start from the preset', () => {
    const paper = FIGURE_SIZES.find(({ name }) => name === 'a4');
    if (paper === undefined) throw new Error('There is no A4');
    const free = withSize({ ...FIRST_CHOICES, size: 'a4' }, OWN_SIZE, surroundings);
    expect(free).toMatchObject({ unit: 'mm', resolution: '300' });
    expect([Number(free.width), Number(free.height)].toSorted((a, b) => a - b)).toEqual([210, 297]);
    expect(request(free).options.width).toBeCloseTo(paper.width, 3);
  });

  test('the window’s size has a scale, also after dots an inch', () => {
    const printed = { ...own, unit: 'mm', width: '200', height: '100', resolution: '300' } as const;
    expect(request(withSize(printed, WINDOW_SIZE, surroundings)).options.scale).toBe(3.125);
  });

  test('fields that held nonsense start afresh', () => {
    expect(request(withSize({ ...own, width: 'wide' }, WINDOW_SIZE, surroundings)).options.scale).toBe(2);
  });

  test('another unit is the same size', () => {
    const inches = withUnit({ ...own, width: '960', height: '480', resolution: '3.125' }, 'in');
    expect(inches).toMatchObject({ width: '10', height: '5', unit: 'in', resolution: '300' });
    expect(withUnit(inches, 'mm')).toMatchObject({ width: '254', height: '127', resolution: '300' });
    expect(withUnit(inches, 'px')).toMatchObject({ width: '960', height: '480', resolution: '3.125' });
    expect(withUnit({ ...own, width: '' }, 'mm')).toMatchObject({ width: '', unit: 'mm' });
  });
});

describe('the lanes', () => {
  test('are all in the document’s order unless the window shows others', () => {
    expect(request({}).options).not.toHaveProperty('lanes');
    const shown = requestOf(own, { ...surroundings, lanes: ['war', 'talks'] });
    expect(shown.ok && shown.value.options.lanes).toEqual(['war', 'talks']);
  });

  test('cannot all be hidden', () => {
    expect(requestOf(own, { ...surroundings, lanes: [] })).toMatchObject({
      ok: false,
      failure: { code: 'figure-lanes' },
    });
  });

  test('are not among what the next figure begins with', () => {
    const shown = requestOf(own, { ...surroundings, lanes: ['war'] });
    if (!shown.ok) throw new Error(shown.failure.message);
    const again = requestOf(choicesOf(shown.value, surroundings), surroundings);
    expect(again.ok && again.value.options).not.toHaveProperty('lanes');
  });
});

describe('the words', () => {
  const typed = { title: ' Two years\n', subtitle: '', credit: 'Staff' };

  test('are those typed, for the parts in the figure', () => {
    expect(request({ words: typed }).options.words).toEqual({ title: 'Two years', credit: 'Staff' });
    const bare = { ...FIRST_CHOICES.parts, title: false };
    expect(request({ words: typed, parts: bare }).options.words).toEqual({ credit: 'Staff' });
  });

  test('are the document’s where none are typed', () => {
    expect(request({}).options).not.toHaveProperty('words');
  });

  test('that are too long are refused at their field, unless their part is left out', () => {
    const words = { title: '', subtitle: '', credit: 'x'.repeat(1_001) };
    expect(refusal({ words })).toBe('credit: The credit has 1,001 characters; shorten it to at most 1,000.');
    expect(refusal({ words, parts: { ...FIRST_CHOICES.parts, credit: false } })).toBe('none');
  });

  test('are not among what the next figure begins with', () => {
    expect(choicesOf(request({ words: typed }), surroundings).words).toEqual(FIRST_CHOICES.words);
  });
});

describe('the theme', () => {
  test.each([
    ['window', 'dark'],
    ['light', 'light'],
    ['dark', 'dark'],
  ] as const)('%s in a dark window is %s', (theme, drawn) => {
    expect(request({ theme }).options.theme).toBe(drawn);
  });
});

describe('the content', () => {
  test('the view is the window now shown', () => {
    expect(request({ content: 'view' }).options.content).toEqual({
      kind: 'view',
      window: surroundings.window,
    });
  });

  test('dates start as those in view', () => {
    expect(withContent(own, 'dates', surroundings)).toMatchObject({
      content: 'dates',
      from: '2021-08-15',
      to: '2022-10-03',
    });
  });

  test('dates before the year 0 and beyond 9999 are EDTF too', () => {
    const start = new Date(0).setUTCFullYear(-43, 2, 15);
    const end = new Date(0).setUTCFullYear(12_000, 0, 1);
    expect(withContent(own, 'dates', { ...surroundings, window: { start, end } })).toMatchObject({
      from: '-0043-03-15',
      to: 'Y11999',
    });
  });

  test('dates that were written stay', () => {
    const written = { ...own, from: '2021', to: '' };
    expect(withContent(written, 'dates', surroundings)).toMatchObject({ from: '2021', to: '' });
    expect(withContent(written, 'whole', surroundings)).toMatchObject({ content: 'whole', from: '2021' });
  });

  test('dates are sent as written, without blanks around them', () => {
    expect(request({ content: 'dates', from: ' 2021 ', to: '2022-10' }).options.content).toEqual({
      kind: 'dates',
      from: '2021',
      to: '2022-10',
    });
  });

  test('a date that is missing is asked for at its field', () => {
    expect(refusal({ content: 'dates', from: '', to: '2022' })).toMatch(/^from: Enter a date in EDTF/);
    expect(refusal({ content: 'dates', from: '2021', to: ' ' })).toMatch(/^to: Enter a date in EDTF/);
  });
});

test('at first, the notes alone are left out', () => {
  const result = requestOf(FIRST_CHOICES, surroundings);
  const parts = { title: true, legend: true, sources: true, credit: true, note: false };
  expect(result.ok && result.value.options.parts).toEqual(parts);
});

describe('the last choices come back', () => {
  const cases: readonly Partial<Choices>[] = [
    ...FIGURE_SIZES.map(({ name }) => ({ size: name })),
    { size: WINDOW_SIZE },
    { width: '800', height: '600', resolution: '1.5' },
    { unit: 'mm', width: '180', height: '120.5', resolution: '300' },
    { unit: 'mm', width: '85', height: '60', resolution: '600' },
    { unit: 'in', width: '7', height: '5', resolution: '300' },
    { content: 'view', format: 'svg', theme: 'light' },
    { content: 'dates', from: '2021', to: '2022~', format: 'pdf', transparent: true },
    { parts: { title: true, legend: false, sources: true, credit: false, note: true } },
  ];

  test.each(cases)('%j', (choices) => {
    const before = request(choices);
    const back = choicesOf(before, surroundings);
    const { size, width, height, unit, resolution } = { ...own, ...choices };
    expect(back.size).toBe(size);
    if (size === OWN_SIZE) expect(back).toMatchObject({ width, height, unit, resolution });
    const again = requestOf(back, surroundings);
    if (!again.ok) throw new Error(again.failure.message);
    const { width: wide, height: high, ...others } = before.options;
    expect(again.value).toMatchObject({ format: before.format, options: others });
    expect(again.value.options.width).toBeCloseTo(wide, 6);
    expect(again.value.options.height).toBeCloseTo(high, 6);
  });

  test('the view comes back as what is now in view', () => {
    const back = choicesOf(request({ content: 'view' }), surroundings);
    const window = { start: 0, end: 1_000 };
    const again = requestOf(back, { ...surroundings, window });
    expect(again.ok && again.value.options.content).toEqual({ kind: 'view', window });
  });

  test('the theme stays that of the last figure when the window’s has changed', () => {
    const before = request({ theme: 'window' });
    expect(choicesOf(before, surroundings).theme).toBe('window');
    expect(choicesOf(before, { ...surroundings, theme: 'light' }).theme).toBe('dark');
  });
});

describe('in words', () => {
  test('an empty preview is on its way, or says what is wrong unless that stands in it', () => {
    const problem = (code: string) => ({ code, message: 'What is wrong.', details: [] });
    expect(emptyPreviewInWords(true, null)).toBe('Updating preview…');
    expect(emptyPreviewInWords(true, problem('dates-from'))).toBe('Updating preview…');
    expect(emptyPreviewInWords(false, problem('figure-size'))).toBe('What is wrong.');
    expect(emptyPreviewInWords(false, problem('figure-lanes'))).toBeNull();
  });

  test('the size of a PNG is in pixels, millimetres and dots an inch', () => {
    const drawn = { width: 960, height: 480, expectedSize: 341_234 };
    expect(sizeInWords(request({ width: '960', height: '480', resolution: '3.125' }), drawn)).toBe(
      '3,000 × 1,500 pixels · 254 × 127 mm at 300 dpi · about 340 kB',
    );
  });

  test('what is drawn in lines has no resolution', () => {
    const drawn = { width: 960, height: 480, expectedSize: 1_260_000 };
    expect(sizeInWords(request({ format: 'svg', width: '960', height: '480' }), drawn)).toBe(
      '960 × 480 pixels · 254 × 127 mm · about 1.3 MB',
    );
  });

  test.each([
    [12, '1 kB'],
    [1_500, '1.5 kB'],
    [999_400, '1,000 kB'],
    [999_600, '1 MB'],
    [123_456_789, '120 MB'],
  ])('%d bytes are about %s', (expectedSize, words) => {
    const drawn = { width: 960, height: 480, expectedSize };
    expect(sizeInWords(request({ format: 'svg' }), drawn)).toContain(`about ${words}`);
  });

  test('a figure without a span to fold says so where folds were asked for', () => {
    const sentence = 'No empty span is long enough to be folded.';
    expect(foldsInWords(request({ fold: true }).options, { folds: 0 })).toBe(sentence);
    expect(foldsInWords(request({ fold: true }).options, { folds: 1 })).toBeNull();
    expect(foldsInWords(request({}).options, { folds: 0 })).toBeNull();
  });
});
