// Measures the parts of a figure in its own type, before anything of it is drawn.
import { render, type ComponentChild } from 'preact';
import { columnCount, type ListNeeds } from './plan.ts';
import { moreInWords, type ListContent } from './parts.tsx';

/** Measures parts of one figure. */
export interface Measuring {
  /** The height of a part, CSS pixels; 0 for none. */
  readonly height: (part: ComponentChild) => number;
  /** The heights of a list and its items. */
  readonly list: (content: ListContent, hasPages: boolean) => ListNeeds;
  readonly end: () => void;
}

/** How wide each column of a list is, and how many there are. */
export function columnsIn(
  { column, columnGap }: ListContent,
  width: number,
): { readonly count: number; readonly width: number } {
  const count = columnCount(width, column, columnGap);
  return { count, width: Math.floor((width - (count - 1) * columnGap) / count) };
}

/**
 * Prepares measuring on a part of the page that is not seen.
 * @param width of the parts, CSS pixels
 * @param className of the figure, on which its type depends
 */
export function startMeasuring(width: number, className: string): Measuring {
  const box = document.createElement('div');
  box.className = `${className} measuring`;
  box.style.width = `${width}px`;
  document.body.append(box);
  const heightsOf = (which: string): number[] =>
    [...box.querySelectorAll(which)].map((element) => element.getBoundingClientRect().height);
  return {
    height(part) {
      render(part, box);
      return heightsOf(':scope > *').reduce((sum, height) => sum + height, 0);
    },
    list(content, hasPages) {
      const { items, noun, beyond } = content;
      const columns = columnsIn(content, width);
      render(
        <section class={`figure-list figure-${content.name}`}>
          <h2>{`${content.heading}, continued`}</h2>
          <ol style={{ width: `${columns.width}px` }}>
            {items.map((item, position) => (
              <li key={position}>{item}</li>
            ))}
          </ol>
          <p class="figure-more">{moreInWords(items.length + beyond, noun, hasPages)}</p>
        </section>,
        box,
      );
      const [heading = 0] = heightsOf('h2');
      const [more = 0] = heightsOf('.figure-more');
      return { name: content.name, heading, items: heightsOf('li'), columns: columns.count, more, beyond };
    },
    end() {
      render(null, box);
      box.remove();
    },
  };
}
