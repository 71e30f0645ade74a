// The style rules that colour lanes as their document asks.
import { expect, test } from 'vitest';
import { laneColours } from '../../shared/document/lane-colours.ts';
import { laneRules } from './lane-colours.ts';

test('a lane has its colour by row, by name from the palette or computed for both themes; others have no rule', () => {
  const [light, dark] = [laneColours('#ffcc00', 'light'), laneColours('#ffcc00', 'dark')];
  expect(laneRules([{}, { colour: 'teal' }, { colour: '#ffcc00' }]).split('\n')).toEqual([
    `:root { --lane-row-2-edge: ${light.edge}; --lane-row-2-fill: ${light.fill}; }`,
    `@media (prefers-color-scheme: dark) { :root { --lane-row-2-edge: ${dark.edge}; --lane-row-2-fill: ${dark.fill}; } }`,
    ':where(.lane-row-1) { --edge: var(--lane-2-edge); --fill: var(--lane-2-fill); }',
    ':where(.lane-row-2) { --edge: var(--lane-row-2-edge); --fill: var(--lane-row-2-fill); }',
  ]);
});
