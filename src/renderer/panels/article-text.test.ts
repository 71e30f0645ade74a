// The article is cut into paragraphs and quoted stretches without losing or inventing a character.
import { describe, expect, test } from 'vitest';
import type { Article, PlacedEvent } from '../../shared/document/document.ts';
import { articleParagraphs } from './article-text.ts';

const article = (text: string, hidden: Article['hidden'] = []): Article => ({
  id: 'a',
  title: 'Title',
  publisher: 'Publisher',
  text,
  hidden,
});

const quoting = (text: string, ...quotes: readonly string[]): PlacedEvent[] =>
  quotes.map((quote, position) => {
    const start = text.indexOf(quote);
    return {
      id: `e${position}`,
      title: quote,
      date: '2021',
      lane: 'l',
      participants: [],
      evidence: [{ article: 'a', quote, start, end: start + quote.length }],
      dating: { kind: 'stated', confidence: 'high', explanation: '' },
      sources: [],
      when: {
        edtf: '2021',
        start: 0,
        end: 1,
        uncertain: false,
        approximate: false,
        form: 'single',
        date: {
          start: 0,
          end: 1,
          precision: 'year',
          uncertain: false,
          approximate: false,
          unspecified: false,
        },
      },
    };
  });

const shape = (text: string, events: PlacedEvent[], hidden: Article['hidden'] = []) =>
  articleParagraphs(article(text, hidden), events).map((paragraph) =>
    paragraph.map(({ text: stretch, events: quoted }) => [stretch, ...quoted]),
  );

describe('an article is shown', () => {
  test('paragraph by paragraph, blank lines left out, with either kind of line break', () => {
    expect(shape('One.\n\nTwo.\r\n\r\n  Three. ', [])).toEqual([[['One.']], [['Two.']], [['Three.']]]);
  });

  test('without its hidden parts', () => {
    const text = 'Title\n\nkyrgyz\n\nText.\n\nScroll to Top';
    const hide = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
    expect(shape(text, [], [hide('Scroll to Top'), hide('kyrgyz')])).toEqual([[['Title']], [['Text.']]]);
  });

  test('with each quote as a stretch of its own', () => {
    const text = 'Before the quote after.';
    expect(shape(text, quoting(text, 'the quote'))).toEqual([[['Before '], ['the quote', 0], [' after.']]]);
  });

  test('with overlapping quotes cut where either begins or ends', () => {
    const text = 'abcdef';
    expect(shape(text, quoting(text, 'abcd', 'cdef'))).toEqual([
      [
        ['ab', 0],
        ['cd', 0, 1],
        ['ef', 1],
      ],
    ]);
  });

  test('with a quote that crosses paragraphs marked in both', () => {
    const text = 'One two.\nThree four.';
    expect(shape(text, quoting(text, 'two.\nThree'))).toEqual([
      [['One '], ['two.', 0]],
      [['Three', 0], [' four.']],
    ]);
  });
});
