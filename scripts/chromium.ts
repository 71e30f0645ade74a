// Shows the built pages in Debian's Chromium, whose engine is nearest to that of the Electron that the app targets.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page, type Route } from '@playwright/test';
import { HOST, pageAddresses, SCHEME } from '../src/main/safety/pages.ts';
import { headersFor, servedFile } from '../src/main/safety/protocol-rules.ts';
import { failure, success, type Result } from '../src/shared/result.ts';
import { layBridge } from './bridge.ts';
import { launchArguments, thisSeat } from './launch.ts';
import { capture, projectFolder } from './processes.ts';

/** Where Debian’s package puts it. */
const PROGRAM = '/usr/bin/chromium';

/** The version of the Chromium here, as it says it; fails with `chromium-missing`. */
export async function chromiumHere(): Promise<Result<string>> {
  const { code, stdout } = await capture(PROGRAM, ['--version']);
  return code === 0
    ? success(stdout.trim())
    : failure('chromium-missing', 'Chromium is missing; install it with apt-get install chromium.');
}

/** A browser knows no `app://`, so the pages stand at an address like it, to which no request leaves the machine. */
const ORIGIN = `https://${HOST}.test/`;

/** Answers with the built file and the headers that the app would send. */
async function serve(route: Route): Promise<void> {
  const address = route.request().url().replace(ORIGIN, `${SCHEME}://${HOST}/`);
  const file = servedFile(join(projectFolder, 'out/renderer'), address);
  if (file === undefined) await route.fulfill({ status: 404, headers: headersFor('text/plain') });
  else await route.fulfill({ body: await readFile(file.path), headers: headersFor(file.type) });
}

/**
 * Opens the main page in Chromium, lets `work` use it, and ends Chromium. Throws if the page logs an error.
 *
 * @param path absolute, of the document that it shows; the bundled article if left out.
 */
export async function inChromium(
  path: string | undefined,
  environment: NodeJS.ProcessEnv,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const browser = await chromium.launch({
    executablePath: PROGRAM,
    // As in the app, scrollbars are drawn, and letters as on a display.
    headless: false,
    args: launchArguments({ ...thisSeat(), environment }),
    ignoreDefaultArgs: ['--hide-scrollbars'],
    env: Object.fromEntries(
      Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  });
  try {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.route(`${ORIGIN}**`, serve);
    await layBridge(page, path ?? join(projectFolder, 'resources/article.dateline'), path === undefined);
    await page.goto(pageAddresses(ORIGIN).main);
    await work(page);
    if (problems.length > 0) throw new Error(problems.join('\n'));
  } finally {
    await browser.close();
  }
}
