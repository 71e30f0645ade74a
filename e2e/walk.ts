// What a reader without a plan does: keys, mouse moves, clicks, drags and wheel turns, the same for the same seed.
import { oneOf, randomNumbers } from '../bench/synthetic.ts';
import { SHORTCUTS } from '../src/shared/shortcuts.ts';

/** A place in the window, as shares of its width and height from the upper left corner. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where the mouse goes: to a place, or to one of all the things that can be pressed, as a share of how many there are. */
export type Aim = Spot | { readonly thing: number };

/** What is held while a key or a button is pressed or the wheel turns. */
export type Modifier = 'Alt' | 'Control' | 'Shift';

/** A key as `KeyboardEvent.key` has it, and what is held with it. */
export interface Press {
  readonly kind: 'press';
  readonly key: string;
  readonly held: readonly Modifier[];
}

/** One step of the walk. */
export type Action =
  | Press
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'move'; readonly to: Spot }
  | {
      readonly kind: 'click';
      readonly at: Aim;
      readonly button: 'left' | 'middle' | 'right';
      /** Two for a double-click. */
      readonly count: 1 | 2;
      readonly held: readonly Modifier[];
    }
  | { readonly kind: 'drag'; readonly from: Aim; readonly by: Spot }
  | {
      readonly kind: 'wheel';
      readonly at: Spot;
      /** CSS pixels to the right and down. */
      readonly across: number;
      readonly down: number;
      readonly held: readonly Modifier[];
    };

/** The keys of the app's own list. */
const SHORTCUT_KEYS = SHORTCUTS.flatMap(({ shortcuts }) =>
  shortcuts.flatMap(({ keys }) =>
    keys.map(({ key, control, shift }) =>
      press(key, ...(control ? ['Control' as const] : []), ...(shift ? ['Shift' as const] : [])),
    ),
  ),
);

/** Keys that are not in that list, but that pages, fields, tables and dialogs know. */
const OTHER_KEYS = [
  ...['Tab', 'Tab', 'Tab', 'Enter', ' ', 'Escape', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'],
  ...['Backspace', 'Delete', 'F6', 'a', '7', 'é'],
]
  .map((key) => press(key))
  .concat(['Tab', 'Enter', 'ArrowUp', 'ArrowDown'].map((key) => press(key, 'Shift')))
  .concat(['ArrowUp', 'ArrowDown'].map((key) => press(key, 'Alt')))
  .concat(['a', 'c', 'v', 'x'].map((key) => press(key, 'Control')));

/** What is written where the focus happens to be: words, numbers, another script, a character of two code units. */
const TEXTS = ['ser', 'border 2022', 'xyz', '"', '2021-08', '0', 'Кеңеш', '𝔡'];

function press(key: string, ...held: readonly Modifier[]): Press {
  return { kind: 'press', key, held };
}

/** The steps of a walk, in groups that are done in one go; the same for the same seed. */
export function walk(seed: number, length: number): Action[][] {
  const random = randomNumbers(seed);
  const groups: Action[][] = [];
  for (let left = length; left > 0;) {
    const size = Math.min(left, 1 + Math.floor(random() * 16));
    groups.push(Array.from({ length: size }, () => action(random)));
    left -= size;
  }
  return groups;
}

function action(random: () => number): Action {
  const kind = random();
  const spot = (): Spot => ({ x: random(), y: random() });
  // A place alone would seldom be a button.
  const aim = (): Aim => (random() < 0.5 ? spot() : { thing: random() });
  const held = () => (random() < 0.6 ? [] : [oneOf(['Alt', 'Control', 'Shift'] as const, random)]);
  if (kind < 0.3) return oneOf(SHORTCUT_KEYS, random);
  if (kind < 0.43) return oneOf(OTHER_KEYS, random);
  if (kind < 0.46) return { kind: 'type', text: oneOf(TEXTS, random) };
  if (kind < 0.55) return { kind: 'move', to: spot() };
  if (kind < 0.78) {
    const button = random() < 0.9 ? 'left' : oneOf(['middle', 'right'] as const, random);
    return { kind: 'click', at: aim(), button, count: random() < 0.2 ? 2 : 1, held: held() };
  }
  if (kind < 0.87) return { kind: 'drag', from: aim(), by: { x: random() - 0.5, y: random() - 0.5 } };
  const turn = () => Math.round((random() - 0.5) * 600);
  return { kind: 'wheel', at: spot(), across: random() < 0.3 ? turn() : 0, down: turn(), held: held() };
}
