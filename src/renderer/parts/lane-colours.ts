// Gives lanes the colours that their document names, as rules of a style sheet: in both themes, and for all that is drawn.
import type { Lane } from '../../shared/document/document.ts';
import { laneColours, PALETTE, type Theme } from '../../shared/document/lane-colours.ts';
import { laneRowClass } from './lane-class.ts';

let sheet: CSSStyleSheet | undefined;

/** Gives the lanes of the document on the page their colours; those of the document before go. */
export function colourLanes(lanes: readonly Pick<Lane, 'colour'>[]): void {
  if (sheet === undefined) {
    if (lanes.every(({ colour }) => colour === undefined)) return;
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
  }
  sheet.replaceSync(laneRules(lanes));
}

/** The rules for the lanes that have a colour of their own; behind those of style/tokens.css. */
export function laneRules(lanes: readonly Pick<Lane, 'colour'>[]): string {
  const tokens: Record<Theme, string[]> = { light: [], dark: [] };
  const rows = lanes.flatMap(({ colour }, row) => {
    if (colour === undefined) return [];
    const named = PALETTE.findIndex((name) => name === colour);
    const token = named < 0 ? `--${laneRowClass(row)}` : `--lane-${named}`;
    if (named < 0) {
      for (const theme of ['light', 'dark'] as const) {
        const { edge, fill } = laneColours(colour, theme);
        tokens[theme].push(`${token}-edge: ${edge}; ${token}-fill: ${fill};`);
      }
    }
    return [`:where(.${laneRowClass(row)}) { --edge: var(${token}-edge); --fill: var(${token}-fill); }`];
  });
  return [
    // The figure page fixes the tokens of the root for print, and so these with them.
    `:root { ${tokens.light.join(' ')} }`,
    `@media (prefers-color-scheme: dark) { :root { ${tokens.dark.join(' ')} } }`,
    ...rows,
  ].join('\n');
}
