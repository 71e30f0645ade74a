// The options for how a figure looks.
import { choose } from './commands.ts';
import { HouseStyleFields } from './house-style-fields.tsx';
import { OptionGroup, type GroupProps } from './option-group.tsx';
import { Segments } from '../parts/controls.tsx';

/** Chooses theme, background and style. */
export function LookGroup(props: GroupProps) {
  const { choices } = props;
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
      <Segments
        legend="Style"
        value={choices.style}
        choices={[
          ['default', 'Default'],
          ['house', 'House style'],
        ]}
        onChoose={(style) => {
          choose({ style });
        }}
      />
      {choices.style === 'house' && <HouseStyleFields {...props} />}
    </OptionGroup>
  );
}
