// There is room for documents of up to 4 GB.
import { expect, it } from 'vitest';
import { roomOf } from './room.ts';

it.each([0, 1, 5_000_000, 2 ** 31 - 1, 2 ** 32])('%d bytes', (size) => {
  const room = roomOf(size);
  expect(room.length).toBe(size);
  if (size === 0) return;
  room[size - 1] = 7;
  expect([room[0] ?? 0, room[size - 1]]).toEqual([size === 1 ? 7 : 0, 7]);
});
