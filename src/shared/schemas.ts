// The schemas of call arguments. They bring the validation library along, so main loads them with the first call.
import * as z from 'zod/mini';
import { LONGEST_FAULT, type Fault } from './figure/fault.ts';
import { IMPORTANCE, LONGEST_QUERY } from './figure/events.ts';
import type { Change } from './document/edit/change.ts';
import type { History, Step } from './document/edit/history.ts';
import { FIGURE_FORMATS, MOST_PIXELS } from './figure/figure.ts';
import { COLOUR_HINT, FONT_NAME_HINT, isFontName, isLaneColour, STYLE_LIMITS } from './figure/house-style.ts';
import { SCALES, SMALLEST_FIGURE } from './figure/sizes.ts';
import { TEXT_SIZES } from './figure/text-size.ts';
import { LONGEST_WORDS } from './figure/words.ts';
import { LONGEST_MENU_NAME } from './commands.ts';
import type { ComparedWith } from './document/compared-with.ts';
import { ANSWERS_SCHEMA, MAPPING_SCHEMA } from './formats/table/fields.ts';
import { isPanelLayout, type PanelLayout } from './panel.ts';

/** The check of one argument. */
export type Schema<Value> = z.ZodMiniType<Value>;

/** The last instant of `Date`, in milliseconds before and after 1970. */
const LAST_INSTANT = 8.64e15;

const instant = z.number().check(z.gte(-LAST_INSTANT), z.lte(LAST_INSTANT));

const timeWindow = z
  .strictObject({ start: instant, end: instant })
  .check(z.refine(({ start, end }) => start < end));

const wordsUpTo = (most: number) => z.optional(z.string().check(z.minLength(1), z.maxLength(most)));

const fontName = z.optional(z.string(FONT_NAME_HINT).check(z.refine(isFontName, FONT_NAME_HINT)));
const laneColour = z.string(COLOUR_HINT).check(z.refine(isLaneColour, COLOUR_HINT));
const tooMany = `A style has at most ${STYLE_LIMITS.colours} colours of a kind.`;

/** Its messages are for people who write a style by hand. */
const houseStyle = z.strictObject(
  {
    fonts: z.optional(
      z.strictObject({ titles: fontName, text: fontName }, 'Put “titles” and “text” in braces.'),
    ),
    colours: z.optional(
      z.strictObject(
        {
          order: z.optional(
            z
              .array(laneColour, 'List colours in brackets.')
              .check(z.maxLength(STYLE_LIMITS.colours, tooMany)),
          ),
          lanes: z.optional(
            z
              .record(z.string(), laneColour, 'Name lanes and their colours in braces.')
              .check(z.refine((lanes) => Object.keys(lanes).length <= STYLE_LIMITS.colours, tooMany)),
          ),
        },
        'Put “order” and “lanes” in braces.',
      ),
    ),
  },
  'Put “fonts” and “colours” in braces.',
);

const figureOptions = z.strictObject({
  content: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('view'), window: timeWindow }),
    z.strictObject({ kind: z.literal('whole') }),
    // The reader's own words: if they are no dates, main answers with a sentence instead of refusing the call.
    z.strictObject({ kind: z.literal('dates'), from: z.string(), to: z.string() }),
  ]),
  width: z.number().check(z.gte(SMALLEST_FIGURE.width), z.lte(MOST_PIXELS)),
  height: z.number().check(z.gte(SMALLEST_FIGURE.height), z.lte(MOST_PIXELS)),
  scale: z.number().check(z.gte(SCALES.least), z.lte(SCALES.most)),
  textSize: z.optional(z.enum(TEXT_SIZES)),
  theme: z.enum(['light', 'dark']),
  transparent: z.boolean(),
  parts: z.strictObject({
    title: z.boolean(),
    legend: z.boolean(),
    sources: z.boolean(),
    credit: z.boolean(),
    note: z.boolean(),
  }),
  lanes: z.optional(
    z.array(z.string()).check(
      z.minLength(1),
      z.refine((lanes) => new Set(lanes).size === lanes.length),
    ),
  ),
  events: z.optional(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('found'), query: z.string().check(z.maxLength(LONGEST_QUERY)) }),
      z.strictObject({ kind: z.literal('selected'), ids: z.array(z.string()).check(z.minLength(1)) }),
      z.strictObject({
        kind: z.literal('importance'),
        least: z.int().check(z.gte(IMPORTANCE.least), z.lte(IMPORTANCE.most)),
      }),
    ]),
  ),
  fold: z.optional(z.boolean()),
  compared: z.optional(z.tuple([z.string(), z.string()]).check(z.refine(([one, other]) => one !== other))),
  words: z.optional(
    z.strictObject({
      title: wordsUpTo(LONGEST_WORDS.title),
      subtitle: wordsUpTo(LONGEST_WORDS.subtitle),
      credit: wordsUpTo(LONGEST_WORDS.credit),
    }),
  ),
  style: z.optional(houseStyle),
});

