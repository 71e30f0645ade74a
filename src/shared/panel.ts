// How the panel beside the timeline is laid out: what is remembered of it from one launch to the next. Pure.

/** The layout of the panel; `null` stands for what suits the window. */
export interface PanelLayout {
  /** CSS pixels. */
  readonly width: number | null;
  /** The share of the panel's height that the event's card has, above 0 and below 1. */
  readonly card: number | null;
  /** Whether the timeline has the whole window. */
  readonly folded: boolean;
}

/** The layout of a first launch. */
export const DEFAULT_PANEL: PanelLayout = { width: null, card: null, folded: false };

/** Wider than any screen, CSS pixels. What a window has room for, the page sees to. */
export const WIDEST_PANEL = 20_000;

/** Whether a value is a layout, and nothing besides. */
export function isPanelLayout(value: unknown): value is PanelLayout {
  if (typeof value !== 'object' || value === null) return false;
  const { width, card, folded, ...rest }: Partial<Record<string, unknown>> = { ...value };
  return (
    (width === null || isBetween(width, WIDEST_PANEL)) &&
    (card === null || (isBetween(card, 1) && card !== 1)) &&
    typeof folded === 'boolean' &&
    Object.keys(rest).length === 0
  );
}

function isBetween(value: unknown, most: number): boolean {
  return typeof value === 'number' && value > 0 && value <= most;
}
