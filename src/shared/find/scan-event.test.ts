// A scan meets the texts and quotes that parsing finds, or says that it cannot tell.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentIn, fileOf } from '../document/samples.ts';
import { textsOf } from './event-texts.ts';
import { createEventScanner, textIn } from './scan-event.ts';

/** What a scan meets of JSON that stands among other bytes; `null` where it cannot tell. */
function scanned(json: string) {
  const texts: string[] = [];
  const quotes: unknown[] = [];
  const before = 'Өз"';
  const bytes = new TextEncoder().encode(`${before}${json}"}`);
  const scan = createEventScanner({
    text: (from, to) => {
      texts.push(textIn(bytes, from, to));
    },
    quote: (from, to, start, end) => quotes.push({ article: textIn(bytes, from, to), start, end }),
  });
  const from = new TextEncoder().encode(before).length;
  return scan(bytes, from, from + new TextEncoder().encode(json).length) ? { texts, quotes } : null;
}

/** What parsing finds. */
function parsed(json: string) {
  const file = fileOf([], { articles: ARTICLES, version: 2 });
  const text = JSON.stringify(file).replace('"events":[]', () => `"events":[${json}]`);
  const event = documentIn(text).events.at(0);
  return (
    event && {
      texts: Object.values(textsOf(event)).flat(),
      quotes: event.evidence.map(({ article, start, end }) => ({ article, start, end })),
    }
  );
}

const ARTICLES = [{ id: 'a', title: 'A', publisher: 'P', text: 'One. Two.' }];

const sorted = (found: ReturnType<typeof scanned> | ReturnType<typeof parsed>) =>
  found && { ...found, texts: found.texts.toSorted() };

const word = fc.constantFrom('Bridge', '“a”', 'a"b', 'c\\', 'Ош\n', '😀', '{"title":"x"}', '[', 'title');
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const quote = fc.constantFrom(
  { article: 'a', quote: 'One.', start: 0, end: 4 },
  { note: { start: 7 }, end: 9, start: 5, quote: 'Two.', article: 'a' },
);
const event = fc.record({
  id: fc.constant('e'),
  title: word,
  label: optional(word),
  description: optional(word),
  date: fc.constant('2021'),
  lane: fc.constant('lane'),
  place: optional(word),
  tags: optional(fc.uniqueArray(word, { maxLength: 3 })),
  participants: optional(fc.array(fc.record({ name: word, role: optional(word), x: optional(word) }))),
  evidence: optional(fc.uniqueArray(quote, { selector: ({ start }) => start })),
  other: optional(fc.jsonValue()),
});

describe('scanning an event', () => {
  it('meets what parsing finds', () => {
    fc.assert(
      fc.property(event, fc.constantFrom(undefined, 2), (value, indent) => {
        const json = JSON.stringify(value, null, indent);
        expect(sorted(scanned(json))).toEqual(sorted(parsed(json)));
      }),
    );
  });

  it.each([
    ['an article with escapes', '{"evidence":[{"article":"\\u0061","quote":"One.","start":0,"end":4}]}'],
    ['a number with a point', '{"evidence":[{"article":"a","quote":"One.","start":0.0,"end":4}]}'],
    ['a number with an exponent', '{"evidence":[{"article":"a","quote":"One.","start":0,"end":4e0 }]}'],
  ])('tells of %s', (_case, evidence) => {
    const json = `{"id":"e","title":"A","lane":"lane",${evidence.slice(1)}`;
    expect(scanned(json)).toEqual(parsed(json));
  });

  it.each([
    ['a name that stands twice', '{"title":"A","title":"B"}'],
    ['a name with escapes', '{"t\\u0069tle":"A"}'],
    ['a name of a person that stands twice', '{"participants":[{"name":"A","name":"B"}]}'],
  ])('does not tell of %s', (_case, json) => {
    expect(scanned(json)).toBeNull();
  });
});
