// Types for the part of `@mozilla/readability` that articles use. Those of the package bring in the types of the DOM, so tsconfig.json
// takes these.
import type { PageDocument } from 'linkedom';

/** Finds the main text of a page, which it takes apart. */
export class Readability {
  constructor(document: PageDocument);
  parse(): {
    readonly title?: string | null;
    /** HTML. */
    readonly content?: string | null;
    readonly siteName?: string | null;
    readonly publishedTime?: string | null;
  } | null;
}
