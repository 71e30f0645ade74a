// The one file that touches `ipcMain`: it checks the sender and the arguments of every call of a page, and of every
// request for columns.
import {
  ipcMain,
  type BrowserWindow,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  type WebContents,
} from 'electron';
import {
  CHANNEL_NAMES,
  COLUMNS,
  takesNothing,
  type Contract,
  type Notices,
  type PageName,
} from '../../shared/ipc.ts';
import type * as checking from './arguments.ts';
import { isPage, senderAllowed, type Sender } from './callers.ts';
import { deliverColumns } from './columns.ts';
import { log } from '../system/log.ts';
import type { PageAddresses } from './pages.ts';

/** The handler of each channel; promises are awaited. */
export type Handlers = {
  readonly [Channel in keyof Contract]: (
    ...given: Parameters<Contract[Channel]>
  ) => ReturnType<Contract[Channel]> | Promise<ReturnType<Contract[Channel]>>;
};

const pages = new WeakMap<WebContents, PageName>();

/** Lets the page of a window call its channels. Call this before loading the page. */
export function admit(contents: WebContents, page: PageName): void {
  pages.set(contents, page);
}

/**
 * Answers the channels that have handlers: all of them, or only those of the figure page if no other page exists. A
 * call that fails a check is logged, and rejects in the page.
 */
export function setupIpc(handlers: Partial<Handlers>, addresses: PageAddresses): void {
  for (const channel of CHANNEL_NAMES) {
    const handler = handlers[channel];
    if (handler !== undefined) answer(channel, handler, addresses);
  }
  ipcMain.on(COLUMNS, (event, ticket: unknown) => {
    const sender = senderOf(event);
    const { page } = sender;
    const [port] = event.ports;
    if (page !== undefined && isPage(page, sender, addresses) && port !== undefined)
      if (deliverColumns(page, ticket, port)) return;
    log('refused to send columns', JSON.stringify(sender));
    // Tells the page that nothing will come.
    for (const unused of event.ports) unused.close();
  });
}

/** Loaded once: each `import()` of what is there already takes a third of a millisecond. */
let checks: Promise<typeof checking> | undefined;

function answer<Channel extends keyof Contract>(
  channel: Channel,
  handler: Handlers[Channel],
  addresses: PageAddresses,
): void {
  const refuse = (reason: string, detail?: string): never => {
    log(`refused a call of ${channel}: ${reason}`, detail);
    throw new Error('refused');
  };
  ipcMain.handle(channel, async (event, ...given: unknown[]) => {
    const sender = senderOf(event);
    if (!senderAllowed(channel, sender, addresses))
      return refuse('not for its sender', JSON.stringify(sender));
    const { areArguments } = takesNothing(channel) ? NO_CHECKS : await (checks ??= import('./arguments.ts'));
    if (!areArguments(channel, given)) return refuse('its arguments are not as the channel takes them');
    return handler(...given);
  });
}

/**
 * For channels without arguments, so that the call that brings the first picture does not wait for the library that checks
 * those of the others.
 */
const NO_CHECKS = {
  areArguments: <Name extends keyof Contract>(
    _channel: Name,
    given: readonly unknown[],
  ): given is Parameters<Contract[Name]> => given.length === 0,
};

function senderOf({ sender, senderFrame }: IpcMainInvokeEvent | IpcMainEvent): Sender {
  return {
    page: pages.get(sender),
    mainFrame: senderFrame !== null && senderFrame === sender.mainFrame,
    address: senderFrame?.url ?? '',
  };
}

/** Sends a notice to the main window. */
export function notify<Channel extends keyof Notices>(
  window: BrowserWindow,
  channel: Channel,
  payload: Notices[Channel],
): void {
  window.webContents.send(channel, payload);
}
