// Lanes are hidden, shown and moved, by mouse and by keyboard, and all that the window shows follows.
import { Dateline, expect, test } from './dateline.ts';

const LANES = ['Afghanistan', 'CSTO', 'SCO', 'Kyrgyzstan'];

test('placeholder', async ({ dateline }) => {
  expect(await dateline.laneTitles()).toEqual(LANES);
});
