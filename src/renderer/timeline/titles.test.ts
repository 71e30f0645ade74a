// A title that is read from an event's JSON is the one that parsing finds.
import { expect, test } from 'vitest';
import { documentIn, documentOf, eventOf, fileOf, undatedOf } from '../../shared/document/samples.ts';
import { tableOf } from '../../shared/document/table.ts';
import { titleOf } from './texts.ts';
import { createTitleReader } from './titles.ts';

const TITLES = ['Bridge', '“Өз” 😀', 'a "b" \\ c', 'line\nline', '{"title":"x"}', 'title'];

test.each(TITLES)('%s', (title) => {
  const read = createTitleReader();
  const { events } = documentOf([
    eventOf('2001', { title, description: 'label' }),
    eventOf('2002', { title: 'Longer', label: title }),
    eventOf('2003', { title, evidence: [{ article: 'article', quote: 'label', start: 0, end: 5 }] }),
  ]);
  for (let row = 0; row < 3; row += 1) {
    const event = events.placedAt(row);
    expect(event && titleOf(event)).toBe(title);
    expect(read(events, row)).toBe(title);
  }
});

test('a name that is written with escapes is left to parsing', () => {
  const json = JSON.stringify(fileOf([{ id: 'e', title: 'Bridge', date: '2001', lane: 'lane' }]));
  const { events } = documentIn(json.replace('"title":"Bridge"', String.raw`"titl\u0065":"Bridge"`));
  expect(createTitleReader()(events, 0)).toBe('Bridge');
});

test('a row without a date has no mark', () => {
  const events = tableOf([undatedOf('e')], [{ id: 'lane' }]);
  expect(() => createTitleReader()(events, 0)).toThrow(RangeError);
});
