// A row of the list: the cells of an event, or of the event that is added when one of them is typed.
import type { ComponentChildren } from 'preact';
import { dateInShort } from '../../shared/dates/words.ts';
import type { AnyEvent } from '../../shared/document/event.ts';
import { laneClass } from '../parts/lane-class.ts';
import { cellOf, COLUMN_NAMES } from './columns.ts';
import type { Column } from './sorting.ts';

interface RowProps {
  readonly measure: (element: HTMLTableRowElement | null) => void;
  readonly event: AnyEvent;
  /** Its row in the document. */
  readonly row: number;
  readonly columns: readonly Column[];
  /** Its place in the list, from 0. */
  readonly index: number;
  readonly lane: number;
  readonly laneTitle: string;
  /** The column of the cursor, if it is in this row. */
  readonly cursor: Column | null;
  readonly isSelected: boolean;
  /** Whether rows are chosen to be changed together, and this is one of them. */
  readonly isChosen: boolean;
  /** The column whose cell is typed in, and its field. */
  readonly field: { readonly column: Column; readonly element: ComponentChildren } | null;
  readonly onFocus: (column: Column) => void;
  readonly onChoose: (column: Column, click: MouseEvent) => void;
  readonly onOpen: (column: Column) => void;
}

/** The row of an event. */
export function Row(props: RowProps) {
  const { measure, event, row, columns, index, lane, isSelected, isChosen, onChoose, onOpen } = props;
  const columnAt = (target: EventTarget | null): Column => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
    return columns.find((column) => column === cell?.dataset['column']) ?? 'title';
  };
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isChosen || isSelected}
      class={`${laneClass(lane)} ${isSelected ? 'selected' : ''} ${isChosen ? 'chosen' : ''}`}
      onClick={(click) => {
        onChoose(columnAt(click.target), click);
      }}
      onDblClick={(click) => {
        onOpen(columnAt(click.target));
      }}
      onMouseDown={(press) => {
        // With these keys the press would select text up to here, or open a menu.
        if (press.shiftKey || press.ctrlKey || press.metaKey) press.preventDefault();
      }}
    >
      {columns.map((column) => (
        <Cell key={column} {...props} column={column} event={event} row={row} />
      ))}
    </tr>
  );
}

function Cell({
  column,
  event,
  row,
  laneTitle,
  cursor,
  isSelected,
  field,
  onFocus,
}: RowProps & { readonly column: Column }) {
  const text = cellOf(column, event, laneTitle);
  const own = field?.column === column ? field.element : null;
  const shared = {
    'data-column': column,
    dir: 'auto' as const,
    tabIndex: cursor === column && own === null ? 0 : -1,
    onFocus: () => {
      onFocus(column);
    },
  };
  switch (column) {
    case 'date':
      return (
        <td {...shared} id={`date-${row}`} title={text}>
          {event.when === undefined ? (
            <span class="dim">{text}</span>
          ) : (
            // Short to the eye, and whole to the ear.
            <span role="img" aria-label={text}>
              {dateInShort(event.when)}
            </span>
          )}
          {own}
        </td>
      );
    case 'title':
      return (
        <th scope="row" data-column={column}>
          <button
            type="button"
            dir="auto"
            tabIndex={shared.tabIndex}
            aria-pressed={isSelected}
            aria-describedby={`date-${row} dating-${row} confidence-${row}`}
            onFocus={shared.onFocus}
          >
            {text}
          </button>
          {own}
        </th>
      );
    case 'lane':
      return (
        <td {...shared}>
          <i class="swatch" aria-hidden="true" /> <bdi>{text}</bdi>
          {own}
        </td>
      );
    case 'people':
      return (
        <td {...shared}>
          <div class="list-people" title={text}>
            {text}
          </div>
          {own}
        </td>
      );
    case 'place':
    case 'tags':
    case 'importance':
    case 'dating':
    case 'confidence':
    case 'sources':
      return (
        <td {...shared} id={`${column}-${row}`}>
          {text}
          {own}
        </td>
      );
  }
}

/** The last row: what is typed into one of its cells becomes a new event. */
export function AddRow({
  columns,
  rowIndex,
  cursor,
  field,
  onFocus,
  onOpen,
}: Pick<RowProps, 'columns' | 'cursor' | 'field' | 'onFocus' | 'onOpen'> & { readonly rowIndex: number }) {
  return (
    <tr class="list-add" aria-rowindex={rowIndex}>
      {columns.map((column) => {
        const own = field?.column === column ? field.element : null;
        const tabIndex = cursor === column && own === null ? 0 : -1;
        const shared = {
          'data-column': column,
          onClick: () => {
            onOpen(column);
          },
        };
        const onFocusHere = () => {
          onFocus(column);
        };
        return column === 'title' ? (
          <th key={column} scope="row" {...shared}>
            <button type="button" tabIndex={tabIndex} onFocus={onFocusHere}>
              Add an event…
            </button>
            {own}
          </th>
        ) : (
          <td
            key={column}
            {...shared}
            tabIndex={tabIndex}
            aria-label={`${COLUMN_NAMES[column]} of a new event`}
            onFocus={onFocusHere}
          >
            {own}
          </td>
        );
      })}
    </tr>
  );
}
