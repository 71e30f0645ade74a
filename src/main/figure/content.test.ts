// A figure of dates runs from the start of the first to the end of the last; a lane that is not there is refused.
import { describe, expect, it } from 'vitest';
import { checkLanes, resolveContent } from './content.ts';

describe('resolveContent', () => {
  it.each([
    ['2021-08-15', '2022-09-17', Date.UTC(2021, 7, 15), Date.UTC(2022, 8, 18)],
    ['2021', '2022', Date.UTC(2021, 0), Date.UTC(2023, 0)],
    ['2021-08~', '2021-08?', Date.UTC(2021, 7), Date.UTC(2021, 8)],
    ['2021-08-15', '2021-08-15', Date.UTC(2021, 7, 15), Date.UTC(2021, 7, 16)],
  ])('%s to %s', async (from, to, start, end) => {
    expect(await resolveContent({ kind: 'dates', from, to })).toEqual({
      ok: true,
      value: { kind: 'view', window: { start, end } },
    });
  });

  it.each([
    ['', '2022', 'dates-from'],
    ['2021', 'last year', 'dates-to'],
    ['2021-13', '2022', 'dates-from'],
    ['../2021', '2022', 'dates-open'],
    ['2021', '2022/', 'dates-open'],
    ['2022', '2021', 'dates-backwards'],
    ['-30000', '2022', 'dates-from'],
    ['Y-30000', '2022', 'dates-too-long'],
  ])('refuses “%s” to “%s”', async (from, to, code) => {
    expect(await resolveContent({ kind: 'dates', from, to })).toMatchObject({ ok: false, failure: { code } });
  });

  it.each([{ kind: 'whole' }, { kind: 'view', window: { start: 0, end: 1 } }] as const)(
    'leaves %j as it is',
    async (content) => {
      expect(await resolveContent(content)).toEqual({ ok: true, value: content });
    },
  );
});

describe('checkLanes', () => {
  const document = {
    lanes: [
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B' },
    ],
  };

  it.each([[undefined], [['a']], [['b', 'a']], [[]]])('takes %j of two lanes', (lanes) => {
    expect(checkLanes(lanes, document)).toEqual({ ok: true, value: null });
  });

  it.each([[['c']], [['a', 'b', 'c']], [['']], [['__proto__']]])('refuses %j of two lanes', (lanes) => {
    expect(checkLanes(lanes, document)).toMatchObject({ ok: false, failure: { code: 'figure-lanes' } });
  });

  it('refuses any lane of none', () => {
    expect(checkLanes(['a'], { lanes: [] }).ok).toBe(false);
  });
});
