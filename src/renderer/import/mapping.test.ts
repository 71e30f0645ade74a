// Each choice of the reader changes one thing of a mapping, and leaves the rest.
import { expect, it } from 'vitest';
import type { Mapping } from '../../shared/formats/table/fields.ts';
import {
  fixableIn,
  fixedIn,
  joinedIn,
  joinOf,
  meaningOf,
  withFixed,
  withFixedAs,
  withHeads,
  withJoin,
  withMeaning,
} from './mapping.ts';

const MAPPING: Mapping = {
  heads: true,
  fields: { title: { columns: ['Event'] }, start: { columns: ['When'] }, lane: { fixed: 'Roads' } },
};

it('gives a column another meaning, or none', () => {
  const moved = withMeaning(MAPPING, 'When', 'end');
  expect([meaningOf(moved, 'When'), meaningOf(moved, 'Event')]).toEqual(['end', 'title']);
  expect(moved.fields.start).toBeUndefined();
  expect(meaningOf(withMeaning(MAPPING, 'Event', null), 'Event')).toBeNull();
});

it('joins columns in the order in which they were chosen', () => {
  const both = withMeaning(MAPPING, 'Year', 'start');
  expect(both.fields.start).toEqual({ columns: ['When', 'Year'] });
  expect(joinedIn(both)).toEqual(['start']);
  expect(joinOf(both, 'start')).toBe(' ');
  const dashed = withJoin(both, 'start', ' – ');
  expect(joinOf(dashed, 'start')).toBe(' – ');
  // A third keeps what stands between them.
  expect(joinOf(withMeaning(dashed, 'Time', 'start'), 'start')).toBe(' – ');
  expect(joinedIn(withMeaning(dashed, 'When', null))).toEqual([]);
});

it('tells tags apart by commas, and joins no participants', () => {
  const tags = withMeaning(withMeaning(MAPPING, 'A', 'tags'), 'B', 'tags');
  expect(tags.fields.tags).toEqual({ columns: ['A', 'B'], join: ', ' });
  const people = withMeaning(withMeaning(MAPPING, 'A', 'participants'), 'B', 'participants');
  expect(joinedIn(people)).toEqual([]);
});

it('gives all events a value, which a column replaces', () => {
  expect(fixedIn(MAPPING)).toEqual([{ target: 'lane', value: 'Roads' }]);
  const two = withFixed(withFixed(MAPPING, 'place', 'Osh'), 'lane', 'Rails');
  expect(fixedIn(two)).toEqual([
    { target: 'lane', value: 'Rails' },
    { target: 'place', value: 'Osh' },
  ]);
  expect(fixedIn(withFixedAs(two, 'lane', 'tags'))[0]).toEqual({ target: 'tags', value: 'Rails' });
  expect(fixedIn(withFixed(two, 'place', null))).toHaveLength(1);
  const placed = withFixed(withFixed({ heads: true, fields: {} }, 'place', 'Osh'), 'lane', 'Rails');
  expect(fixedIn(withMeaning(placed, 'Event', 'title')).map(({ target }) => target)).toEqual([
    'place',
    'lane',
  ]);
  expect(withMeaning(MAPPING, 'Group', 'lane').fields.lane).toEqual({ columns: ['Group'] });
  expect(fixableIn(MAPPING)).not.toContain('title');
  expect(fixableIn(MAPPING)).toContain('place');
});

it('names columns by their numbers once their heads are none, or are some', () => {
  expect(withHeads(MAPPING, false, ['When', 'Event']).fields).toEqual({
    title: { columns: ['#2'] },
    start: { columns: ['#1'] },
    lane: { fixed: 'Roads' },
  });
});
