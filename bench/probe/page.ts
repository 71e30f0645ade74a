// The parts of the probe that run inside the page. Each function is sent there as text and so must be self-contained.
import type { FigureRequest } from '../../src/shared/figure/figure.ts';
import type { Api } from '../../src/shared/ipc.ts';
import type { Watch } from './messages.ts';

/** The event that ends {@link recordFrames}. */
export const STOP = 'bench-stop';

/** The event after each picture of {@link recordEdits}. */
export const EDITED = 'bench-edited';

/**
 * Resolves once the page has painted its content, with the time at which that frame was presented: milliseconds since
 * 1970. The browser itself reports this for elements marked before their first paint
 * (https://w3c.github.io/element-timing/). Resolves with `null` as soon as the page refuses its document.
 */
export function untilPainted({ drawn, count, refusal }: Watch): Promise<number | null> {
  return new Promise((resolve) => {
    const presented = new PerformanceObserver((list) => {
      presented.disconnect();
      resolve(performance.timeOrigin + Math.max(...list.getEntries().map(({ startTime }) => startTime)));
    });
    presented.observe({ type: 'element', buffered: true });

    const look = () => {
      if (document.querySelector(refusal) !== null) resolve(null);
      const elements = document.querySelectorAll(drawn);
      if (elements.length < count) return;
      observer.disconnect();
      for (const element of elements) {
        for (const part of [element, ...element.querySelectorAll('*')])
          part.setAttribute('elementtiming', 'bench');
      }
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributeFilter: ['class', 'data-window'] });
    look();
  });
}

/** Records each animation frame until {@link STOP} is dispatched to the document. */
export function recordFrames(stop: string): Promise<{ intervals: number[]; views: number }> {
  return new Promise((resolve) => {
    const intervals: number[] = [];
    const views = new Set<string>();
    let last: number | undefined;
    let stopped = false;
    const note = () => {
      const now = performance.now();
      if (last !== undefined) intervals.push(now - last);
      last = now;
      const view = document.querySelector<HTMLElement>('[data-window]')?.dataset['window'];
      if (view !== undefined) views.add(view);
      if (stopped) resolve({ intervals, views: views.size });
      else requestAnimationFrame(note);
    };
    document.addEventListener(stop, () => {
      stopped = true;
    });
    requestAnimationFrame(note);
  });
}

/**
 * Records from now on what each further edit takes the page: from the key to the end of its work, and the frame with its
 * picture, without the wait between the two.
 * @param stop the name of the event that ends the recording
 * @param edited that of the event after each picture
 */
export function recordEdits(stop: string, edited: string): Promise<number[]> {
  return new Promise((resolve) => {
    const times: number[] = [];
    const afterwards = (action: () => void) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = action;
      port2.postMessage(null);
    };
    const note = ({ key }: KeyboardEvent) => {
      if (['Alt', 'Control', 'Meta'].includes(key)) return;
      const pressed = performance.now();
      let worked: number | undefined;
      afterwards(() => {
        worked = performance.now();
      });
      requestAnimationFrame(() => {
        const began = performance.now();
        afterwards(() => {
          times.push(
            (worked === undefined || worked > began ? began : worked) - pressed + performance.now() - began,
          );
          document.dispatchEvent(new Event(edited));
        });
      });
    };
    addEventListener('keydown', note, { capture: true });
    document.addEventListener(stop, () => {
      removeEventListener('keydown', note, { capture: true });
      resolve(times);
    });
  });
}

/** Waits until an event is dispatched to the document. */
export function waitFor(name: string): Promise<void> {
  return new Promise((resolve) => {
    document.addEventListener(
      name,
      () => {
        resolve();
      },
      { once: true },
    );
  });
}

/** Imports the table whose import dialog opens. */
export function importTable(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const button = document.querySelector<HTMLButtonElement>(
        'dialog[open] .import-form [type="submit"]:enabled',
      );
      if (button === null) return;
      observer.disconnect();
      button.click();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    look();
  });
}

/** Waits until the window shows another document. */
export function untilRetitled(): Promise<void> {
  const before = document.title;
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (document.title === before) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document.head, { subtree: true, childList: true, characterData: true });
  });
}

/**
 * Looks for some words as if they had been pasted into the field of the search.
 * @param rest how long frames are watched after the window has said how much was found, milliseconds
 */
export async function search(query: string, rest: number): Promise<{ time: number; worst: number }> {
  const field = document.querySelector<HTMLInputElement>('.find-input');
  const count = document.querySelector<HTMLElement>('.find-count');
  if (field === null || count === null) throw new Error('There is no field for a search.');
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  field.focus();
  let last = await nextFrame();
  const start = performance.now();
  field.value = query;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  let time: number | undefined;
  let worst = 0;
  while (time === undefined || performance.now() - start < time + rest) {
    const now = await nextFrame();
    worst = Math.max(worst, now - last);
    last = now;
    const isDone = count.getAttribute('aria-busy') === 'false' && /\d of |match/.test(count.textContent);
    if (isDone) time ??= performance.now() - start;
  }
  return { time, worst };
}

declare global {
  interface Window {
    /** The bridge, on Dateline's own page. */
    readonly api?: Api;
  }
}

/** The place of the timeline in whole CSS pixels, and the span of time that it shows. */
export function placeOfTimeline() {
  const timeline = document.querySelector<HTMLElement>('.timeline[data-window]');
  if (timeline === null) return null;
  const { left, top, width, height } = timeline.getBoundingClientRect();
  const [start, end] = (timeline.dataset['window'] ?? '').split('/').map(Number);
  return {
    rectangle: {
      x: Math.round(left),
      y: Math.round(top),
      width: Math.round(width),
      height: Math.round(height),
    },
    span: { start, end },
  };
}

/** Exports a figure and returns the time in milliseconds; throws if it was not written. */
export async function exportFigure(request: FigureRequest): Promise<number> {
  const start = performance.now();
  const result = await window.api?.exportFigure(request);
  if (result?.ok !== true) throw new Error('The figure was not written.');
  return performance.now() - start;
}

/** Requests the document again, which main holds ready, and returns the time in milliseconds. */
export async function fetchDocument(): Promise<number> {
  const start = performance.now();
  const { document: sent } = (await window.api?.loadDocument()) ?? {};
  const columns = sent?.ok === true ? sent.value.document.columns : undefined;
  if (columns !== undefined && 'ticket' in columns) {
    // Like src/renderer/columns.ts, but nothing keeps the pieces.
    await new Promise<void>((resolve) => {
      const { port1: port, port2: far } = new MessageChannel();
      port.onmessage = () => {
        port.postMessage(null);
      };
      port.addEventListener('close', () => {
        resolve();
      });
      window.postMessage({ columns: columns.ticket }, window.origin, [far]);
      port.postMessage(null);
      port.postMessage(null);
    });
  }
  return performance.now() - start;
}
