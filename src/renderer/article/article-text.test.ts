// Cuts the article into paragraphs and quoted stretches without losing or inventing a character.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../shared/document/document.ts';
import type { TextRange } from '../../shared/document/event.ts';
import { articleOf } from '../../shared/document/samples.ts';
import { cost } from '../../shared/cost.ts';
import {
  articleText,
  chunksOf,
  MOST_NAMED,
  quotedAt,
  type ArticleText,
  type Stretch,
} from './article-text.ts';
import type { Quote } from './quotes.ts';

const article = (text: string, hidden: Article['hidden'] = []) => articleOf(text, { hidden });

/** What one event quotes. */
interface Quoted extends TextRange {
  readonly event: number;
}

/** Each passage with the events that quote it. */
const together = (quotes: readonly Quoted[]): Quote[] => {
  const passages = new Map(quotes.map(({ start, end }) => [`${start} ${end}`, { start, end }]));
  return [...passages.values()].map((range) => {
    const events = quotes.filter(({ start, end }) => start === range.start && end === range.end);
    return { ...range, events: [...new Set(events.map(({ event }) => event))].sort((a, b) => a - b) };
  });
};

const quoting = (text: string, ...quotes: readonly string[]): Quote[] =>
  together(
    quotes.map((quote, event) => {
      const start = text.indexOf(quote);
      return { start, end: start + quote.length, event };
    }),
  );

/** Each paragraph as its stretches: the text, `>` where a quote begins, and the events. */
const shape = (text: string, quotes: readonly Quote[], hidden: Article['hidden'] = []) =>
  articleText(article(text, hidden), quotes).paragraphs.map(({ stretches }) =>
    stretches.map(({ text: stretch, events, begins }) => [stretch, ...(begins ? ['>'] : []), ...events]),
  );

describe('an article is shown', () => {
  test('paragraph by paragraph, blank lines left out, with either kind of line break', () => {
    expect(shape('One.\n\nTwo.\r\n\r\n  Three. ', [])).toEqual([[['One.']], [['Two.']], [['Three.']]]);
  });

  test('without its hidden parts', () => {
    const text = 'Title\n\nkyrgyz\n\nText.\n\nScroll to Top';
    const hide = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
    expect(shape(text, [], [hide('Scroll to Top'), hide('kyrgyz')])).toEqual([[['Title']], [['Text.']]]);
  });

  test('with each quote as a stretch of its own', () => {
    const text = 'Before the quote after.';
    expect(shape(text, quoting(text, 'the quote'))).toEqual([
      [['Before '], ['the quote', '>', 0], [' after.']],
    ]);
  });

  test('with overlapping quotes cut where either begins or ends, the one that began last first', () => {
    const text = 'abcdef';
    expect(shape(text, quoting(text, 'abcd', 'cdef'))).toEqual([
      [
        ['ab', '>', 0],
        ['cd', '>', 1, 0],
        ['ef', 1],
      ],
    ]);
  });

  test('with quotes that begin together in one stop, the shorter first, equals in the document’s order', () => {
    const text = 'abcdef';
    expect(shape(text, quoting(text, 'abcdef', 'abc', 'abc'))).toEqual([
      [
        ['abc', '>', 1, 2, 0],
        ['def', 0],
      ],
    ]);
  });

  test('with a quote that crosses paragraphs marked in both, begun in the first', () => {
    const text = 'One two.\nThree four.';
    expect(shape(text, quoting(text, 'two.\nThree'))).toEqual([
      [['One '], ['two.', '>', 0]],
      [['Three', 0], [' four.']],
    ]);
  });

  test('with an event that quotes a stretch twice named once', () => {
    const quotes = [
      { start: 0, end: 3, events: [7] },
      { start: 1, end: 4, events: [7] },
    ];
    expect(shape('abcd', quotes)).toEqual([
      [
        ['a', '>', 7],
        ['bc', '>', 7],
        ['d', 7],
      ],
    ]);
  });

  test('with places that are asked for at the start of a stretch, or else where the text goes on', () => {
    const text = 'One two.\n\nThree four.\n\nhidden';
    const hidden = [{ start: text.indexOf('hidden'), end: text.length }];
    const { paragraphs, placesAtEnd } = articleText(article(text, hidden), [], [4, 8, 9, 10, 24]);
    expect(
      paragraphs.map(({ stretches }) => stretches.map(({ text: stretch, places }) => [stretch, ...places])),
    ).toEqual([[['One '], ['two.', 0]], [['Three four.', 1, 2, 3]]]);
    expect(placesAtEnd).toEqual([4]);
  });
});

