// What a search needs, loaded together by the first one.
export { finderFor } from './finder.ts';
export { queryFor } from './fold.ts';
export { nextPlace } from './matches.ts';
export { inSlices } from './slices.ts';
export { foundInWords, matchInWords } from './words.ts';
