// The table of the list: draws the rows in view, moves the cursor from cell to cell, and opens the field of a cell.
import { ArrowDown, ArrowUp } from 'lucide-preact';
import { useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { AnyEvent } from '../../shared/document/event.ts';
import { laneOf, laneTitleOf } from '../../shared/document/lane-of.ts';
import { grouped } from '../../shared/in-words.ts';
import { isolate } from '../../shared/isolate.ts';
import { deleteEvents, duplicateEvents, openEditor } from '../event/commands.ts';
import { importText, isFileText } from '../import/commands.ts';
import { announce } from '../parts/announcements.ts';
import { createIdleWork } from '../parts/idle-work.ts';
import { compareWith, goToEvent } from '../view/going.ts';
import { selectedEvent, selection } from '../view/selection.ts';
import type { View } from '../view/view.ts';
import { CellField, type After } from './cell-field.tsx';
import { choicesOf, isEditedInPlace, typedOf } from './cells.ts';
import { addFromCell, keepCell, pasteRows } from './changing.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { chosenOf, NONE_CHOSEN, rangeTo, toggled, type Choice } from './choosing.ts';
import { COLUMN_NAMES } from './columns.ts';
import { isOutOfOrder, listedColumns } from './listed.ts';
import { AddRow, Row } from './row.tsx';
import { createRowsInView } from './rows-in-view.ts';
import type { Column } from './sorting.ts';
import { chooseRows, chosenRows, listSorting, sortListBy } from './state.ts';

/** Stands for the last row, which adds an event, where others are named by their events. */
const ADD = -1;

/** A cell: its row in the document, or {@link ADD}, and its column. */
interface Cell {
  readonly row: number;
  readonly column: Column;
}

/** The cell that is typed in. */
interface OpenCell extends Cell {
  /** What was typed to open it; `null` if it opens with what stands in it. */
  readonly typed: string | null;
}

/** A grid by the pattern of https://www.w3.org/WAI/ARIA/apg/patterns/grid/. @param positions rows of the events, in order. */
export function Table({ view, positions }: { readonly view: View; readonly positions: Int32Array }) {
  const { document: timeline } = view.opened;
  const columns = listedColumns(view);
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLTableSectionElement>(null);
  const foot = useRef<HTMLTableSectionElement>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);

  // The cell of the keyboard, by its event, which stays the same when rows are sorted or replaced.
  const cursor = useRef<{ row: number | null; column: Column }>({ row: null, column: 'title' });
  const lastIndex = useRef(0);
  const open = useRef<OpenCell | null>(null);
  const isFocusWanted = useRef(false);
  const isFocusLost = useRef(false);
  const edges = useRef({ head: 0, foot: 0 });

  const selected = selection.value;
  const kept = chosenRows.value;
  const chosen = useMemo(() => chosenOf(kept, positions), [kept, positions]);
  // Chosen events that were deleted are chosen again when they come back, and otherwise forgotten by the next choice.
  const choice = useMemo<Choice>(() => ({ rows: new Set(chosen), anchor: kept.anchor }), [chosen, kept]);
  const last = selected.at(-1) ?? null;

  const rowAt = (index: number): number => positions[index] ?? ADD;
  const indexOf = (row: number): number => (row === ADD ? positions.length : positions.indexOf(row));
  /** The place of the cursor; where its event has gone, that of what stands there now. */
  const currentIndex = (): number => {
    const { row } = cursor.current;
    const index = row === null ? 0 : indexOf(row);
    return index >= 0 ? index : Math.min(lastIndex.current, Math.max(0, positions.length - 1));
  };
  const current = currentIndex();
  lastIndex.current = current;
  const opened = open.current === null ? -1 : indexOf(open.current.row);

  const inView = useMemo(
    () =>
      createRowsInView(() => {
        redraw(undefined);
      }),
    [],
  );
  inView.hold(positions, edges.current);
  useLayoutEffect(() => {
    if (scroller.current === null) return;
    const stop = inView.follow(scroller.current);
    const observer = new ResizeObserver(() => {
      edges.current = { head: head.current?.offsetHeight ?? 0, foot: foot.current?.offsetHeight ?? 0 };
      redraw(undefined);
    });
    for (const edge of [head.current, foot.current]) if (edge !== null) observer.observe(edge);
    redraw(undefined);
    return () => {
      observer.disconnect();
      stop();
    };
  }, []);
  useLayoutEffect(() => {
    inView.noteDrawing();
  });

  const cellAt = (): HTMLElement | null => {
    const index = currentIndex();
    const row = index === positions.length ? '.list-add' : `tr[data-index="${index}"]`;
    const cell = scroller.current?.querySelector<HTMLElement>(
      `${row} [data-column="${cursor.current.column}"]`,
    );
    return cell?.querySelector<HTMLElement>(':scope > button') ?? cell ?? null;
  };
  const scrollTo = (index: number): void => {
    inView.reveal(index);
  };
  /** Puts the cursor into a cell, and the focus with it. */
  const go = (index: number, column: Column = cursor.current.column): void => {
    cursor.current = { row: rowAt(index), column };
    scrollTo(index);
    isFocusWanted.current = true;
    redraw(undefined);
  };

  const openCell = (row: number, column: Column, typed: string | null): void => {
    // A field that is still open holds what could not be kept: it comes first.
    if (open.current !== null) {
      scroller.current?.querySelector<HTMLElement>('.cell-field input')?.focus();
      return;
    }
    const event = row === ADD ? undefined : timeline.events.at(row);
    if (row !== ADD && event === undefined) return;
    if (!isEditedInPlace(column, event ?? {})) {
      // What needs more than a line has its fields in the editor.
      if (event === undefined) return;
      goToEvent(row);
      openEditor();
      return;
    }
    cursor.current = { row, column };
    open.current = { row, column, typed };
    chooseRows(NONE_CHOSEN);
    scrollTo(indexOf(row));
    redraw(undefined);
  };

  /** The next cell in a direction that is edited in its place, in this row or one beyond. */
  const nextCell = (row: number, column: Column, step: 1 | -1): Cell => {
    const all = columns.length;
    let index = indexOf(row);
    let at = columns.indexOf(column);
    for (let left = 4 * all; left > 0; left -= 1) {
      at += step;
      if (at < 0 || at >= all) {
        at = (at + all) % all;
        index += step;
        if (index < 0 || index > positions.length) break;
      }
      const [here, wanted] = [rowAt(index), columns[at]];
      const event = here === ADD ? {} : timeline.events.at(here);
      if (wanted !== undefined && event !== undefined && isEditedInPlace(wanted, event))
        return { row: here, column: wanted };
    }
    return { row, column };
  };

  const leaveCell = (cell: OpenCell, row: number, after: After, hadFocus: boolean): void => {
    open.current = null;
    if (after === 'next' || after === 'previous') {
      // A new event has its row only with the next drawing, in which it is the last.
      const step = after === 'next' ? 1 : -1;
      const from = cell.row === ADD && row !== ADD ? { ...cell, row } : cell;
      const next = from === cell ? nextCell(cell.row, cell.column, step) : besides(from, step);
      cursor.current = next;
      open.current = { ...next, typed: null };
      scrollTo(indexOf(next.row));
      redraw(undefined);
      return;
    }
    if (after === 'stay') {
      if (hadFocus) isFocusWanted.current = true;
      redraw(undefined);
      return;
    }
    const index = indexOf(cell.row);
    go(Math.max(0, Math.min(positions.length, after === 'down' ? index + 1 : index - 1)), cell.column);
  };
  /** The cell beside one of an event that was just added. */
  const besides = ({ row, column }: Cell, step: 1 | -1): Cell => {
    const event = view.opened.document.events.at(row) ?? {};
    const edited = columns.filter((one) => isEditedInPlace(one, event));
    const at = edited.indexOf(column) + step;
    const next = edited[at];
    return next === undefined
      ? { row: step === 1 ? ADD : row, column: edited[0] ?? column }
      : { row, column: next };
  };

  const keep = (cell: OpenCell, text: string, after: After): string | null => {
    const hadFocus = scroller.current?.contains(document.activeElement) === true;
    if (cell.row !== ADD) {
      const why = keepCell(cell.row, cell.column, text);
      if (why === null) leaveCell(cell, cell.row, after, hadFocus);
      return why;
    }
    if (text.trim() === '') {
      leaveCell(cell, ADD, after, hadFocus);
      return null;
    }
    const added = addFromCell(cell.column, text, positions.at(-1) ?? null);
    if (typeof added === 'string') return added;
    leaveCell(cell, added, after, hadFocus);
    return null;
  };

  const fieldOf = (row: number, event: AnyEvent | undefined) => {
    const cell = open.current;
    if (cell?.row !== row) return null;
    const { column } = cell;
    const value = event === undefined ? '' : typedOf(column, event, laneTitleOf(timeline, event));
    const whose = event === undefined ? 'a new event' : isolate(event.title);
    return {
      column,
      element: (
        <CellField
          key={`${row} ${column}`}
          column={column}
          label={`${column === 'title' ? 'Title' : COLUMN_NAMES[column]} of ${whose}`}
          value={value}
          typed={cell.typed}
          choices={choicesOf(column, timeline)}
          keep={(text, after) => keep(cell, text, after)}
          cancel={() => {
            leaveCell(cell, row, 'stay', true);
          }}
        />
      ),
    };
  };

  // An event selected elsewhere becomes the keyboard's row, and is scrolled into view.
  useLayoutEffect(() => {
    if (last === null || last === cursor.current.row || open.current !== null) return;
    const index = positions.indexOf(last);
    if (index < 0) return;
    cursor.current = { ...cursor.current, row: last };
    inView.reveal(index);
    redraw(undefined);
    // An edit that only changes the order of rows scrolls to none.
  }, [last]);

  // A keyboard user continues in the table.
  useLayoutEffect(() => {
    if (document.activeElement === document.body)
      go(Math.max(0, last === null ? 0 : positions.indexOf(last)));
  }, []);

  useLayoutEffect(() => {
    if (isFocusLost.current) {
      isFocusLost.current = false;
      if (document.activeElement === document.body && document.hasFocus()) isFocusWanted.current = true;
    }
    if (!isFocusWanted.current || open.current !== null) return;
    const cell = cellAt();
    if (cell === null) return;
    isFocusWanted.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  /** Chooses rows, and compares them where they are two. */
  const choose = (made: Choice): void => {
    chooseRows(made);
    const rows = chosenOf(made, positions);
    const [one, other] = rows;
    announce(`${grouped(rows.length)} selected`);
    if (one === undefined || rows.length > 2) return;
    const from = selectedEvent.peek();
    if (other === undefined) {
      if (from !== one) goToEvent(one);
      return;
    }
    if (from !== one && from !== other) goToEvent(one);
    compareWith(from === other ? one : other);
  };
  /** Where a first range starts: at the selected event, or else at the cursor. */
  const rangeStart = (): number =>
    selected.length === 1 && last !== null && positions.includes(last) ? last : rowAt(currentIndex());
  const chooseAt = (row: number, column: Column, click: MouseEvent): void => {
    if (click.shiftKey) choose(rangeTo(choice, positions, rangeStart(), row));
    else if (click.ctrlKey || click.metaKey) {
      const isFirst = choice.rows.size === 0 && selected.length === 1 && last !== null && last !== row;
      choose(toggled(isFirst && positions.includes(last) ? toggled(choice, last) : choice, row));
    } else {
      // Selecting words to copy them selects no event.
      if (!(getSelection()?.isCollapsed ?? true)) return;
      chooseRows(NONE_CHOSEN);
      goToEvent(row);
    }
    if (open.current === null) go(indexOf(row), column);
  };

  /** The rows that a command in the list is for. */
  const commanded = (): readonly number[] => {
    const row = rowAt(currentIndex());
    if (chosen.length > 0) return chosen;
    return row === ADD ? [] : [row];
  };
  const clearChoice = (): void => {
    chooseRows(NONE_CHOSEN);
    isFocusWanted.current = true;
    redraw(undefined);
  };
  const remove = (): void => {
    const rows = commanded();
    if (rows.length === 0) return;
    lastIndex.current = indexOf(rows[0] ?? 0);
    deleteEvents(rows);
    isFocusWanted.current = true;
    redraw(undefined);
  };
  const duplicate = (): void => {
    const rows = commanded();
    chooseRows(NONE_CHOSEN);
    isFocusWanted.current = true;
    if (rows.length > 0) duplicateEvents(rows);
  };

  const move = (event: KeyboardEvent): boolean => {
    const page = inView.perPage();
    const index = currentIndex();
    const to: Readonly<Record<string, number>> = {
      ArrowUp: index - 1,
      ArrowDown: index + 1,
      PageUp: index - page,
      PageDown: Math.min(index + page, Math.max(index, positions.length - 1)),
      Home: 0,
      End: positions.length - 1,
    };
    const wanted = to[event.key];
    if (wanted !== undefined) {
      const target = Math.max(0, Math.min(event.shiftKey ? positions.length - 1 : positions.length, wanted));
      const row = rowAt(target);
      if (event.shiftKey && row !== ADD) choose(rangeTo(choice, positions, rowAt(index), row));
      else if (!event.ctrlKey && !event.metaKey) chooseRows(NONE_CHOSEN);
      go(target);
      return true;
    }
    const sideways: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
    const by = sideways[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey) return false;
    const column = columns[columns.indexOf(cursor.current.column) + by];
    if (column !== undefined) go(index, column);
    return true;
  };

  /** Whether a key was for the list. */
  const press = (event: KeyboardEvent): boolean => {
    const row = rowAt(currentIndex());
    const { column } = cursor.current;
    if (event.ctrlKey || event.metaKey) {
      switch (event.key.toLowerCase()) {
        case 'a':
          choose({ rows: new Set(positions), anchor: choice.anchor });
          return true;
        case 'd':
          duplicate();
          return true;
        case ' ':
          if (row !== ADD) choose(toggled(choice, row));
          return true;
        default:
          return move(event);
      }
    }
    switch (event.key) {
      case 'F2':
        openCell(row, column, null);
        return true;
      case 'Enter':
        if (row === ADD || selected.includes(row)) openCell(row, column, null);
        else goToEvent(row);
        return true;
      case ' ':
        if (row === ADD) openCell(row, column, null);
        else choose(toggled(choice, row));
        return true;
      case 'Delete':
        remove();
        return true;
      case 'Backspace':
        openCell(row, column, '');
        return true;
      case 'Escape':
        if (choice.rows.size === 0) return false;
        clearChoice();
        return true;
      default:
        if (move(event)) return true;
        if (event.key.length !== 1) return false;
        openCell(row, column, event.key);
        return true;
    }
  };

  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const { activeElement } = document;
    const isHere = activeElement?.matches('.list :is(tbody, tfoot) *') === true;
    if (event.defaultPrevented || !isHere || activeElement instanceof HTMLInputElement) return;
    if (text.trim() === '') return;
    event.preventDefault();
    if (isFileText(text)) {
      void importText(text);
      return;
    }
    const row = rowAt(currentIndex());
    if (!/[\t\n\r]/.test(text.trim())) {
      openCell(row, cursor.current.column, text.trim());
      return;
    }
    void pasteRows(text.replace(/[\r\n]+$/, ''), row === ADD ? (positions.at(-1) ?? null) : row).then(
      (rows) => {
        const [first] = rows;
        if (first === undefined) return;
        chooseRows(rows.length > 1 ? { rows: new Set(rows), anchor: first } : NONE_CHOSEN);
        cursor.current = { row: first, column: 'title' };
        isFocusWanted.current = true;
        isScrollWanted.current = true;
        redraw(undefined);
      },
    );
  };
  // Without a selected text the event is the page's, wherever the focus is.
  const pasted = useRef(onPaste);
  pasted.current = onPaste;
  useLayoutEffect(() => {
    const listen = (event: ClipboardEvent) => {
      pasted.current(event);
    };
    document.addEventListener('paste', listen);
    return () => {
      document.removeEventListener('paste', listen);
    };
  }, []);
  // The pasted rows are drawn by now, and the list has their places.
  const isScrollWanted = useRef(false);
  useLayoutEffect(() => {
    if (!isScrollWanted.current) return;
    const index = currentIndex();
    if (rowAt(index) !== cursor.current.row) return;
    isScrollWanted.current = false;
    scrollTo(index);
  });

  // Told once the window is idle: it takes a look at every row.
  const [isStale, setStale] = useState(false);
  useLayoutEffect(() => {
    const { begin, end: stop } = createIdleWork();
    begin(
      (function* () {
        setStale(yield* isOutOfOrder(view));
      })(),
    );
    return stop;
  }, [view.model, positions]);
  // The focused row and an open field stay however far they are scrolled away: removing them would lose the focus.
  const items = inView.drawn([current, opened]);
  let end = 0;
  return (
    <>
      <div ref={scroller} class="list-scroll">
        <table
          role="grid"
          aria-rowcount={positions.length + 2}
          aria-multiselectable="true"
          onKeyDown={(event) => {
            const { target } = event;
            const isOfCells = target instanceof Element && target.closest('thead, .cell-field') === null;
            if (!isOfCells || event.altKey || event.isComposing || !press(event)) return;
            event.preventDefault();
          }}
          onFocusOut={(event) => {
            isFocusLost.current = event.relatedTarget === null;
          }}
        >
          <caption class="visually-hidden">
            Events of <bdi>{timeline.title}</bdi>. Use the arrow keys to move between cells, Enter to select
            an event, F2 or typing to change a cell, and Space to select several.
          </caption>
          <colgroup>
            {columns.map((column) => (
              <col key={column} class={`list-col-${column}`} />
            ))}
          </colgroup>
          <thead ref={head}>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <Header key={column} column={column} isOutOfOrder={isStale} />
              ))}
            </tr>
          </thead>
          <tbody>
            {items.flatMap((item) => {
              const position = positions[item.index];
              const event = position === undefined ? undefined : timeline.events.at(position);
              if (position === undefined || event === undefined) return [];
              const gap = item.top - end;
              end = item.bottom;
              const row = (
                <Row
                  key={position}
                  measure={inView.measure}
                  event={event}
                  row={position}
                  columns={columns}
                  index={item.index}
                  lane={laneOf(timeline, event)}
                  laneTitle={laneTitleOf(timeline, event)}
                  cursor={item.index === current ? cursor.current.column : null}
                  isSelected={selected.includes(position)}
                  isChosen={choice.rows.has(position)}
                  field={fieldOf(position, event)}
                  onFocus={(column) => {
                    if (cursor.current.row === position && cursor.current.column === column) return;
                    cursor.current = { row: position, column };
                    redraw(undefined);
                  }}
                  onChoose={(column, click) => {
                    chooseAt(position, column, click);
                  }}
                  onOpen={(column) => {
                    openCell(position, column, null);
                  }}
                />
              );
              return gap > 0
                ? [<Gap key={`before-${position}`} height={gap} columns={columns.length} />, row]
                : [row];
            })}
            <Gap key="after" height={inView.height() - end} columns={columns.length} />
          </tbody>
          <tfoot ref={foot}>
            <AddRow
              columns={columns}
              rowIndex={positions.length + 2}
              cursor={current === positions.length ? cursor.current.column : null}
              field={fieldOf(ADD, undefined)}
              onFocus={(column) => {
                if (cursor.current.row === ADD && cursor.current.column === column) return;
                cursor.current = { row: ADD, column };
                redraw(undefined);
              }}
              onOpen={(column) => {
                openCell(ADD, column, null);
              }}
            />
          </tfoot>
        </table>
        {positions.length === 0 && <p class="list-empty">{emptyInWords(view)}</p>}
      </div>
      {chosen.length > 0 && (
        <ChosenBar
          rows={chosen}
          lanes={timeline.lanes}
          done={() => {
            isFocusWanted.current = true;
            redraw(undefined);
          }}
          duplicate={duplicate}
          remove={remove}
          clear={clearChoice}
        />
      )}
    </>
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

function Header({ column, isOutOfOrder: isStale }: { column: Column; isOutOfOrder: boolean }) {
  const { column: sorted, direction } = listSorting.value;
  const isSorted = column === sorted;
  const Icon = direction === 'ascending' ? ArrowUp : ArrowDown;
  return (
    <th scope="col" {...(isSorted && { 'aria-sort': direction })}>
      <button
        type="button"
        title={`Sort ${isSorted && isStale ? 'again ' : ''}by ${COLUMN_NAMES[column].toLowerCase()}`}
        onClick={() => {
          sortListBy(column, isStale);
        }}
      >
        {COLUMN_NAMES[column]}
        {isSorted && <Icon size={14} aria-hidden="true" />}
      </button>
    </th>
  );
}
