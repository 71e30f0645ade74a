// Puts a figure on the page for paper alone: while it is there, printing the page prints nothing else.
import { fontsReady } from '../parts/fonts.ts';

/**
 * Shows a figure on paper while some work goes on, which prints the page.
 *
 * @param svg a figure that the figure page drew, with the text in it escaped and no script
 */
export async function withFigureOnPaper<Value>(svg: string, work: () => Promise<Value>): Promise<Value> {
  const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const place = document.createElement('div');
  place.className = 'on-paper';
  place.setAttribute('aria-hidden', 'true');
  place.append(document.importNode(drawn, true));
  // Out of sight, the page loads no fonts by itself.
  await fontsReady(place.textContent);
  document.body.append(place);
  try {
    return await work();
  } finally {
    place.remove();
  }
}
