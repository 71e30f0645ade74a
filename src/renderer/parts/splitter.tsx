// The line between two parts of the window, movable by pointer and keyboard.
import { useRef } from 'preact/hooks';

/** The part that a splitter sizes, and its limits. All lengths are CSS pixels. */
export interface SplitterProps {
  /** Of the line: a vertical one moves left and right. */
  readonly orientation: 'vertical' | 'horizontal';
  readonly label: string;
  /** The id of the sized part. */
  readonly controls: string;
  /** The size of that part now, and its limits. */
  readonly size: number;
  readonly least: number;
  readonly most: number;
  /** 1 if the part is before the line, left or above; -1 if it is after. */
  readonly side: 1 | -1;
  /** Called with each size on the way; `null` requests the default size. */
  readonly onSize: (size: number | null) => void;
  /** Called once the size is final. */
  readonly onDone: () => void;
}

/** The distance of one press of an arrow key, and with Shift. */
const STEP = 16;
const LARGE_STEP = 64;

/** A line with some room around it to grab; double-click or Enter resets it. */
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
    // Keeps the text around from being selected. It also prevents focus, which is set by hand.
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
