// Long work is done whole, lets others go on meanwhile, and ends where it is not wanted any more.
import { expect, test } from 'vitest';
import { inSlices } from './slices.ts';

/** Work that says how far it has come, in steps that each take a millisecond. */
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
