// The layout of the panel beside the timeline, as the settings keep it between launches. Pure.

/** The layout of the panel; `null` means whatever suits the window. */
export interface PanelLayout {
  /** CSS pixels. */
  readonly width: number | null;
  /** The event card's share of the panel's height, between 0 and 1. */
  readonly card: number | null;
  /** Whether the panel is folded, so that the timeline has the whole window. */
  readonly folded: boolean;
}

/** The layout at the first launch. */
export const DEFAULT_PANEL: PanelLayout = { width: null, card: null, folded: false };

/** Wider than any screen, CSS pixels. The page itself keeps the panel within its window. */
export const WIDEST_PANEL = 20_000;

/** Whether a value is exactly a layout. */
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