const figureRequest = z.strictObject({ options: figureOptions, format: z.enum(FIGURE_FORMATS) });

/** A small figure on a display of many pixels asks for most, a large one for least. */
const previewScale = z.nullable(z.number().check(z.positive(), z.lte(SCALES.most)));

const panelLayout = z.custom<PanelLayout>(isPanelLayout);

const place = z.strictObject({
  window: timeWindow,
  selected: z.nullable(z.string()),
  compared: z.optional(z.string()),
});

const figureDrawing = z.strictObject({
  refused: z.nullable(z.string()),
  pages: z.int().check(z.nonnegative()),
  leftOut: z.nullable(z.string()),
  svg: z.array(z.string()),
  folds: z.int().check(z.nonnegative()),
  missingFont: z.optional(z.enum(['titles', 'text'])),
});

const fault: Schema<Fault> = z.strictObject({
  name: z.string().check(z.maxLength(LONGEST_FAULT.name)),
  message: z.string().check(z.maxLength(LONGEST_FAULT.message)),
  stack: z.string().check(z.maxLength(LONGEST_FAULT.stack)),
});

/** Main checks the records by the schema of the file before it applies the edit. */
const json = z.string();
const placedRecord = z.nullable(z.strictObject({ at: z.int().check(z.nonnegative()), json }));
const change = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('event'),
    id: z.string(),
    before: z.nullable(json),
    after: z.nullable(json),
  }),
  z.strictObject({ kind: z.literal('head'), before: json, after: json }),
  ...(['lane', 'article', 'note', 'proposal'] as const).map((kind) =>
    z.strictObject({ kind: z.literal(kind), before: placedRecord, after: placedRecord }),
  ),
]);

const changes: Schema<readonly Change[]> = z.array(change);

const edit = z.strictObject({
  name: z.string(),
  changes,
  merge: z.optional(z.string()),
  places: z.optional(z.strictObject({ before: place, after: place })),
});

const step: Schema<Step> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('edit'),
    edit,
    at: z.iso.datetime(),
    joins: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('undo') }),
  z.strictObject({ kind: z.literal('redo') }),
]);

const comparedWith: Schema<ComparedWith> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file') }),
  z.strictObject({ kind: z.literal('version'), id: z.string() }),
  z.strictObject({ kind: z.literal('left'), id: z.string() }),
]);

const importChoice = z.strictObject({ mapping: z.nullable(MAPPING_SCHEMA), assume: ANSWERS_SCHEMA });

/** Menus are not made for more. */
const menuName = z.nullable(z.string().check(z.maxLength(LONGEST_MENU_NAME)));

const entries = z.array(
  z.strictObject({ edit, state: z.int().check(z.nonnegative()), at: z.iso.datetime() }),
);

const history: Schema<History> = z.strictObject({
  past: entries,
  future: entries,
  states: z.int().check(z.nonnegative()),
  saved: z.nullable(z.int().check(z.nonnegative())),
});

/** The schemas by name. */
export const SCHEMAS = {
  text: z.string(),
  flag: z.boolean(),
  count: z.int().check(z.nonnegative()),
  figureOptions,
  figureRequest,
  previewScale,
  houseStyle,
  figureDrawing,
  fault,
  panelLayout,
  place,
  step,
  changes,
  history,
  comparedWith,
  importChoice,
  firstChoice: z.nullable(importChoice),
  importAnswer: z.nullable(z.extend(importChoice, { where: z.enum(['new', 'open']) })),
  menuState: z.strictObject({ undo: menuName, redo: menuName }),
  saveTarget: z.enum(['own', 'other', 'copy']),
} as const;

/** The schemas that a channel chooses from. */
export type Schemas = typeof SCHEMAS;
