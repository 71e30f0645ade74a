// A history undoes and redoes what was done, joins edits of one field, and knows which state the file holds.
import { expect, test } from 'vitest';
import type { Edit } from './change.ts';
import {
  canJoin,
  changedAt,
  emptyHistory,
  isSaved,
  savedAt,
  stateOf,
  stepped,
  type History,
  type Step,
} from './history.ts';

const edit = (after: string, merge?: string): Edit => ({
  name: after,
  changes: [{ kind: 'head', before: `before ${after}`, after }],
  merge,
});

const made = (after: string, merge?: string, joins = false): Step => ({
  kind: 'edit',
  edit: edit(after, merge),
  at: `at ${after}`,
  joins,
});

const after = (steps: readonly Step[], start = emptyHistory(true)): History =>
  steps.reduce((history, step) => stepped(history, step)?.history ?? history, start);

const names = ({ past, future }: History): string =>
  [past, future].map((entries) => entries.map((entry) => entry.edit.name).join(' ')).join(' | ');

test('edits are undone from the last and redone in their order, and a new one ends what could be redone', () => {
  const [undo, redo]: Step[] = [{ kind: 'undo' }, { kind: 'redo' }];
  const three = [made('a'), made('b'), made('c')];
  if (undo === undefined || redo === undefined) throw new Error();
  expect(names(after([...three, undo, undo]))).toBe('a | b c');
  expect(names(after([...three, undo, undo, redo]))).toBe('a b | c');
  expect(names(after([...three, undo, undo, made('d')]))).toBe('a d | ');
  expect(stepped(after([]), undo)).toBeNull();
  expect(stepped(after(three), redo)).toBeNull();
});

test('a document is saved in the state that its file holds, however it came there', () => {
  expect(isSaved(emptyHistory(true))).toBe(true);
  expect(isSaved(emptyHistory(false))).toBe(false);
  const one = after([made('a')]);
  expect(isSaved(one)).toBe(false);
  expect(isSaved(after([{ kind: 'undo' }], one))).toBe(true);
  const saved = savedAt(one, stateOf(one));
  expect(isSaved(saved)).toBe(true);
  const undone = after([{ kind: 'undo' }], saved);
  expect(isSaved(undone)).toBe(false);
  expect(isSaved(after([{ kind: 'redo' }], undone))).toBe(true);
  // Another edit leads to another state, although as many edits stand.
  expect(isSaved(after([made('b')], undone))).toBe(false);
});

test('edits of one field join, unless a file holds what was before, or something was undone', () => {
  const typed = after([made('a', 'title'), made('b', 'title', true)]);
  expect(typed.past).toHaveLength(1);
  expect(typed.past[0]?.edit.changes).toEqual([{ kind: 'head', before: 'before a', after: 'b' }]);
  expect(after([made('a', 'title'), made('b', 'date', true)]).past).toHaveLength(2);
  const one = after([made('a', 'title')]);
  expect(canJoin(savedAt(one, stateOf(one)), edit('b', 'title'))).toBe(false);
  expect(
    canJoin(after([{ kind: 'undo' }, made('c', 'title'), { kind: 'undo' }], one), edit('b', 'title')),
  ).toBe(false);
});

test('a step leads to the same wherever it is taken, whatever was saved meanwhile', () => {
  const one = after([made('a', 'title')]);
  const joined = made('b', 'title', true);
  expect(after([joined], savedAt(one, stateOf(one))).past).toEqual(after([joined], one).past);
  expect(isSaved(after([joined], savedAt(one, stateOf(one))))).toBe(false);
});

test('the document was changed last when its last standing edit was made', () => {
  expect(changedAt(after([]))).toBeUndefined();
  expect(changedAt(after([made('a'), made('b'), { kind: 'undo' }]))).toBe('at a');
});
