// What is typed into cells.
import { describe, expect, test } from 'vitest';
import { eventOf, undatedOf } from '../../shared/document/samples.ts';
import { fieldsOf, isEditedInPlace, typedOf, type FieldColumn } from './cells.ts';

/** The fields of a text, or the sentence on what is wrong. */
function kept(column: FieldColumn, text: string, event: Parameters<typeof fieldsOf>[2] = {}) {
  const fields = fieldsOf(column, text, event);
  return fields.ok ? fields.value : fields.failure.message;
}

test('a date is read as people write it, and an empty cell takes it away', () => {
  expect(kept('date', '15 Aug 2021')).toEqual({ date: '2021-08-15' });
  expect(kept('date', 'about 1850')).toEqual({ date: '1850~' });
  expect(kept('date', ' ')).toEqual({ date: undefined });
  expect(kept('date', 'no date')).toEqual({ date: undefined });
  expect(kept('date', 'someday')).toMatch(/^“someday” is not a date that Dateline can read\. Write it like/);
});

test('the field of a date holds words that are read as the same date', () => {
  for (const edtf of ['2021-08-15', '1850~', '2021-06/..', '[1970,1980]', '-0043']) {
    const event = eventOf(edtf);
    expect(kept('date', typedOf('date', event, ''))).toEqual({ date: edtf });
  }
  expect(typedOf('date', undatedOf('a'), '')).toBe('');
});

test('a title cannot be empty; a place can', () => {
  expect(kept('title', '  ')).toBe('Type a title: an event needs one.');
  expect(kept('title', ' Talks ')).toEqual({ title: 'Talks' });
  expect(kept('place', ' ')).toEqual({ place: undefined });
  expect(kept('place', ' Osh ')).toEqual({ place: 'Osh' });
});

test('people keep their roles as long as they are named', () => {
  const participants = [{ name: 'Zas', role: 'secretary' }, { name: 'Kulubaev' }];
  expect(kept('people', 'Kulubaev; Zas;  Muhriddin ;', { participants })).toEqual({
    participants: [{ name: 'Kulubaev' }, { name: 'Zas', role: 'secretary' }, { name: 'Muhriddin' }],
  });
  expect(kept('people', '', { participants })).toEqual({ participants: [] });
});

test('tags are separated by commas, each once', () => {
  expect(kept('tags', 'border, talks,, border')).toEqual({ tags: ['border', 'talks'] });
  expect(kept('tags', 'x'.repeat(61))).toMatch(/^A tag has at most 60 letters: shorten “x+”\.$/);
});

test('an importance is a number from 1 to 5, and the usual one is not written', () => {
  expect(kept('importance', ' 5 ')).toEqual({ importance: 5 });
  expect(kept('importance', '3')).toEqual({ importance: undefined });
  expect(kept('importance', '')).toEqual({ importance: undefined });
  for (const text of ['0', '6', '2.5', 'much'])
    expect(kept('importance', text)).toBe('Type a number from 1 to 5.');
});

describe('how a date is known', () => {
  const dating = { kind: 'stated', confidence: 'high', explanation: 'It says so.' } as const;

  test('is chosen by its words, and the explanation stays', () => {
    expect(kept('dating', 'other source', { dating })).toEqual({ dating: { ...dating, kind: 'external' } });
    expect(kept('confidence', 'Low', { dating })).toEqual({ dating: { ...dating, confidence: 'low' } });
    expect(kept('confidence', 'so so', { dating })).toBe('Type Very high, High, Medium or Low.');
  });

  test('needs the editor where there is no explanation yet', () => {
    const imported = { kind: 'imported', file: 'a.csv', row: 2 } as const;
    expect(isEditedInPlace('dating', { dating })).toBe(true);
    expect(isEditedInPlace('dating', { dating: imported })).toBe(false);
    expect(isEditedInPlace('confidence', {})).toBe(false);
    expect(kept('dating', 'Stated', { dating: imported })).toMatch(/^Say in the editor/);
    expect(isEditedInPlace('title', {})).toBe(true);
    expect(isEditedInPlace('sources', { dating })).toBe(false);
  });
});
