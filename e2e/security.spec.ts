// Pages reach nothing but main, and main answers nothing but its pages: docs/security.md lists what holds which rule.
import { createSocket } from 'node:dgram';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dateline, expect, test } from './dateline.ts';
import { WEB } from './figures.ts';
import { COLUMNS } from '../src/shared/ipc.ts';

test.use({ ownApp: true });

test('gives the page exactly the contract, and no Node', async ({ dateline }) => {
  const seen = await dateline.page.evaluate(() => ({
    api: Object.keys(window.api).toSorted(),
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
  }));
  expect(seen).toEqual({
    api: [
      'about',
      'answerImport',
      'bringChanges',
      'cancelFigure',
      'cancelOpening',
      'chooseDocument',
      'compareWith',
      'copyFigure',
      'copyText',
      'copyVersion',
      'drawForPaper',
      'earlierVersions',
      'exportFigure',
      'fieldsFinished',
      'figureDrawn',
      'figureFailed',
      'figureJob',
      'houseStyle',
      'importFile',
      'importText',
      'installedFonts',
      'keepMenu',
      'keepMine',
      'keepPlace',
      'lastFigure',
      'leftChanges',
      'loadBundledDocument',
      'loadDocument',
      'newDocument',
      'on',
      'openDropped',
      'openLink',
      'openRecent',
      'openVersion',
      'openWaitingDocument',
      'previewFigure',
      'previewImport',
      'printPage',
      'readArticle',
      'recentDocuments',
      'recoverChanges',
      'reloadFile',
      'rememberHouseStyle',
      'rememberPanel',
      'restoreVersion',
      'retryDocument',
      'saveDocument',
      'saveReport',
      'setAsideChanges',
      'showExportedFigure',
      'showFailedDocument',
      'takeStep',
    ],
    node: [],
  });
});

test('asks nothing of any machine', async ({ dateline }) => {
  await dateline.page.reload();
  await dateline.timeline.root.waitFor();
  await dateline.timeline.settle();
  expect(dateline.requests.length).toBeGreaterThan(0);
  expect(dateline.requests.filter((address) => !address.startsWith('app://dateline/'))).toEqual([]);
});

test('refuses scripts, styles and requests that its content security policy does not name', async ({
  dateline,
}) => {
  const refused = await dateline.page.evaluate(async () => {
    const directives = new Set<string>();
    const three = new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        directives.add(event.effectiveDirective);
        if (directives.size === 3) resolve(null);
      });
    });
    const script = document.createElement('script');
    script.textContent = 'window.hostile = true';
    document.head.append(script);
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.head.append(style);
    await fetch('https://example.org/').catch(() => undefined);
    await three;
    return {
      directives: [...directives].sort(),
      ran: 'hostile' in window,
      shown: getComputedStyle(document.body).display,
    };
  });
  expect(refused).toEqual({
    directives: ['connect-src', 'script-src-elem', 'style-src-elem'],
    ran: false,
    shown: 'block',
  });
  // These three were provoked; nothing else may have been reported.
  expect(
    dateline.problems.filter((problem) => !/Content Security Policy|example\.org/.test(problem)),
  ).toEqual([]);
  dateline.problems.length = 0;
});

test('keeps every page in its sandbox, apart from Node and the preload script', async ({ dateline }) => {
  await drawFigure(dateline);
  const windows = await dateline.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const getLast: unknown = Reflect.get(contents, 'getLastWebPreferences');
      const last: unknown = typeof getLast === 'function' ? Reflect.apply(getLast, contents, []) : {};
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = Object(last) as Record<
        string,
        unknown
      >;
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
    }),
  );
  const safe = {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  };
  expect(windows).toEqual([safe, safe]);
  // The tag gives a page an element like any other.
  const isPlain = await dateline.page.evaluate(
    () => !('loadURL' in document.body.appendChild(document.createElement('webview'))),
  );
  expect(isPlain).toBe(true);
});

