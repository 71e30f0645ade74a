// Follows Electron's security checklist for every window and session.
// https://www.electronjs.org/docs/latest/tutorial/security
import { app, type Session, type WebContents } from 'electron';
import { log } from '../system/log.ts';
import { navigationAllowed, requestAllowed } from './security-rules.ts';

/** Chromium's background services, which a timeline does not need: none of them may reach the network. */
const SILENT_SWITCHES = [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'no-pings',
];

/**
 * Call this before Electron is ready.
 *
 * @param developmentServer the only address besides the app's own that pages may load from, if there is one.
 */
export function setupSecurity(developmentServer: string | undefined): void {
  for (const name of SILENT_SWITCHES) app.commandLine.appendSwitch(name);
  // Requests that escape the rules below, such as calls over TCP, still find no host, and Chromium looks for no proxy.
  const server = developmentServer === undefined ? '' : `, EXCLUDE ${new URL(developmentServer).hostname}`;
  app.commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${server}`);
  app.commandLine.appendSwitch('no-proxy-server');
  app.on('session-created', (session) => {
    lockSession(session, developmentServer);
  });
  app.on('web-contents-created', (_event, contents) => {
    lockContents(contents, developmentServer);
  });
}

function lockSession(session: Session, developmentServer: string | undefined): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = !requestAllowed(url, developmentServer);
    if (cancel) log('refused a request', url);
    answer({ cancel });
  });
  session.on('will-download', (event, item) => {
    log('refused a download', item.getURL());
    event.preventDefault();
  });
}

function lockContents(contents: WebContents, developmentServer: string | undefined): void {
  const refuse = (event: { readonly url: string; preventDefault: () => void }): void => {
    if (navigationAllowed(event.url, developmentServer)) return;
    log('refused to leave the page', event.url);
    event.preventDefault();
  };
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  // WebRTC obeys neither the content policy nor the session, and UDP needs no name server. No page uses it.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    log('refused a new window', url);
    return { action: 'deny' };
  });
}
