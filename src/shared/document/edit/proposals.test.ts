// What readers made of proposals is kept in the document, and moves with the text that it is about.
import { expect, test } from 'vitest';
import { applyEdit } from './apply.ts';
import { changeArticle, changePassage, removeArticle } from './articles.ts';
import { keepProposals } from './proposals.ts';
import { articleOf, documentOf } from '../samples.ts';
import type { KeptProposal, PlacedDocument } from '../document.ts';

const TEXT = 'They met in May. They left. They came back in June.';
const MET: KeptProposal = {
  article: 'article',
  start: 0,
  end: 16,
  drafted: 'They met',
  decision: 'accepted',
};
const BACK: KeptProposal = {
  article: 'article',
  start: 28,
  end: 51,
  drafted: 'They came back',
  title: 'Back',
};

const document = documentOf([], {
  articles: [{ ...articleOf(TEXT), passages: [{ at: 17, published: '2021-09-18' }] }],
  proposals: [MET, BACK],
});

const after = (made: readonly KeptProposal[]): readonly KeptProposal[] =>
  applyEdit(document, { name: 'Decide', changes: keepProposals(document, made) }).document.proposals;

const edited = (text: string): PlacedDocument => {
  const made = changeArticle(document, 0, { text });
  if (made === null) throw new Error('nothing changed');
  return applyEdit(document, made.edit).document;
};

test('a decision replaces the one before, and a new one stands behind the others', () => {
  expect(after([{ ...BACK, decision: 'rejected' }])).toEqual([MET, { ...BACK, decision: 'rejected' }]);
  const left: KeptProposal = { article: 'article', start: 17, end: 27, drafted: 'They left', date: null };
  expect(after([left])).toEqual([MET, BACK, left]);
});

test('a proposal put back without anything changed is forgotten', () => {
  expect(after([{ ...MET, decision: undefined }])).toEqual([BACK]);
  expect(after([{ ...BACK, decision: undefined }])).toEqual([MET, BACK]);
});

test('a report begins, gets another date, and is joined to the one before', () => {
  const passagesAfter = (from: number, published: string | null): unknown => {
    const made = changePassage(document, 0, from, published);
    return made && applyEdit(document, made).document.articles[0]?.passages;
  };
  const known = { at: 17, published: '2021-09-18' };
  expect(passagesAfter(5, '2020')).toEqual([{ at: 5, published: '2020' }, known]);
  expect(passagesAfter(17, '2022')).toEqual([{ at: 17, published: '2022' }]);
  expect(passagesAfter(17, null)).toBeUndefined();
  expect(passagesAfter(17, '2021-09-18')).toBeNull();
});

test('nothing changes where nothing is new', () => {
  expect(keepProposals(document, [MET, BACK])).toEqual([]);
});

test('decisions and passages move with the text, and a changed sentence is open again', () => {
  const longer = edited(`At last. ${TEXT}`);
  expect(longer.proposals.map(({ start }) => start)).toEqual([9, 37]);
  expect(longer.articles[0]?.passages).toEqual([{ at: 26, published: '2021-09-18' }]);
  const changed = edited(TEXT.replace('met', 'did meet'));
  expect(changed.proposals).toEqual([{ ...BACK, start: 33, end: 56 }]);
  expect(changed.articles[0]?.passages).toEqual([{ at: 22, published: '2021-09-18' }]);
  // The first letter of the passage is another one.
  expect(edited(TEXT.replace('They left', 'We left')).articles[0]?.passages).toEqual([
    { at: 17, published: '2021-09-18' },
  ]);
});

test('decisions go with their article', () => {
  const made = removeArticle(document, 0);
  expect(made && applyEdit(document, made.edit).document.proposals).toEqual([]);
});
