// Types for the part of `linkedom` that articles use. Those of the package bring in the types of the DOM, so tsconfig.json takes these.

/** An element of a page. */
export interface PageElement {
  readonly textContent: string;
  readonly parentElement: PageElement | null;
  readonly firstElementChild: PageElement | null;
  readonly nextElementSibling: PageElement | null;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** A page: a tree of elements that nothing runs or loads. */
export interface PageDocument {
  readonly documentElement: PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** Makes pages of HTML. */
export class DOMParser {
  parseFromString(html: string, type: 'text/html'): PageDocument;
}
