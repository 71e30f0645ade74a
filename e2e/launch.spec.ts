// The app opens on the article: five events, in order, drawn whole, with nothing sent anywhere.
import { expect, test } from './dateline.ts';

const EVENTS = [
  ['Fall of Kabul', '15 Aug 2021', 'Afghanistan'],
  ['CSTO summit, Dushanbe', '16 Sep 2021', 'CSTO'],
  ['SCO summit', '17 Sep 2021', 'SCO'],
  ['Foreign ministers, New York', '21 Sep 2022 ?', 'CSTO'],
  ['Zas–Kulubaev meeting', '3 Oct 2022', 'Kyrgyz–Tajik border'],
] as const;

/** The days of the events, in the order of time. */
const DAYS = [
  Date.UTC(2021, 7, 15),
  Date.UTC(2021, 8, 16),
  Date.UTC(2021, 8, 17),
  Date.UTC(2022, 8, 21),
  Date.UTC(2022, 9, 3),
];

test('shows the five events of the article from left to right in the order of time', async ({ dateline }) => {
  await expect(dateline.page).toHaveTitle('CSTO Mechanisms to be Launched on Kyrgyz-Tajik Border – Dateline');
  await expect(dateline.marks).toHaveCount(5);
  for (const [title, date] of EVENTS) await expect(dateline.mark(title)).toContainText(date);
  // Each dot stands where its day begins: the same share of the drawing as of the window.
  const { start, end } = await dateline.window();
  const { left, width } = await dateline.plot();
  const dots = await dateline.axisDots.evaluateAll((all) =>
    all.map((dot) => {
      const { x, width: wide } = dot.getBoundingClientRect();
      return x + wide / 2;
    }),
  );
  const places = DAYS.map((day) => left + ((day - start) / (end - start)) * width);
  expect(dots.toSorted((a, b) => a - b).map(Math.round)).toEqual(places.map(Math.round));
});

test('puts every event in its lane, and the lanes in the order of the document', async ({ dateline }) => {
  await expect(dateline.lanes).toHaveText(['Afghanistan', 'CSTO', 'SCO', 'Kyrgyz–Tajik border']);
  for (const [title, , lane] of EVENTS) {
    const mark = await dateline.mark(title).boundingBox();
    const row = await dateline.lanes.filter({ hasText: new RegExp(`^${lane}$`) }).boundingBox();
    if (mark === null || row === null) throw new Error(`${title} or ${lane} is not drawn`);
    expect(mark.y).toBeGreaterThanOrEqual(row.y);
    expect(mark.y + mark.height).toBeLessThanOrEqual(row.y + row.height);
  }
});

test('opens with all events in view and a margin at both ends', async ({ dateline }) => {
  const { start, end } = await dateline.window();
  expect(start).toBeLessThan(Date.UTC(2021, 7, 15));
  expect(end).toBeGreaterThan(Date.UTC(2022, 9, 4));
  await expect(dateline.eventsInView).toHaveText('5 of 5 events in view');
  await expect(dateline.button('All')).toHaveAttribute('aria-pressed', 'true');
});

test('gives the page exactly the contract, and no Node', async ({ dateline }) => {
  const seen = await dateline.page.evaluate(() => ({
    api: Object.keys(window.api).toSorted(),
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
  }));
  expect(seen).toEqual({
    api: [
      'about',
      'cancelFigure',
      'chooseDocument',
      'copyFigure',
      'copyText',
      'copyVersion',
      'exportFigure',
      'figureDrawn',
      'figureFailed',
      'figureJob',
      'keepPlace',
      'lastFigure',
      'loadBundledDocument',
      'loadDocument',
      'on',
      'openDropped',
      'openLink',
      'openWaitingDocument',
      'previewFigure',
      'rememberPanel',
      'showExportedFigure',
    ],
    node: [],
  });
});

test('asks nothing of any machine', async ({ dateline }) => {
  await dateline.page.reload();
  await dateline.timeline.waitFor();
  await dateline.settle();
  expect(dateline.requests.length).toBeGreaterThan(0);
  expect(dateline.requests.filter((address) => !address.startsWith('app://dateline/'))).toEqual([]);
});

test('refuses scripts, styles and requests that its content security policy does not name', async ({
  dateline,
}) => {
  const refused = await dateline.page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      violations.push(event.effectiveDirective);
    });
    const script = document.createElement('script');
    script.textContent = 'window.hostile = true';
    document.head.append(script);
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.head.append(style);
    await fetch('https://example.org/').catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { violations, ran: 'hostile' in window, shown: getComputedStyle(document.body).display };
  });
  expect(refused.ran).toBe(false);
  expect(refused.shown).toBe('block');
  expect(new Set(refused.violations)).toEqual(new Set(['script-src-elem', 'style-src-elem', 'connect-src']));
  // These three were provoked; no other may have been reported.
  expect(dateline.problems.filter((problem) => !problem.includes('Content Security Policy'))).toEqual(
    dateline.problems.filter(
      (problem) => problem.includes('example.org') && !problem.includes('Content Security Policy'),
    ),
  );
  dateline.problems.length = 0;
});

test('refuses to leave its page, to open windows and to grant permissions', async ({ dateline }) => {
  const address = dateline.page.url();
  const outcome = await dateline.page.evaluate(async () => {
    const opened = window.open('https://example.org/');
    location.href = 'https://example.org/';
    await new Promise((resolve) => setTimeout(resolve, 200));
    const permission = await navigator.permissions.query({ name: 'geolocation' });
    return { opened: opened === null, permission: permission.state };
  });
  expect(outcome).toEqual({ opened: true, permission: 'denied' });
  expect(dateline.page.url()).toBe(address);
  expect(dateline.app.windows()).toHaveLength(1);
  dateline.problems.length = 0;
});

test('names the timeline and every mark for screen readers', async ({ dateline }) => {
  await expect(
    dateline.page.getByRole('region', {
      name: 'Timeline: CSTO Mechanisms to be Launched on Kyrgyz-Tajik Border',
    }),
  ).toBeVisible();
  for (const name of [
    /^Fall of Kabul 15 Aug 2021\W+Afghanistan$/,
    /^CSTO summit, Dushanbe 16 Sep 2021\W+CSTO summit in Dushanbe, CSTO$/,
    /^SCO summit 17 Sep 2021\W+SCO$/,
    /^Foreign ministers, New York 21 Sep 2022 \?\W+CSTO foreign ministers’ working meeting, 21 September 2022, uncertain, CSTO$/,
    /^Zas–Kulubaev meeting 3 Oct 2022\W+Kyrgyz–Tajik border$/,
  ]) {
    await expect(dateline.button(name)).toBeVisible();
  }
});
