// Says what of a figure had no room, and why one cannot be drawn at its size. Pure.
import { capitalised } from '../../shared/capitalised.ts';
import { counted } from '../../shared/dates/distance.ts';
import { eventsInWords } from '../../shared/document/event-label.ts';
import { enumerated, grouped } from '../../shared/in-words.ts';
import type { FigureOptions } from '../../shared/figure/figure.ts';
import { textFactor } from '../../shared/figure/text-size.ts';
import type { FigureNeeds, FigurePlan, ListName } from './plan.ts';

const COUNTED: Readonly<Record<ListName, (count: number) => string>> = {
  sources: (count) => counted(count, 'source'),
  notes: (count) => counted(count, 'note'),
  undated: (count) => `${eventsInWords(count)} without a date`,
};

/**
 * In words what has no room on a figure, or goes on to further pages; `null` where the first page holds everything.
 * @param outside how many events lie beyond the longest time that a figure covers, and whether long empty spans are folded
 */
export function leftOutInWords(
  needs: FigureNeeds,
  plan: FigurePlan,
  outside: { readonly count: number; readonly fold: boolean } = { count: 0, fold: false },
): string | null {
  const lists = needs.lists.flatMap(({ name, items, beyond }) => {
    const all = items.length + beyond;
    const left = plan.lists.find((list) => list.name === name)?.left ?? all;
    return left === 0
      ? []
      : [left === all ? `all ${COUNTED[name](all)}` : `${grouped(left)} of ${COUNTED[name](all)}`];
  });
  const parts = [
    ...(needs.legend > 0 && !plan.legend ? ['the legend'] : []),
    ...(needs.hasPages ? [] : lists),
    ...(needs.credit > 0 && !plan.credit ? ['the credit'] : []),
  ];
  const sentences = [
    ...(outside.count === 0
      ? []
      : [
          `Beyond the 20,000 years that a figure covers: ${eventsInWords(outside.count)}.`,
          ...(outside.fold
            ? []
            : [`Fold long empty spans to draw ${outside.count === 1 ? 'it' : 'them'}, too.`]),
        ]),
    ...(parts.length === 0 ? [] : [`Left out for want of room: ${parts.join(', ')}.`]),
    ...(needs.hasPages && lists.length > 0 ? [`On ${furtherPages(plan)}: ${lists.join(', ')}.`] : []),
  ];
  return sentences.length === 0 ? null : sentences.join(' ');
}

function furtherPages({ pages }: FigurePlan): string {
  return pages.length === 1 ? 'a further page' : `${grouped(pages.length)} further pages`;
}

/**
 * Says that a figure cannot hold its header and its lanes.
 * @param least the height that they need, CSS pixels of the page
 */
export function crowdedInWords(
  options: Pick<FigureOptions, 'textSize'>,
  least: number,
  { header, lanes }: Pick<FigureNeeds, 'header' | 'lanes'>,
): string {
  const { textSize = 'S' } = options;
  const what = `${header > 0 ? 'The title and ' : ''}${lanes === 1 ? 'one lane' : `${lanes} lanes`}`;
  const advice = [
    'Choose a taller figure',
    ...(textSize === 'S' ? [] : ['smaller text']),
    ...(lanes > 1 ? ['fewer lanes'] : []),
    ...(header > 0 ? ['no title'] : []),
  ];
  return `${capitalised(what)} need${lanes === 1 && header === 0 ? 's' : ''} a height of ${lengthInWords(least * textFactor(options))} at text size ${textSize}. ${enumerated(advice, 'or')}.`;
}

/**
 * Says that a figure is too narrow for its text.
 * @param least CSS pixels of the page
 */
export function narrowInWords(options: Pick<FigureOptions, 'textSize'>, least: number): string {
  const { textSize = 'S' } = options;
  return `At text size ${textSize} a figure needs a width of ${lengthInWords(least * textFactor(options))}. Choose a wider figure${textSize === 'S' ? '' : ' or smaller text'}.`;
}

function lengthInWords(pixels: number): string {
  const whole = Math.ceil(pixels);
  return `${grouped(whole)} pixels (${Math.ceil((whole / 96) * 25.4)} mm)`;
}
