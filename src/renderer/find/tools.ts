// The code of the search, loaded together on first use.
export { finderFor } from './finder.ts';
export { queryFor } from '../../shared/find/fold.ts';
export { nextPlace } from './matches.ts';
export { inSlices } from '../parts/slices.ts';
export { foundInWords, matchInWords } from './words.ts';
