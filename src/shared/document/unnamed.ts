// What stands where nobody gave a name. Figures leave it out.

/** The title of a new document. */
export const NEW_TITLE = 'Untitled timeline';

/** The publisher of an article that names none. */
export const UNKNOWN_PUBLISHER = 'Unknown publisher';
