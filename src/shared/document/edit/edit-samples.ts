// Random edits for tests: commands with arguments that fit any document, made by the functions that the editor uses.
import fc from 'fast-check';
import { articleOf } from '../samples.ts';
import type { PlacedDocument } from '../document.ts';
import { addArticle, changeArticle, freeArticleId, removeArticle } from './articles.ts';
import type { Edit } from './change.ts';
import { addEvents, changeEvents, freeId, removeEvents } from './events.ts';
import { changeHead } from './head.ts';
import { addLane, changeLane, moveLane, newLane, orderLanes, removeLane } from './lanes.ts';
import { addNote, changeNote, removeNote } from './notes.ts';
import { keepProposals } from './proposals.ts';

/** A command with its arguments: makes an edit of a document, or `null` where it changes nothing. */
export type Command = (document: PlacedDocument) => Edit | null;

const words = fc.constantFrom('Bridge', 'The “mill”', 'Ош — 2', 'a\tb', 'same', '😀');
const texts = fc.constantFrom('One. Two. Three.', 'Two. Three. Four.', 'Before. One. Two. Three.', 'Three.');
const dates = fc.constantFrom(undefined, '2021-08-15', '1985/..', '2022~', '[1970,1980..]');

/** A row, a lane or another position among those that there are. */
const place = fc.nat(20);
const among = (number: number, count: number): number => (count === 0 ? -1 : number % count);

/** Every kind of edit. */
export const commands: fc.Arbitrary<Command> = fc.oneof(
  fc
    .record({ title: words, date: dates, lane: place, quoted: place })
    .map(({ title, date, lane, quoted }): Command => (document) => {
      const article = document.articles[among(quoted, document.articles.length)];
      const quote = article?.text.slice(0, 4) ?? '';
      const own = document.lanes[among(lane, document.lanes.length)];
      if (own === undefined) return null;
      const evidence =
        article === undefined ? [] : [{ article: article.id, quote, start: 0, end: quote.length }];
      const id = freeId(document.events, title);
      return addEvents([{ id, title, date, lane: own.id, participants: [], evidence, sources: [] }]);
    }),
  fc.record({ row: place, title: words, date: dates, importance: fc.constantFrom(undefined, 1, 5) }).map(
    ({ row, ...fields }): Command =>
      (document) =>
        changeEvents(
          document,
          [among(row, document.events.rowCount)],
          () => fields,
          (whose) => `Change ${whose}`,
          'merge',
        ),
  ),
  fc
    .record({ lane: place, rows: fc.array(place, { maxLength: 5 }) })
    .map(({ lane, rows }): Command => (document) => {
      const own = document.lanes[among(lane, document.lanes.length)];
      if (own === undefined) return null;
      const chosen = new Set(rows.map((row) => among(row, document.events.rowCount)));
      return changeEvents(
        document,
        chosen,
        () => ({ lane: own.id, tags: ['moved'] }),
        (whose) => `Move ${whose}`,
      );
    }),
  fc.array(place, { maxLength: 5 }).map(
    (rows): Command =>
      (document) =>
        removeEvents(document, new Set(rows.map((row) => among(row, document.events.rowCount)))),
  ),
  words.map(
    (title): Command =>
      (document) =>
        addLane(document, newLane(document, title)),
  ),
  fc.record({ at: place, title: words, colour: fc.constantFrom(undefined, 'plum', '#123456') }).map(
    ({ at, ...fields }): Command =>
      (document) =>
        changeLane(document, among(at, document.lanes.length), fields),
  ),
  fc.record({ from: place, to: place }).map(
    ({ from, to }): Command =>
      (document) =>
        moveLane(document, among(from, document.lanes.length), among(to, document.lanes.length)),
  ),
  fc.array(place, { maxLength: 5 }).map(
    (order): Command =>
      (document) =>
        orderLanes(document, [
          ...new Set(order.flatMap((at) => document.lanes[among(at, document.lanes.length)]?.id ?? [])),
        ]),
  ),
  fc.record({ at: place, into: fc.option(place) }).map(
    ({ at, into }): Command =>
      (document) =>
        removeLane(
          document,
          among(at, document.lanes.length),
          into === null ? null : among(into, document.lanes.length),
        ),
  ),
  fc.record({ title: words, text: texts }).map(
    ({ title, text }): Command =>
      (document) =>
        addArticle(document, articleOf(text, { id: freeArticleId(document, title), title })),
  ),
  fc.record({ at: place, text: texts, published: dates }).map(
    ({ at, ...fields }): Command =>
      (document) =>
        changeArticle(document, among(at, document.articles.length), fields)?.edit ?? null,
  ),
  place.map(
    (at): Command =>
      (document) =>
        removeArticle(document, among(at, document.articles.length))?.edit ?? null,
  ),
  fc
    .record({ text: words, rows: fc.array(place, { maxLength: 3 }), article: place })
    .map(({ text, rows, article }): Command => (document) => {
      const own = document.articles[among(article, document.articles.length)];
      const ids = rows.flatMap((row) => document.events.at(among(row, document.events.rowCount))?.id ?? []);
      return addNote(document, {
        text,
        article: own?.id,
        at: own && own.text.length - 1,
        events: [...new Set(ids)],
        sources: [],
      });
    }),
  fc.record({ at: place, text: words }).map(
    ({ at, text }): Command =>
      (document) =>
        changeNote(document, among(at, document.notes.length), { text }),
  ),
  place.map(
    (at): Command =>
      (document) =>
        removeNote(document, among(at, document.notes.length)),
  ),
  fc
    .record({
      at: place,
      drafted: words,
      decision: fc.constantFrom(undefined, 'accepted' as const, 'rejected' as const),
      date: fc.constantFrom(undefined, null, '2021-08-15'),
      event: fc.constantFrom(undefined, 'a', 'gone'),
      place: fc.constantFrom(undefined, null, 'Kabul'),
      people: fc.constantFrom(undefined, [], ['Zas', 'Kulubaev']),
    })
    .map(({ at, ...fields }): Command => (document) => {
      const article = document.articles[among(at, document.articles.length)];
      if (article === undefined) return null;
      const range = { start: 0, end: Math.min(4, article.text.length) };
      const changes = keepProposals(document, [{ article: article.id, ...range, ...fields }]);
      return changes.length === 0 ? null : { name: 'Decide', changes };
    }),
  fc
    .record({ at: place, from: place, published: fc.constantFrom('2021', '2022-10-04') })
    .map(({ at, from, published }): Command => (document) => {
      const article = document.articles[among(at, document.articles.length)];
      if (article === undefined) return null;
      const passages = [{ at: among(from, article.text.length), published }];
      return changeArticle(document, at % document.articles.length, { passages })?.edit ?? null;
    }),
  fc.record({ title: words, subtitle: fc.option(words, { nil: undefined }) }).map(
    (fields): Command =>
      (document) =>
        changeHead(document, fields),
  ),
);
