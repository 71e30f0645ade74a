// Opens addresses in the reader's browser.
import { shell } from 'electron';
import { addressWithHost } from '../../shared/hosts.ts';
import { failure, success, type Result } from '../../shared/result.ts';
import { log } from '../system/log.ts';
import { linkAllowed } from './security-rules.ts';

/**
 * Opens an address; fails with `link-refused` if it is not a web address, `link-failed` if the system cannot open it.
 */
export async function openLink(address: string): Promise<Result<null>> {
  if (!linkAllowed(address)) {
    log('refused to open an address', JSON.stringify(address));
    return failure('link-refused', 'This is not a web address, so it was not opened.', [
      addressWithHost(address),
    ]);
  }
  try {
    await shell.openExternal(address);
    return success(null);
  } catch (error) {
    log('the system did not open an address', `${address}: ${String(error)}`);
    return failure('link-failed', 'No browser could open this address. Copy it instead.', [
      addressWithHost(address),
    ]);
  }
}
