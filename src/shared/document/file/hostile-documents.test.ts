// No document takes long to be read or refused: two seconds for five megabytes, whatever it holds.
import { describe, expect, test } from 'vitest';
import { cost } from '../../cost.ts';
import { HOSTILE_DOCUMENTS } from './hostile-documents.ts';
import { crossed } from '../crossed.ts';
import { toCross } from '../crossing.ts';
import { readDocument } from './read.ts';

const KINDS: readonly (readonly [name: string, make: (size: number) => Uint8Array])[] = [
  ...Object.entries(HOSTILE_DOCUMENTS).map(
    ([name, make]) => [name, (size: number) => new TextEncoder().encode(make(size))] as const,
  ),
  ['text that is no UTF-8 at its end', (size) => new Uint8Array(size).fill(0x20, 0, -1).fill(0xff, -1)],
];

/** A tenth of five megabytes, and so of the time. The limit is ten times as high, for busy machines. */
const SIZE = 500_000;
const ENOUGH = 200;
const MOST = 2_000;

/** Milliseconds; shorter times say nothing about growth. */
const SHORT = 50;

describe('what it takes to read or refuse and hand on', { timeout: 60_000 }, () => {
  test.each(KINDS)('%s', (_, make) => {
    const [quarter, whole] = [SIZE / 4, SIZE].map((size) => {
      const bytes = make(size);
      return cost(
        () => {
          const read = readDocument(bytes);
          const contents = read.ok ? toCross(read.value) : read;
          // Whatever looks at all events, such as the search, parses each.
          if (!contents.ok) return;
          const { events } = crossed(contents.value);
          expect([...events.all()]).toHaveLength(events.count);
        },
        3,
        size === SIZE ? ENOUGH : SHORT,
      );
    });
    expect(whole).toBeLessThan(MOST);
    // Linear growth gives four times the cost, quadratic growth sixteen times.
    expect(whole).toBeLessThan(12 * Math.max(quarter ?? 0, SHORT));
  });
});
