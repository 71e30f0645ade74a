// The line between two parts of the window, which can be moved by pointer and keyboard.
import { useRef } from 'preact/hooks';

/** What a splitter moves, and how far. All lengths are CSS pixels. */
export interface SplitterProps {
  /** Of the line itself: a vertical one moves left and right. */
  readonly orientation: 'vertical' | 'horizontal';
  readonly label: string;
  /** The id of the part that it sizes. */
  readonly controls: string;
  /** The size of that part now, and the bounds that it keeps to. */
  readonly size: number;
  readonly least: number;
  readonly most: number;
  /** 1 where the part lies before the line, left or above; -1 where it lies behind. */
  readonly side: 1 | -1;
  /** Called with each size on the way; `null` asks for the size that suits. */
  readonly onSize: (size: number | null) => void;
  /** Called once a size is there to stay. */
  readonly onDone: () => void;
}

/** What a press of an arrow key moves, and the same with Shift. */
const STEP = 16;
const LARGE_STEP = 64;

/** A line with some room around it to take hold of; double-click or Enter resets it. */
export function Splitter({
  orientation,
  label,
  controls,
  size,
  least,
  most,
  side,
  onSize,
  onDone,
}: SplitterProps) {
  const held = useRef<{ readonly at: number; readonly size: number } | null>(null);
  const isVertical = orientation === 'vertical';
  const positionOf = (event: PointerEvent) => (isVertical ? event.clientX : event.clientY);
  const within = (wanted: number) => Math.round(Math.min(most, Math.max(least, wanted)));

  const onPointerDown = (event: PointerEvent & { readonly currentTarget: HTMLElement }) => {
    if (event.button !== 0) return;
    // Keeps the text around from being selected; the focus, which this keeps away too, is given by hand.
    event.preventDefault();
    event.currentTarget.focus();
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { at: positionOf(event), size };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (held.current === null) return;
    onSize(within(held.current.size + side * (positionOf(event) - held.current.at)));
  };
  const onPointerEnd = () => {
    if (held.current === null) return;
    held.current = null;
    onDone();
  };
  const reset = () => {
    onSize(null);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.shiftKey ? LARGE_STEP : STEP;
    const [back, on] = isVertical ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    if (event.key === 'Enter') reset();
    else if (event.key === back) moveTo(size - side * step);
    else if (event.key === on) moveTo(size + side * step);
    else if (event.key === 'Home') moveTo(least);
    else if (event.key === 'End') moveTo(most);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const moveTo = (wanted: number) => {
    onSize(within(wanted));
    onDone();
  };

  return (
    <div
      class={`splitter splitter-${orientation}`}
      role="separator"
      tabIndex={0}
      aria-orientation={orientation}
      aria-label={label}
      aria-controls={controls}
      aria-valuemin={Math.round(least)}
      aria-valuemax={Math.round(most)}
      aria-valuenow={Math.round(size)}
      aria-valuetext={`${Math.round(size)} pixels`}
      title="Drag to resize. Double-click to reset."
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
      onDblClick={reset}
      onKeyDown={onKeyDown}
    />
  );
}
