// Who may call which channel: a plain function, so that a table can test it.
import type { Contract } from '../../shared/ipc.ts';
import type { PageAddresses, PageName } from './pages.ts';

/** The page that may call each channel. */
export const CALLERS: { readonly [Channel in keyof Contract]: PageName } = {
  loadDocument: 'main',
  chooseDocument: 'main',
  loadBundledDocument: 'main',
  exportFigure: 'main',
  copyFigure: 'main',
  previewFigure: 'main',
  cancelFigure: 'main',
  lastFigure: 'main',
  showExportedFigure: 'main',
  openLink: 'main',
  openWaitingDocument: 'main',
  openDropped: 'main',
  keepPlace: 'main',
  about: 'main',
  copyVersion: 'main',
  copyText: 'main',
  rememberPanel: 'main',
  figureJob: 'figure',
  figureDrawn: 'figure',
  figureFailed: 'figure',
};

/** All channels of the contract. */
export const CHANNELS = Object.keys(CALLERS).filter((name): name is keyof Contract => name in CALLERS);

/** Where a call comes from. */
export interface Sender {
  /** The page that the window was opened for; `undefined` for a window that main did not open. */
  readonly page: PageName | undefined;
  /** False for a frame within the page, and for one that has gone since. */
  readonly mainFrame: boolean;
  /** The address that the frame shows. */
  readonly address: string;
}

/** Whether a call comes from the main frame of the window that the channel is for, while it shows its own page. */
export function senderAllowed(channel: keyof Contract, sender: Sender, addresses: PageAddresses): boolean {
  const page = CALLERS[channel];
  return sender.mainFrame && sender.page === page && sender.address === addresses[page];
}
