// Runs long work in slices: completely, with pauses between, and only as long as it is wanted.
import { expect, test } from 'vitest';
import { inSlices } from './slices.ts';

/** Work that reports its progress, in steps of a millisecond each. */
function* counting(steps: number, progress: number[]): Generator<undefined, number> {
  for (let step = 0; step < steps; step += 1) {
    const until = performance.now() + 1;
    while (performance.now() < until);
    progress.push(step);
    yield;
  }
  return steps;
}

test('work gives what comes of it, and other work goes on between its slices', async () => {
  const progress: number[] = [];
  let seen = 0;
  setTimeout(() => {
    seen = progress.length;
  });
  expect(await inSlices(counting(50, progress), () => true)).toBe(50);
  expect(seen).toBeGreaterThan(0);
  expect(seen).toBeLessThan(50);
});

test('work that is not wanted any more ends', async () => {
  const progress: number[] = [];
  expect(await inSlices(counting(1_000, progress), () => progress.length < 20)).toBeNull();
  expect(progress.length).toBeLessThan(1_000);
});

test('other work goes on between the last slice and the result', async () => {
  let isDone = false;
  function* work(): Generator<undefined, null> {
    yield;
    isDone = true;
    return null;
  }
  let asked = false;
  await inSlices(work(), () => {
    asked = isDone;
    return true;
  });
  expect(asked).toBe(true);
});
