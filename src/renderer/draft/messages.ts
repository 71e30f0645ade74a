// What the page and its worker that drafts say to each other.
import type { Glance } from '../../shared/drafting/glance.ts';
import type { Proposal } from '../../shared/drafting/propose.ts';
import type { OfferedDate } from '../../shared/drafting/published.ts';
import type { Setting } from '../../shared/drafting/tag.ts';

/** An article to draft events from, or to look at first. */
export type Asked =
  | { readonly kind: 'draft'; readonly text: string; readonly setting: Setting }
  | {
      readonly kind: 'glance';
      readonly text: string;
      /** In EDTF; `null` if it is not known. */
      readonly published: string | null;
      /** Of the page; `null` if there is none. */
      readonly address: string | null;
    };

/** What an article has for a timeline, and the days that may be its publication date. */
export interface FirstGlance extends Glance {
  readonly offered: readonly OfferedDate[];
}

/** How much of it is read, from 0 to 1; or, at the end, what it tells or has. */
export type Told =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'draft'; readonly proposals: readonly Proposal[] }
  | { readonly kind: 'glance'; readonly glance: FirstGlance };
