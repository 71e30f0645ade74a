// Names any thrown value.
import { describe, expect, it } from 'vitest';
import { systemCode } from './system-code.ts';

describe('systemCode', () => {
  it.each([
    [Object.assign(new Error('full'), { code: 'ENOSPC' }), 'ENOSPC'],
    [new Error('no code'), 'UNKNOWN'],
    [Object.assign(new Error('a number'), { code: 5 }), 'UNKNOWN'],
    ['no error', 'UNKNOWN'],
  ])('%s', (error, code) => {
    expect(systemCode(error)).toBe(code);
  });
});
