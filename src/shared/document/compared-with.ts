// What the reader may compare the open document with.

/** What the open document is compared with: its file, or a version of it. Changes that were left are compared with their file. */
export type ComparedWith =
  | { readonly kind: 'file' }
  | { readonly kind: 'version'; readonly id: string }
  | { readonly kind: 'left'; readonly id: string };
