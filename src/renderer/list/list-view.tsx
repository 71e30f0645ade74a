// The events as a table: for reading, for screen readers, and for copying.
import { dateInShort } from '../../shared/dates/words.ts';
import { isolate } from '../../shared/isolate.ts';
import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import { useComputed } from '@preact/signals';
import { ArrowDown, ArrowUp } from 'lucide-preact';
import { useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { eventsInWords } from '../../shared/document/event-label.ts';
import { laneOf } from '../../shared/document/lane-of.ts';
import { type ListScope, listEvents, listScope, listSorting, sortListBy } from './state.ts';
import { compareWith, goToEvent } from '../view/going.ts';
import { selection } from '../view/selection.ts';
import type { View } from '../view/view.ts';
import { LanesButton } from '../lanes/lanes-button.tsx';
import './list.css';
import { cellOf, COLUMN_NAMES } from './columns.ts';
import { CopyMenu } from './copy-menu.tsx';
import { listedColumns, listedEvents, MOST_LISTED } from './listed.ts';
import type { Column } from './sorting.ts';
import { laneClass } from '../parts/lane-class.ts';

const SCOPES: readonly { readonly scope: ListScope; readonly label: string; readonly title: string }[] = [
  { scope: 'view', label: 'In view', title: 'Show the events in view' },
  { scope: 'all', label: 'All', title: 'Show all events' },
];

/** The table and its toolbar. */
export function ListView({ view }: { readonly view: View }) {
  const rows = useComputed(() => listedEvents(view));
  const { length: total } = rows.value;
  const { length: shownCount } = view.model.order;
  const root = useRef<HTMLElement>(null);
  useLayoutEffect(
    () => () => {
      // If the focused element disappears with the list, the focus falls to the page: move it to the timeline, which
      // comes next.
      if (root.current?.contains(document.activeElement) === true)
        requestAnimationFrame(() =>
          document.querySelector<HTMLElement>('.timeline')?.focus({ preventScroll: true }),
        );
    },
    [],
  );
  return (
    <section ref={root} class="list" aria-label={`List: ${isolate(view.opened.document.title)}`}>
      <div class="list-bar">
        <LanesButton view={view} />
        <div class="segments" role="group" aria-label="Events to list">
          {SCOPES.map(({ scope, label, title }) => (
            <button
              key={scope}
              type="button"
              title={title}
              aria-pressed={listScope.value === scope}
              onClick={() => {
                listEvents(scope);
              }}
            >
              {label}
            </button>
          ))}
        </div>
        <p class="list-count">{countInWords(total, shownCount)}</p>
        <CopyMenu disabled={total === 0} />
      </div>
      <Table view={view} positions={rows.value.subarray(0, MOST_LISTED)} />
    </section>
  );
}

function countInWords(listed: number, all: number): string {
  if (listed > MOST_LISTED)
    return `First ${MOST_LISTED.toLocaleString('en')} of ${listed.toLocaleString('en')} events. Zoom in to see the rest.`;
  return `${listed.toLocaleString('en')} of ${eventsInWords(all)}`;
}

/** Extra rows drawn beyond each edge. */
const OVERSCAN = 8;
/** Height of a row of one line, until it has been measured; CSS pixels. */
const ROW_HEIGHT = 57;

function Table({ view, positions }: { view: View; positions: Int32Array }) {
  const { document: timeline } = view.opened;
  const columns = listedColumns(view);
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLTableSectionElement>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);

  // The row of the keyboard, by its event, which stays the same when rows are sorted or replaced.
  const at = useRef<number | null>(null);
  const selected = selection.value;
  const last = selected.at(-1) ?? null;
  const remembered = at.current === null ? -1 : positions.indexOf(at.current);
  const current = Math.max(0, remembered);
  const headHeight = useRef(0);
  const isFocusLost = useRef(false);

  const options = {
    count: positions.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index: number) => positions[index] ?? index,
    overscan: OVERSCAN,
    scrollMargin: headHeight.current,
    scrollPaddingStart: headHeight.current,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    // Keep the focused row however far it is scrolled away: removing it would lose the focus.
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) =>
      [...new Set([...(current < range.count ? [current] : []), ...defaultRangeExtractor(range)])].sort(
        (a, b) => a - b,
      ),
    onChange: () => {
      redraw(undefined);
    },
  };
  const virtualizer = useMemo(() => new Virtualizer<HTMLDivElement, HTMLTableRowElement>(options), []);
  virtualizer.setOptions(options);
  useLayoutEffect(() => {
    const stop = virtualizer._didMount();
    const observer = new ResizeObserver(() => {
      headHeight.current = head.current?.offsetHeight ?? 0;
      redraw(undefined);
    });
    if (head.current !== null) observer.observe(head.current);
    return () => {
      observer.disconnect();
      stop();
    };
  }, []);
  useLayoutEffect(() => {
    virtualizer._willUpdate();
  });

  const buttonAt = (index: number) =>
    scroller.current?.querySelector<HTMLElement>(`tr[data-index="${index}"] button`);
  const focusRow = (index: number) => {
    const position = positions[index];
    if (position === undefined) return;
    at.current = position;
    virtualizer.scrollToIndex(index, { align: 'auto' });
    redraw(undefined);
    // A distant row is drawn with the next update, because it is now the current one.
    const button = buttonAt(index);
    if (button !== undefined && button !== null) button.focus({ preventScroll: true });
    else requestAnimationFrame(() => buttonAt(index)?.focus({ preventScroll: true }));
  };

  // An event selected elsewhere becomes the keyboard's row, and is scrolled into view.
  useLayoutEffect(() => {
    if (last === null || last === at.current) return;
    const index = positions.indexOf(last);
    if (index < 0) return;
    at.current = last;
    virtualizer.scrollToIndex(index, { align: 'auto' });
    redraw(undefined);
  }, [last, positions]);

  // A keyboard user continues in the table.
  useLayoutEffect(() => {
    if (document.activeElement === document.body)
      focusRow(Math.max(0, last === null ? 0 : positions.indexOf(last)));
  }, []);

  useLayoutEffect(() => {
    if (!isFocusLost.current) return;
    isFocusLost.current = false;
    if (document.activeElement === document.body && document.hasFocus())
      buttonAt(current)?.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, virtualizer.getVirtualItems().length - 2 * OVERSCAN - 1);
    const to: Readonly<Record<string, number>> = {
      ArrowUp: current - 1,
      ArrowDown: current + 1,
      PageUp: current - page,
      PageDown: current + page,
      Home: 0,
      End: positions.length - 1,
    };
    const index = to[event.key];
    if (index === undefined) return;
    event.preventDefault();
    focusRow(Math.min(positions.length - 1, Math.max(0, index)));
  };

  const items = virtualizer.getVirtualItems();
  let end = headHeight.current;
  return (
    <div ref={scroller} class="list-scroll">
      <table aria-rowcount={positions.length + 1}>
        <caption class="visually-hidden">
          Events of <bdi>{timeline.title}</bdi>. Use the arrow keys to move between rows and Enter to select
          one.
        </caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column} class={`list-col-${column}`} />
          ))}
        </colgroup>
        <thead ref={head}>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <Header key={column} column={column} />
            ))}
          </tr>
        </thead>
        <tbody
          onKeyDown={onKeyDown}
          onFocusOut={(event) => {
            isFocusLost.current = event.relatedTarget === null;
          }}
        >
          {items.flatMap((item) => {
            const position = positions[item.index];
            const event = position === undefined ? undefined : timeline.events.at(position);
            if (position === undefined || event === undefined) return [];
            const gap = item.start - end;
            end = item.end;
            const row = (
              <Row
                key={position}
                measure={virtualizer.measureElement}
                view={view}
                position={position}
                columns={columns}
                index={item.index}
                lane={laneOf(timeline, event)}
                isCurrent={item.index === current}
                isSelected={selected.includes(position)}
                onFocus={() => {
                  if (at.current === position) return;
                  at.current = position;
                  redraw(undefined);
                }}
              />
            );
            return gap > 0
              ? [<Gap key={`before-${position}`} height={gap} columns={columns.length} />, row]
              : [row];
          })}
          <Gap
            key="after"
            height={virtualizer.getTotalSize() + headHeight.current - end}
            columns={columns.length}
          />
        </tbody>
      </table>
      {positions.length === 0 && <p class="list-empty">{emptyInWords(view)}</p>}
    </div>
  );
}

