// Idle work is done a piece at a time, and gives way to a key.
import { afterEach, expect, test, vi } from 'vitest';
import { createIdleWork } from './idle-work.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A window whose idle periods begin when they are called, each with time for everything. */
function idleWindow() {
  const waiting: IdleRequestCallback[] = [];
  const input = { isPending: false };
  vi.stubGlobal('requestIdleCallback', (callback: IdleRequestCallback) => waiting.push(callback));
  vi.stubGlobal('navigator', { scheduling: { isInputPending: () => input.isPending } });
  const idle = () => {
    waiting.shift()?.({ didTimeout: false, timeRemaining: () => 50 });
  };
  return { idle, input };
}

test('work is done to its end, and the end of one may begin another', () => {
  const { idle } = idleWindow();
  const { begin } = createIdleWork();
  const done: string[] = [];
  begin(
    (function* () {
      done.push('one');
      yield;
      done.push('two');
      begin(
        (function* () {
          yield;
          done.push('three');
        })(),
      );
    })(),
  );
  idle();
  expect(done).toEqual(['one', 'two', 'three']);
});

test('once a key is pressed, the rest waits', () => {
  const { idle, input } = idleWindow();
  let pieces = 0;
  createIdleWork().begin(
    (function* () {
      for (; pieces < 10; pieces += 1) {
        input.isPending = pieces === 2;
        yield;
      }
    })(),
  );
  idle();
  expect(pieces).toBe(2);
  idle();
  expect(pieces).toBe(10);
});
