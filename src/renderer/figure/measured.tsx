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
  const heights = (part: ComponentChild, which: string): number[] => {
    render(part, box);
    return [...box.querySelectorAll(which)].map((element) => element.getBoundingClientRect().height);
  };
  return {
    height: (part) => heights(part, ':scope > *').reduce((sum, height) => sum + height, 0),
    list(content, hasPages) {
      const { items, noun, beyond } = content;
      const columns = columnsIn(content, width);
      const section = (
        <section class={`figure-list figure-${content.name}`}>
          <h2>{`${content.heading}, continued`}</h2>
          <ol style={{ width: `${columns.width}px` }}>
            {items.map((item, position) => (
              <li key={position}>{item}</li>
            ))}
          </ol>
          <p class="figure-more">{moreInWords(items.length + beyond, noun, hasPages)}</p>
        </section>
      );
      const measured = heights(section, 'li');
      const [heading = 0] = [...box.querySelectorAll('h2')].map(
        (part) => part.getBoundingClientRect().height,
      );
      const [more = 0] = [...box.querySelectorAll('.figure-more')].map(
        (part) => part.getBoundingClientRect().height,
      );
      return { name: content.name, heading, items: measured, columns: columns.count, more, beyond };
    },
    end() {
      render(null, box);
      box.remove();
    },
  };
}
