// Workers of the tests never share a display, nor its clipboard.
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeSeat } from './seats.ts';

const DISPLAYS = { DATELINE_TEST_DISPLAYS: ':71 :72' };

test('each worker has a display and a temporary folder of its own, however often it takes them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-seats-'));
  for (const [worker, display] of [
    ['0', ':71'],
    ['1', ':72'],
  ] as const) {
    const environment: NodeJS.ProcessEnv = {
      ...DISPLAYS,
      DATELINE_TEST_FOLDER: folder,
      TEST_PARALLEL_INDEX: worker,
    };
    for (let call = 0; call < 2; call += 1) expect(takeSeat(environment)).toBe(2);
    expect(environment).toMatchObject({ DISPLAY: display, TMPDIR: join(folder, worker) });
    expect((await stat(join(folder, worker))).isDirectory()).toBe(true);
  }
  await rm(folder, { recursive: true });
});

test('what starts the workers has as many as there are displays, and sits at none', () => {
  const environment: NodeJS.ProcessEnv = { ...DISPLAYS, DISPLAY: ':1' };
  expect(takeSeat(environment)).toBe(2);
  expect(environment).toEqual({ ...DISPLAYS, DISPLAY: ':1' });
});

test('without displays of their own there is one worker, which sits where it was started', () => {
  const environment: NodeJS.ProcessEnv = { DISPLAY: ':1', TEST_PARALLEL_INDEX: '0' };
  expect(takeSeat(environment)).toBe(1);
  expect(environment).toEqual({ DISPLAY: ':1', TEST_PARALLEL_INDEX: '0' });
});