function emptyInWords(view: View): string {
  if (view.model.index.lanes.length === 0) return 'All lanes are hidden. Use Lanes to show them.';
  return 'No events in view. Choose All to list every event.';
}

/** Takes the space of rows that are not drawn. */
function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr class="list-gap" aria-hidden="true">
      <td colSpan={columns} style={{ height: `${height}px` }} />
    </tr>
  );
}

function Header({ column }: { column: Column }) {
  const { column: sorted, direction } = listSorting.value;
  const isSorted = column === sorted;
  const Icon = direction === 'ascending' ? ArrowUp : ArrowDown;
  return (
    <th scope="col" {...(isSorted && { 'aria-sort': direction })}>
      <button
        type="button"
        title={`Sort by ${COLUMN_NAMES[column].toLowerCase()}`}
        onClick={() => {
          sortListBy(column);
        }}
      >
        {COLUMN_NAMES[column]}
        {isSorted && <Icon size={14} aria-hidden="true" />}
      </button>
    </th>
  );
}

interface RowProps {
  readonly measure: (element: HTMLTableRowElement | null) => void;
  readonly view: View;
  readonly position: number;
  readonly columns: readonly Column[];
  readonly index: number;
  readonly lane: number;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly onFocus: () => void;
}

function Row({ measure, view, position, columns, index, lane, isCurrent, isSelected, onFocus }: RowProps) {
  const { document: timeline } = view.opened;
  const event = timeline.events.at(position);
  if (event === undefined) return null;
  const laneTitle = timeline.lanes[lane]?.title ?? '';
  const choose = (click: MouseEvent) => {
    if (click.shiftKey) compareWith(position);
    // Selecting words to copy them selects no event.
    else if (getSelection()?.isCollapsed ?? true) goToEvent(position);
  };
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      class={`${laneClass(lane)} ${isSelected ? 'selected' : ''}`}
      onClick={choose}
      onMouseDown={(press) => {
        // With Shift the press would select text up to here.
        if (press.shiftKey) press.preventDefault();
      }}
    >
      {columns.map((column) => {
        const text = cellOf(column, event, laneTitle);
        switch (column) {
          case 'date':
            return (
              <td key={column} id={`date-${position}`} title={text} aria-label={text}>
                {event.when === undefined ? text : dateInShort(event.when)}
              </td>
            );
          case 'title':
            return (
              <th key={column} scope="row">
                <button
                  type="button"
                  dir="auto"
                  tabIndex={isCurrent ? 0 : -1}
                  aria-pressed={isSelected}
                  aria-describedby={`date-${position} dating-${position} confidence-${position}`}
                  onFocus={onFocus}
                >
                  {text}
                </button>
              </th>
            );
          case 'lane':
            return (
              <td key={column} dir="auto">
                <i class="swatch" aria-hidden="true" /> <bdi>{text}</bdi>
              </td>
            );
          case 'people':
            return (
              <td key={column} dir="auto">
                <div class="list-people" title={text}>
                  {text}
                </div>
              </td>
            );
          case 'place':
          case 'dating':
          case 'confidence':
          case 'sources':
            return (
              <td key={column} id={`${column}-${position}`} dir="auto">
                {text}
              </td>
            );
        }
      })}
    </tr>
  );
}
