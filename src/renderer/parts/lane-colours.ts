// Colours lanes as their document asks, by style rules that cover both themes and everything drawn of a lane.
import type { Lane } from '../../shared/document/document.ts';
import { laneColours, PALETTE, type Theme } from '../../shared/document/lane-colours.ts';
import { laneRowClass } from './lane-class.ts';

let sheet: CSSStyleSheet | undefined;

/** Applies the lane colours of the document on the page, and removes those of the one before. */
export function colourLanes(lanes: readonly Pick<Lane, 'colour'>[]): void {
  if (sheet === undefined) {
    if (lanes.every(({ colour }) => colour === undefined)) return;
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
  }
  sheet.replaceSync(laneRules(lanes));
}

/** The rules for lanes with their own colour; they come after those of style/tokens.css. */
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
    // The figure page resolves the root's tokens for print, and these with them.
    `:root { ${tokens.light.join(' ')} }`,
    `@media (prefers-color-scheme: dark) { :root { ${tokens.dark.join(' ')} } }`,
    ...rows,
  ].join('\n');
}