/** How a page may try to get away, and whether Chromium begins a navigation for it. */
const DEPARTURES: readonly (readonly [what: string, navigates: boolean, script: string])[] = [
  ['to the web', true, `location.href = 'https://example.org/'`],
  ['to an empty page', true, `location.href = 'about:blank'`],
  ['to a page of a text', true, `location.href = 'about:srcdoc'`],
  [
    'to a page in memory',
    true,
    `location.href = URL.createObjectURL(new Blob(['x'], { type: 'text/html' }))`,
  ],
  ['to a page in its address', false, `location.href = 'data:text/html,x'`],
  ['to a script', false, `location.href = 'javascript:document.body.remove()'`],
  ['to a file', false, `location.href = 'file:///etc/passwd'`],
  ['to the figure page', true, `location.href = 'figure.html'`],
  ['to itself with a query', true, `location.href = 'index.html?x'`],
  ['to a fragment of itself', true, `location.hash = 'x'`],
  ['to an address of its own', true, `history.pushState(null, '', '/other')`],
  ['to an address in the place of its own', true, `history.replaceState(null, '', '#x')`],
  [
    'by a link',
    true,
    `const a = document.createElement('a'); a.href = 'about:blank'; document.body.append(a); a.click()`,
  ],
  [
    'by a link in a frame',
    true,
    `const frame = document.createElement('iframe'); document.body.append(frame);
     const a = frame.contentDocument.createElement('a'); a.href = 'about:blank'; a.target = '_top';
     frame.contentDocument.body.append(a); a.click()`,
  ],
  [
    'by a form',
    true,
    `const form = document.createElement('form'); form.action = 'about:blank'; document.body.append(form); form.submit()`,
  ],
  [
    'by an order in its head',
    true,
    `const meta = document.createElement('meta'); meta.httpEquiv = 'refresh'; meta.content = '0;url=about:blank'; document.head.append(meta)`,
  ],
  [
    'behind a listener that keeps others from hearing',
    true,
    `navigation.addEventListener('navigate', (event) => event.stopImmediatePropagation(), true); location.href = 'about:blank'`,
  ],
  ['to a window', false, `window.open('https://example.org/')`],
  ['to an empty window', false, `window.open('about:blank')`],
  ['to a window of its own', false, `window.open('index.html')`],
];

test('refuses to leave its page and to open windows, whatever the page tries', async ({ dateline }) => {
  const { page, app } = dateline;
  const address = page.url();
  await page.evaluate(() => {
    const tries: boolean[] = [];
    Reflect.set(window, 'tries', tries);
    navigation.addEventListener('navigate', ({ defaultPrevented }) => tries.push(defaultPrevented));
  });
  for (const [what, navigates, script] of DEPARTURES) {
    await app.evaluate(async ({ BrowserWindow }, code) => {
      const [window] = BrowserWindow.getAllWindows();
      await window?.webContents.executeJavaScript(`tries.length = 0; { ${code} } null`);
    }, script);
    await expect
      .poll(() => page.evaluate((): unknown => Reflect.get(window, 'tries')), what)
      .toEqual(navigates ? [true] : []);
    expect(page.url(), what).toBe(address);
    // Main answers the page at its own address alone.
    expect(await page.evaluate(() => window.api.lastFigure()), what).toBeNull();
    expect(app.windows(), what).toHaveLength(1);
  }
  await expect(dateline.timeline.marks).toHaveCount(5);
  dateline.problems.length = 0;
});

test('refuses every permission, in both sessions', async ({ dateline }) => {
  await drawFigure(dateline);
  const answers = await onEachPage(
    dateline,
    `Promise.all(['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi']
      .map(async (name) => (await navigator.permissions.query({ name })).state))`,
  );
  const denied = Array.from({ length: 6 }, () => 'denied');
  expect(answers).toEqual([denied, denied]);
  dateline.problems.length = 0;
});

