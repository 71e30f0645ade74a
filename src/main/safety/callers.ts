// Who may call which channel: a plain function, so that a table can test it.
import { CHANNELS, type Contract, type PageName } from '../../shared/ipc.ts';
import type { PageAddresses } from './pages.ts';

/** Where a call comes from. */
export interface Sender {
  /** The page that the window was opened for; `undefined` for a window that main did not open. */
  readonly page: PageName | undefined;
  /** False for a frame within the page, and for one that is gone by now. */
  readonly mainFrame: boolean;
  /** The address that the frame shows. */
  readonly address: string;
}

/** Whether a call comes from the main frame of the channel's own window while it shows its own page. */
export function senderAllowed(channel: keyof Contract, sender: Sender, addresses: PageAddresses): boolean {
  return isPage(CHANNELS[channel].caller, sender, addresses);
}

/** Whether a message comes from the main frame of a page's own window while that window shows the page. */
export function isPage(page: PageName, sender: Sender, addresses: PageAddresses): boolean {
  return sender.mainFrame && sender.page === page && sender.address === addresses[page];
}
