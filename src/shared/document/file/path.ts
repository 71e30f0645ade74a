// The path to a part of a document.

/** Steps from a part of the document down to one of its fields: names, and positions in lists from 0. */
export type Path = readonly PropertyKey[];
