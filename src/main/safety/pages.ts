// The addresses of the app's two pages.
import type { PageName } from '../../shared/ipc.ts';

/** Each page's full address. */
export type PageAddresses = Readonly<Record<PageName, string>>;

/** The scheme that serves the built pages. */
export const SCHEME = 'app';

/** The only host of {@link SCHEME}. */
export const HOST = 'dateline';

/**
 * The addresses of the pages: on the app's own scheme, or on the development server if there is one.
 *
 * @param developmentServer the server's address, `http://localhost:5173` or the like.
 */
export function pageAddresses(developmentServer: string | undefined): PageAddresses {
  const base = developmentServer ?? `${SCHEME}://${HOST}/`;
  return { main: new URL('index.html', base).href, figure: new URL('figure.html', base).href };
}