describe('a paragraph that is too long to be laid out as one', () => {
  const show = (text: string, longest: number) =>
    articleText(article(text), [], [], longest).paragraphs.map(({ stretches, continues }) => [
      ...(continues ? ['…'] : []),
      ...stretches.map((stretch) => stretch.text),
    ]);

  test('is cut where a word begins', () => {
    expect(show('One two three four.\nFive.', 5)).toEqual([
      ['One two '],
      ['…', 'three '],
      ['…', 'four.'],
      ['Five.'],
    ]);
  });

  test('is cut between letters where there are no words, and never within a character', () => {
    expect(show('e\u0301e\u0301😀aaé', 1)).toEqual([['e\u0301e\u0301😀a'], ['…', 'aé']]);
  });
});

/** Text that makes offsets hard: combining marks, emoji of several code units, both directions, line breaks. */
const piece = fc.constantFrom(
  'a',
  'Өзгөн ',
  'e\u0301\u0323',
  '\u0301',
  '😀',
  '👩‍👩‍👧',
  '🇰🇬',
  'عربي ',
  'עברית',
  '\u200f',
  '\ud83d',
  ' ',
  '\u00a0',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '\u2028',
);
const anyText = fc.oneof(
  fc.array(piece, { minLength: 1, maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
);
const rangeIn = (text: string): fc.Arbitrary<TextRange> =>
  fc
    .tuple(fc.nat(text.length - 1), fc.nat(text.length - 1))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
const sample = anyText.chain((text) =>
  fc.record({
    text: fc.constant(text),
    hidden: fc.array(rangeIn(text), { maxLength: 3 }),
    quotes: fc
      .array(rangeIn(text), { maxLength: 8 })
      .map((ranges) => together(ranges.map((range, event) => ({ ...range, event })))),
    places: fc.array(fc.nat(text.length), { maxLength: 4 }).map((list) => list.sort((a, b) => a - b)),
    longest: fc.integer({ min: 1, max: 60 }),
  }),
);

/** The offsets of all visible code units, in the order shown. */
const shownOffsets = ({ paragraphs }: ArticleText, include: (stretch: Stretch) => boolean) =>
  paragraphs.flatMap(({ stretches }) =>
    stretches
      .filter(include)
      .flatMap(({ text, start }) => Array.from({ length: text.length }, (_, unit) => start + unit)),
  );

const isHidden = (hidden: readonly TextRange[], offset: number) =>
  hidden.some(({ start, end }) => start <= offset && offset < end);

describe('whatever the text, its hidden parts and its quotes', () => {
  test('every stretch is the text at its place, in order, and only white space and hidden parts are left out', () => {
    fc.assert(
      fc.property(sample, ({ text, hidden, quotes, places, longest }) => {
        const shown = articleText(article(text, hidden), quotes, places, longest);
        for (const { start, stretches } of shown.paragraphs) {
          expect(stretches[0]?.start).toBe(start);
          for (const stretch of stretches) {
            expect(stretch.text).not.toBe('');
            expect(text.startsWith(stretch.text, stretch.start)).toBe(true);
          }
        }
        const offsets = shownOffsets(shown, () => true);
        expect(offsets).toEqual([...new Set(offsets)].sort((a, b) => a - b));
        expect(offsets.some((offset) => isHidden(hidden, offset))).toBe(false);
        const seen = new Set(offsets);
        const left = [...text.split('').entries()].filter(
          ([offset]) => !seen.has(offset) && !isHidden(hidden, offset),
        );
        expect(left.filter(([, unit]) => unit.trim() !== '')).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test('the stretches of a quote are what is shown of it, and it begins once, at the first', () => {
    fc.assert(
      fc.property(sample, ({ text, hidden, quotes, places, longest }) => {
        const shown = articleText(article(text, hidden), quotes, places, longest);
        const all = shownOffsets(shown, () => true);
        const beginnings = new Set<number>();
        for (const { start, end, events } of quotes) {
          const offsets = shownOffsets(shown, (stretch) =>
            events.some((event) => quotedAt(quotes, stretch.start).includes(event)),
          );
          expect(offsets).toEqual(all.filter((offset) => start <= offset && offset < end));
          if (offsets[0] !== undefined) beginnings.add(offsets[0]);
        }
        const stops = shown.paragraphs
          .flatMap(({ stretches }) => stretches)
          .filter(({ begins }) => begins)
          .map(({ start }) => start);
        expect(stops).toEqual([...beginnings].sort((a, b) => a - b));
      }),
      { numRuns: 2_000 },
    );
  });

  test('a stretch names the first of the events that quote it, and counts all', () => {
    fc.assert(
      fc.property(sample, ({ text, hidden, quotes: ranges }) => {
        const quotes = together(
          ranges.flatMap((range) => range.events.map((event) => ({ ...range, event: event % 7 }))),
        );
        for (const { stretches } of articleText(article(text, hidden), quotes).paragraphs) {
          for (const { start, events, count } of stretches) {
            const all = quotedAt(quotes, start);
            expect(events).toEqual(all.slice(0, MOST_NAMED));
            expect(count).toBe(all.length);
          }
        }
      }),
    );
  });

  test('every place that is asked for is reached once, at the first stretch that does not lie before it', () => {
    fc.assert(
      fc.property(sample, ({ text, hidden, quotes, places, longest }) => {
        const shown = articleText(article(text, hidden), quotes, places, longest);
        const stretches = shown.paragraphs.flatMap((paragraph) => paragraph.stretches);
        const reached = places.map((place) => stretches.find(({ start }) => start >= place)?.start);
        const found = places.map((_, number) => stretches.find((s) => s.places.includes(number))?.start);
        expect(found).toEqual(reached);
        expect(shown.placesAtEnd).toEqual(
          [...places.keys()].filter((number) => reached[number] === undefined),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  test('chunks hold all paragraphs in order', () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: 1, max: 400 }), ({ text, hidden, quotes }, size) => {
        const { paragraphs } = articleText(article(text, hidden), quotes);
        const chunks = chunksOf(paragraphs, size);
        expect(chunks.flatMap((chunk) => chunk.paragraphs)).toEqual(paragraphs);
        for (const chunk of chunks) {
          const stretches = chunk.paragraphs.flatMap((paragraph) => paragraph.stretches);
          expect(chunk.length).toBe(stretches.map((stretch) => stretch.text).join('').length);
          const last = stretches.at(-1);
          expect(chunk.start).toBe(stretches[0]?.start ?? 0);
          expect(chunk.end).toBe((last?.start ?? 0) + (last?.text.length ?? 0));
        }
      }),
    );
  });
});

test('of quotes that do not overlap, only the events that are named are looked at', () => {
  const text = 'They met. They left.';
  let looked = 0;
  const many = new Proxy(
    Array.from({ length: 1_000 }, (_, event) => event),
    {
      get: (events, key): unknown => {
        looked += 1;
        return Reflect.get(events, key);
      },
    },
  );
  const quotes = [
    { start: 0, end: 9, events: many },
    { start: 9, end: 20, events: many },
  ];
  const { paragraphs } = articleText(article(text), quotes);
  expect(paragraphs.flatMap(({ stretches }) => stretches.map(({ count }) => count))).toEqual([1_000, 1_000]);
  expect(looked).toBeLessThan(100);
});

test('twice as many quotes that overlap cost about twice as much', () => {
  const text = 'The two sides met at the border and agreed to meet again. '.repeat(600);
  const [once = 0, fourfold] = [2_000, 8_000].map((count) => {
    const quotes = Array.from({ length: count }, (_, event) => {
      const start = (event * 7) % 19_000;
      return { events: [event], start, end: start + 15_000 };
    });
    return cost(() => articleText(article(text), quotes), 3);
  });
  // Quadratic growth would give sixteen times the cost.
  expect(fourfold).toBeLessThan(12 * Math.max(once, 10));
});
