// The faces in the styles and those that a script adds are parts of the same fonts.
import sansRanges from '@fontsource-variable/inter/unicode.json';
import serifRanges from '@fontsource-variable/source-serif-4/unicode.json';
import { expect, test } from 'vitest';
import styles from './fonts.css?raw';

/** Letters as the packages write them, without white space. */
const letters = (range: string): string => range.replaceAll(/\s/g, '');

test.each([
  ['Inter Variable', sansRanges.latin],
  ['Source Serif 4 Variable', serifRanges.latin],
])('the Latin face of %s has the letters that its package gives it', (family, range) => {
  const own = styles.split('@font-face').find((face) => face.includes(`font-family: '${family}'`)) ?? '';
  expect(letters(/unicode-range:([^;]+)/.exec(own)?.[1] ?? '')).toBe(letters(range));
});
