/// <reference types="vite/client" />
// The article that the app opens on, as it stands in resources/.
import { expect, test } from 'vitest';
import bundledText from '../../../../resources/article.dateline?raw';
import articleText from '../../../../resources/article.txt?raw';
import { documentIn } from '../samples.ts';

const bundled = () => documentIn(bundledText);

test('it holds the article as found', () => {
  expect(bundled().articles.map(({ text }) => text)).toEqual([articleText]);
});

test('the section tag and the leftover of the web page are not shown', () => {
  const [article] = bundled().articles;
  expect(article?.hidden.map(({ start, end }) => article.text.slice(start, end))).toEqual([
    'kyrgyz\n\n',
    '\n\nScroll to Top',
  ]);
});

test('its lanes stand in the order of the story’s places', () => {
  expect(bundled().lanes.map(({ title }) => title)).toEqual([
    'Afghanistan',
    'CSTO',
    'SCO',
    'Kyrgyz–Tajik border',
  ]);
});

test('its five events stand in the order of time, each in its lane', () => {
  expect(
    Array.from(bundled().events.all(), ({ id, label, title, date, lane, dating }) => [
      id,
      label ?? title,
      date,
      lane,
      dating?.kind,
      dating?.kind === 'imported' ? null : dating?.confidence,
    ]),
  ).toEqual([
    ['fall-of-kabul', 'Fall of Kabul', '2021-08-15', 'afghanistan', 'external', 'very high'],
    ['dushanbe-summit', 'CSTO summit, Dushanbe', '2021-09-16', 'csto', 'external', 'very high'],
    ['sco-summit', 'SCO summit', '2021-09-17', 'sco', 'derived', 'very high'],
    ['new-york-ministers', 'Foreign ministers, New York', '2022-09-21?', 'csto', 'external', 'medium'],
    ['zas-kulubaev', 'Zas–Kulubaev meeting', '2022-10-03', 'kyrgyz-tajik-border', 'external', 'high'],
  ]);
});

test('every event quotes the article and names its sources', () => {
  for (const { evidence, sources } of bundled().events.all()) {
    expect(evidence.length).toBeGreaterThan(0);
    expect(sources.length).toBeGreaterThan(0);
  }
});

test('a note stands where the second report begins', () => {
  const notes = bundled().notes.map(({ at = 0 }) => articleText.slice(at, at + 21));
  expect(notes).toContain('In the previous month');
});
