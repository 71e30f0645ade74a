// The options for how a figure looks.
import { choose } from './commands.ts';
import { OptionGroup, type GroupProps } from './option-group.tsx';
import { Segments } from '../parts/controls.tsx';

/** Chooses theme and background. */
export function LookGroup({ choices }: GroupProps) {
  return (
    <OptionGroup title="Look">
      <Segments
        legend="Theme"
        value={choices.theme}
        choices={[
          ['window', 'Match window'],
          ['light', 'Light'],
          ['dark', 'Dark'],
        ]}
        onChoose={(theme) => {
          choose({ theme });
        }}
      />
      <Segments
        legend="Background"
        value={choices.transparent ? 'transparent' : 'own'}
        choices={[
          ['own', 'Solid'],
          ['transparent', 'Transparent'],
        ]}
        onChoose={(ground) => {
          choose({ transparent: ground === 'transparent' });
        }}
      />
    </OptionGroup>
  );
}
