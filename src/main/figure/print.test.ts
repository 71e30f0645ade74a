// What Electron says about a print job becomes a sentence, unless the reader cancelled it.
import { describe, expect, it } from 'vitest';
import { printOutcome } from './print.ts';

describe('printOutcome', () => {
  it('is a success for what was printed', () => {
    expect(printOutcome(true, '')).toMatchObject({ ok: true });
  });

  it.each(['Print job canceled', 'Print job cancelled', 'cancelled'])('takes “%s” for no error', (reason) => {
    expect(printOutcome(false, reason)).toBeNull();
  });

  it.each([
    ['No printers available on the network', 'no-printer'],
    ['Failed to enumerate printers', 'no-printer'],
    ['Print job failed', 'print-failed'],
    ['Invalid printer settings', 'print-failed'],
    ['', 'print-failed'],
  ])('says what to do after “%s”', (reason, code) => {
    expect(printOutcome(false, reason)).toMatchObject({ ok: false, failure: { code } });
  });
});
