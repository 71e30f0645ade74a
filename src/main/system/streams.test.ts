// Reports in one sentence, on one line, why standard output could not be written.
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { failure, success } from '../../shared/result.ts';
import { inOneLine, outputFailure, writeStream } from './streams.ts';

describe('outputFailure', () => {
  it.each([
    ['EPIPE', 'output-closed', 'Standard output was closed before all was written to it.', []],
    ['ENOSPC', 'output-failed', 'Standard output could not be written: there is no room left for it.', []],
    ['EDQUOT', 'output-failed', 'Standard output could not be written: there is no room left for it.', []],
    [
      'EIO',
      'output-failed',
      'Standard output could not be written: the system refused it.',
      ['The system calls this EIO.'],
    ],
  ])('%s', (system, code, message, details) => {
    expect(outputFailure(system)).toEqual(failure(code, message, details));
  });
});

describe('writeStream', () => {
  /** A stream that accepts bytes, or fails. */
  const stream = (error?: Error): { readonly stream: Writable; readonly taken: string[] } => {
    const taken: string[] = [];
    const made = new Writable({
      write: (chunk, _encoding, done) => {
        taken.push(String(chunk));
        done(error);
      },
    });
    made.on('error', () => undefined);
    return { stream: made, taken };
  };

  it('waits until all is written', async () => {
    const { stream: taking, taken } = stream();
    expect(await writeStream(taking, 'figure')).toEqual(success(null));
    expect(taken).toEqual(['figure']);
  });

  it('gives the failure as a value', async () => {
    const { stream: failing } = stream(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    expect(await writeStream(failing, 'figure')).toEqual(outputFailure('EPIPE'));
  });
});

describe('inOneLine', () => {
  it('joins the message and what lies behind it', () => {
    expect(inOneLine({ code: 'x', message: 'It failed.', details: ['Why.', 'How.'] })).toBe(
      'It failed. Why. How.\n',
    );
  });

  it('holds nothing that a terminal obeys', () => {
    expect(inOneLine({ code: 'x', message: '“a\u001b[31m\r\nb” is missing.', details: [] })).toBe(
      '“a [31m b” is missing.\n',
    );
  });
});
