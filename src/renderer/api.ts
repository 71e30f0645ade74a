// The only file that touches the bridge to the main process.
import type { Api } from '../shared/ipc.ts';

declare global {
  interface Window {
    readonly api: Api;
  }
}

/** What the main process does for this page. */
export const api: Api = window.api;