test('sends columns to a page only for a ticket of its own, once', async ({ dateline }) => {
  const text = { lane: 'lane', description: 'x'.repeat(1_000) };
  const events = Array.from({ length: 3_000 }, (_, number) => ({ id: `e${number}`, title: 'A', ...text }));
  const lanes = [{ id: 'lane', title: 'Lane' }];
  const path = test.info().outputPath('large.dateline');
  await writeFile(
    path,
    JSON.stringify({ format: 'dateline', version: 2, title: 'Large', articles: [], lanes, events }),
  );
  await dateline.system.answerOpenDialog(path);
  const answers = await dateline.page.evaluate(async (name) => {
    const ask = (ticket: unknown) =>
      new Promise<string>((resolve) => {
        const { port1: port, port2: far } = new MessageChannel();
        port.addEventListener('message', ({ data: piece }) => {
          resolve(piece instanceof ArrayBuffer ? 'a piece' : 'something else');
          port.close();
        });
        port.addEventListener('close', () => {
          resolve('nothing');
        });
        port.start();
        window.postMessage({ [name]: ticket }, window.origin, [far]);
        port.postMessage(null);
      });
    const opened = await window.api.chooseDocument();
    const columns = opened?.ok === true ? opened.value.document.columns : undefined;
    const ticket = columns !== undefined && 'ticket' in columns ? columns.ticket : 0;
    const wrong: string[] = [];
    for (const other of [0, -1, ticket + 1, String(ticket), null, [ticket], NaN])
      wrong.push(await ask(other));
    // Without a port there is nobody to send to, and the ticket stays good.
    window.postMessage({ [name]: ticket }, window.origin);
    return { wrong, first: await ask(ticket), again: await ask(ticket) };
  }, COLUMNS);
  expect(answers).toEqual({
    wrong: Array.from({ length: 7 }, () => 'nothing'),
    first: 'a piece',
    again: 'nothing',
  });
});

/** Everything by which a page could reach a machine, turned to two ports of this one; the candidates of its calls. */
const calls = (udp: number, tcp: number) => `(async () => {
  // An attempt that never ends has done by then what it can.
  const end = (promise) => Promise.race([promise, new Promise((resolve) => setTimeout(resolve, 3000))]).catch(() => null);
  const told = (target, ...names) => end(new Promise((resolve) => names.forEach((name) => target.addEventListener(name, resolve))));
  const candidates = [];
  const call = () => {
    const connection = new RTCPeerConnection({ iceServers: [
      { urls: 'stun:127.0.0.1:${udp}' },
      ...['turn:127.0.0.1:${udp}?transport=udp', 'turn:127.0.0.1:${tcp}?transport=tcp', 'turns:127.0.0.1:${tcp}?transport=tcp']
        .map((urls) => ({ urls, username: 'a', credential: 'b' })),
    ] });
    const gathered = new Promise((resolve) => {
      connection.onicecandidate = ({ candidate }) => candidate ? candidates.push(candidate.candidate) : resolve();
    });
    return { connection, gathered };
  };
  const [one, other] = [call(), call()];
  one.connection.createDataChannel('x');
  await one.connection.setLocalDescription(await one.connection.createOffer());
  await other.connection.setRemoteDescription(one.connection.localDescription);
  await other.connection.setLocalDescription(await other.connection.createAnswer());
  await one.connection.setRemoteDescription(other.connection.localDescription);
  for (const candidate of [
    'candidate:1 1 udp 2122260223 127.0.0.1 ${udp} typ host',
    'candidate:2 1 tcp 1518280447 127.0.0.1 ${tcp} typ host tcptype passive',
  ]) await one.connection.addIceCandidate({ candidate, sdpMid: '0' });
  await Promise.all([end(one.gathered), end(other.gathered)]);

  const web = 'https://127.0.0.1:${tcp}/';
  const link = (rel) => document.head.appendChild(Object.assign(document.createElement('link'), { rel, href: web }));
  ['preconnect', 'dns-prefetch', 'prefetch', 'icon', 'modulepreload', 'manifest'].forEach(link);
  navigator.sendBeacon(web, 'x');
  await told(link('stylesheet'), 'error');
  await told(Object.assign(new Image(), { src: web }), 'error');
  await told(new WebSocket('wss://127.0.0.1:${tcp}/'), 'close');
  await told(new EventSource(web), 'error');
  await end(fetch(web));
  await end(import(web + 'x.js'));
  await end(new WebTransport('https://127.0.0.1:${udp}/').ready);
  return candidates;
})()`;

