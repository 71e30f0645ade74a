// The fields that edit the house style: fonts by name, and colours of lanes.
import { useEffect, useState } from 'preact/hooks';
import { api } from '../api.ts';
import { chooseFigure } from './commands.ts';
import { houseStyleOf, type HouseChoices } from './house-choices.ts';
import { ErrorOf, errorIdOf, type GroupProps } from './option-group.tsx';
import { TextArea, TextField } from '../parts/controls.tsx';

/** The fonts of a style, their labels, and the fields that a failure names. */
const FONTS = [
  ['titles', 'Title font', 'titlesFont'],
  ['text', 'Text font', 'textFont'],
] as const;

/** Folded away once there is a style without a fault. */
export function HouseStyleFields({ choices: { house }, error }: GroupProps) {
  const fonts = useInstalledFonts();
  const isFaulty = errorIdOf(error, 'titlesFont', 'textFont', 'colours') !== null;
  const [isOpen, setOpen] = useState(() => {
    const style = houseStyleOf(house);
    return !style.ok || (style.value.fonts === undefined && style.value.colours === undefined);
  });
  return (
    <details
      class="house-style"
      open={isOpen || isFaulty}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>Edit house style</summary>
      <div class="fields">
        {FONTS.map(([name, label, field]) => (
          <TextField
            key={name}
            label={label}
            value={house[name]}
            placeholder="Inter"
            suggestions={fonts}
            errorId={errorIdOf(error, field)}
            onInput={(font) => {
              chooseHouse({ [name]: font });
            }}
          />
        ))}
      </div>
      <ErrorOf error={error} of={['titlesFont', 'textFont']} />
      <TextArea
        label="Lane colours, one a line"
        value={house.colours}
        placeholder={'#0b3d91\nLane name: #8a2459'}
        errorId={errorIdOf(error, 'colours')}
        onInput={(colours) => {
          chooseHouse({ colours });
        }}
      />
      <ErrorOf error={error} of={['colours']} />
    </details>
  );
}

function chooseHouse(part: Partial<HouseChoices>): void {
  chooseFigure((choices) => ({ ...choices, house: { ...choices.house, ...part } }));
}

/** The names of the system's fonts, once they are known. */
function useInstalledFonts(): readonly string[] {
  const [fonts, setFonts] = useState<readonly string[]>([]);
  useEffect(() => {
    void api.installedFonts().then(setFonts);
  }, []);
  return fonts;
}
