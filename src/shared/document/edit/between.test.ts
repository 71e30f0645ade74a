// The edit between two documents makes the one out of the other, passes the checks, and is taken back to the byte.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkingEdit } from '../file/check-edit.ts';
import { atOnce } from '../../slices.ts';
import { documentBytes } from '../file/write.ts';
import type { PlacedDocument } from '../document.ts';
import { documentIn, withListedEvents } from '../samples.ts';
import { applyEdit } from './apply.ts';
import { differencesIn, editBetween } from './between.ts';
import { invert, isEmpty } from './change.ts';
import { commands, type Command } from './edit-samples.ts';

const FILE = {
  format: 'dateline',
  version: 2,
  title: 'Bridge',
  articles: [{ id: 'a', title: 'A', publisher: 'P', text: 'One. Two. Three.' }],
  lanes: [
    { id: 'x', title: 'X' },
    { id: 'y', title: 'Y' },
  ],
  events: [
    { id: 'one', title: 'One', lane: 'x', date: '1932' },
    { id: 'two', title: 'Two', lane: 'y' },
  ],
  notes: [{ text: 'Note', events: ['one'] }],
};

const text = (document: PlacedDocument): string => new TextDecoder('utf-8').decode(documentBytes(document));

/** Its contents with the events in the order of their ids. */
function contents(document: PlacedDocument): object {
  const { events, ...others } = withListedEvents(documentIn(text(document)));
  return { ...others, events: events.toSorted((one, other) => (one.id < other.id ? -1 : 1)) };
}

const scripts = fc.array(commands, { maxLength: 12 });
const after = (script: readonly Command[]): PlacedDocument =>
  script.reduce<PlacedDocument>((document, command) => {
    const edit = command(document);
    return edit === null ? document : applyEdit(document, edit).document;
  }, documentIn(FILE));

test('any two documents', () => {
  fc.assert(
    fc.property(scripts, scripts, (one, other) => {
      const [start, end] = [after(one), after(other)];
      const before = text(start);
      const edit = editBetween(start, end, 'Restore');
      expect(atOnce(checkingEdit(start, edit))).toEqual({ ok: true, value: null });
      const made = applyEdit(start, edit).document;
      expect(contents(made)).toEqual(contents(end));
      expect(isEmpty(editBetween(made, end, 'Restore'))).toBe(true);
      expect(text(applyEdit(made, invert(edit)).document)).toBe(before);
    }),
  );
});

test('what differs is listed record by record, and not how it stands in the file', () => {
  const [one, two] = FILE.events;
  const other = {
    ...FILE,
    title: 'Ferry',
    lanes: [FILE.lanes[0], { id: 'y', title: 'Y', colour: 'plum' }],
    events: [
      { id: 'one', date: '1932', title: 'One', lane: 'x', tags: [] },
      { ...two, title: 'Second', tags: ['a', 'b'] },
      { ...one, id: 'three', title: 'Three' },
    ],
    notes: [],
    proposals: [],
  };
  const edit = editBetween(documentIn(FILE), documentIn(JSON.stringify(other, null, 4)), 'x');
  expect(differencesIn(edit)).toEqual([
    {
      kind: 'head',
      is: 'changed',
      title: 'Bridge',
      fields: [{ name: 'title', before: 'Bridge', after: 'Ferry' }],
    },
    { kind: 'lane', is: 'changed', title: 'Y', fields: [{ name: 'colour', before: '', after: 'plum' }] },
    { kind: 'note', is: 'removed', title: 'Note', fields: [] },
    { kind: 'event', is: 'changed', title: 'One', fields: [{ name: 'tags', before: '', after: '[]' }] },
    {
      kind: 'event',
      is: 'changed',
      title: 'Two',
      fields: [
        { name: 'title', before: 'Two', after: 'Second' },
        { name: 'tags', before: '', after: '["a","b"]' },
      ],
    },
    { kind: 'event', is: 'added', title: 'Three', fields: [] },
  ]);
});