test('sends nothing to any machine, whatever the page tries: no request, no socket, no packet of a call', async ({
  dateline,
}) => {
  const heard: string[] = [];
  const packets = createSocket('udp4');
  packets.on('message', (message) => heard.push(`a packet of ${message.length} bytes`));
  await new Promise<void>((resolve) => packets.bind(0, '127.0.0.1', resolve));
  const server = createServer((socket) => {
    heard.push('a connection');
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await drawFigure(dateline);
  expect(await onEachPage(dateline, calls(packets.address().port, port))).toEqual([[], []]);
  // These two are heard, and they come after anything that the pages sent.
  packets.send('x', packets.address().port, '127.0.0.1');
  connect(port, '127.0.0.1');
  await expect.poll(() => heard.toSorted()).toEqual(['a connection', 'a packet of 1 bytes']);
  packets.close();
  server.close();
  dateline.problems.length = 0;
});

test('the app’s scheme answers GET and HEAD, and refuses every other method', async ({ dateline }) => {
  await drawFigure(dateline);
  const answers = await dateline.app.evaluate(({ BrowserWindow }) => {
    const sessions = BrowserWindow.getAllWindows().map(({ webContents }) => webContents.session);
    const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'];
    return Promise.all(
      sessions.map((session) =>
        Promise.all(
          methods.map(async (method) => {
            const { status, headers, ...answer } = await session
              .fetch('app://dateline/index.html', { method })
              .then(async (response) => ({
                status: response.status,
                headers: response.headers,
                long: (await response.text()).length > 100,
              }));
            return [method, status, answer.long, headers.get('allow')];
          }),
        ),
      ),
    );
  });
  const refused = [405, false, 'GET, HEAD'];
  const expected = [
    ['GET', 200, true, null],
    ['HEAD', 200, false, null],
    ...['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'].map((method) => [method, ...refused]),
  ];
  expect(answers).toEqual([expected, expected]);
});

test('names the host of a link in ASCII, too, where it is spelt in other letters', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-security-'));
  const path = join(folder, 'hosts.dateline');
  const article = await readFile('resources/article.dateline', 'utf8');
  const spelt = 'https://bücher.example/2021/?page=1';
  await writeFile(path, article.replace('https://eurasiabusinesstoday.com/?p=59528', spelt));
  const dateline = await Dateline.start({ size: { width: 1440, height: 900 }, args: [path] });
  const link = dateline.panel.root.locator(`a[href="${spelt}"]`).first();
  await link.hover();
  await expect(dateline.statusBar).toHaveText(`${spelt} (xn--bcher-kva.example)`);
  await expect(link).toHaveAttribute('title', `${spelt} (xn--bcher-kva.example)`);
  await dateline.app.evaluate(({ shell }) => {
    shell.openExternal = () => Promise.reject(new Error('no browser'));
  });
  await link.click();
  await expect(dateline.notice).toContainText(`${spelt} (xn--bcher-kva.example)`);
  await dateline.close();
  await rm(folder, { recursive: true });
});

/** Opens the page that figures are drawn on. */
async function drawFigure(dateline: Dateline): Promise<void> {
  const request = { options: WEB, format: 'svg' as const };
  expect(
    await dateline.page.evaluate((given) => window.api.previewFigure(given, null), request),
  ).toMatchObject({
    ok: true,
  });
}

/** Runs a script on the main page and on the page of figures. */
function onEachPage(dateline: Dateline, script: string): Promise<unknown[]> {
  return dateline.app.evaluate(
    ({ BrowserWindow }, code) =>
      Promise.all(
        BrowserWindow.getAllWindows().map(({ webContents }): Promise<unknown> =>
          webContents.executeJavaScript(code),
        ),
      ),
    script,
  );
}
