// What the page and its worker that drafts say to each other.
import type { Proposal } from '../../shared/drafting/propose.ts';
import type { Setting } from '../../shared/drafting/tag.ts';

/** An article to draft events from. */
export interface Asked {
  readonly text: string;
  readonly setting: Setting;
}

/** How much of it is read, from 0 to 1; or, at the end, what it tells. */
export type Told =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'done'; readonly proposals: readonly Proposal[] };
