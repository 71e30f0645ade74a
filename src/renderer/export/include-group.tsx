// The options for what stands around the timeline of a figure.
import type { FigureParts } from '../../shared/figure/figure.ts';
import { choose } from './commands.ts';
import { exportSurroundings } from './surroundings.ts';
import { OptionGroup, type GroupProps } from './option-group.tsx';
import { Check } from '../parts/controls.tsx';

const PARTS: readonly (readonly [part: keyof FigureParts, label: string])[] = [
  ['title', 'Title'],
  ['legend', 'Legend'],
  ['sources', 'Sources'],
  ['credit', 'Credit'],
  ['note', 'Notes'],
];

/** Switches the parts around the timeline on and off, and the distance between two events that are compared. */
export function IncludeGroup({ choices: { parts, distance } }: GroupProps) {
  const compared = exportSurroundings()?.compared ?? null;
  return (
    <OptionGroup title="Include">
      <div class="checks">
        {PARTS.map(([part, label]) => (
          <Check
            key={part}
            label={label}
            checked={parts[part]}
            onChange={(checked) => {
              choose({ parts: { ...parts, [part]: checked } });
            }}
          />
        ))}
        {compared !== null && (
          <Check
            label="Distance"
            checked={distance}
            onChange={(checked) => {
              choose({ distance: checked });
            }}
          />
        )}
      </div>
    </OptionGroup>
  );
}
