// Puts a figure on the page for paper alone: while it is there, printing the page prints nothing else.
import { fontsReady } from '../parts/fonts.ts';

/**
 * Shows a figure on paper while some work goes on, which prints the page.
 *
 * @param pages an SVG for each page of the figure, drawn by the figure page, with the text in it escaped and no script
 */
export async function withFigureOnPaper<Value>(
  pages: readonly string[],
  work: () => Promise<Value>,
): Promise<Value> {
  const places = pages.map(placeFor);
  // Out of sight, the page loads no fonts by itself.
  await fontsReady(places.map((place) => place.textContent).join(''));
  document.body.append(...places);
  try {
    return await work();
  } finally {
    for (const place of places) place.remove();
  }
}

/** A sheet of paper with a page of a figure. */
function placeFor(svg: string): HTMLElement {
  const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const place = document.createElement('div');
  place.className = 'on-paper';
  place.setAttribute('aria-hidden', 'true');
  place.append(document.importNode(drawn, true));
  return place;
}
