// The options for how large a figure is, and the text in it.
import { FIGURE_SIZES } from '../../shared/figure/sizes.ts';
import { TEXT_SIZES } from '../../shared/figure/text-size.ts';
import { choose, chooseFigure } from './commands.ts';
import { OWN_SIZE, textSizeFor, UNITS, WINDOW_SIZE, withSize, withUnit, type Choices } from './choices.ts';
import { ErrorOf, errorIdOf, OptionGroup, type FieldError, type GroupProps } from './option-group.tsx';
import { Segments, Select, TextField } from '../parts/controls.tsx';

/** Chooses a size by its name, or as written. */
export function SizeGroup({ choices, error }: GroupProps) {
  const { format, size, unit } = choices;
  const ownSize = size === OWN_SIZE;
  const hasResolution = format === 'png' && (ownSize || size === WINDOW_SIZE);
  return (
    <OptionGroup title="Size">
      <Select
        label="Size"
        value={size}
        choices={[
          ...FIGURE_SIZES.map(({ name, label }) => [name, label] as const),
          [WINDOW_SIZE, 'Match window'],
          [OWN_SIZE, 'Custom…'],
        ]}
        onChoose={(chosen) => {
          chooseFigure((all, surroundings) => withSize(all, chosen, surroundings));
        }}
      />
      {(ownSize || hasResolution) && (
        <div class="fields">
          {ownSize && <OwnSize choices={choices} error={error} />}
          {hasResolution && (
            <TextField
              label={unit === 'px' ? 'Scale' : 'dpi'}
              numeric
              value={choices.resolution}
              errorId={errorIdOf(error, 'resolution', 'size')}
              onInput={(resolution) => {
                choose({ resolution });
              }}
            />
          )}
        </div>
      )}
      <ErrorOf error={error} of={['size', 'resolution']} />
      <Segments
        legend="Text size"
        value={choices.textSize}
        choices={[
          ['auto', `Auto (${textSizeFor(size)})`],
          ...TEXT_SIZES.map((name) => [name, name] as const),
        ]}
        onChoose={(textSize) => {
          choose({ textSize });
        }}
      />
    </OptionGroup>
  );
}

function OwnSize({
  choices: { width, height, unit },
  error,
}: {
  readonly choices: Choices;
  readonly error: FieldError | null;
}) {
  return (
    <>
      <TextField
        label="Width"
        numeric
        value={width}
        errorId={errorIdOf(error, 'size')}
        onInput={(typed) => {
          choose({ width: typed });
        }}
      />
      <TextField
        label="Height"
        numeric
        value={height}
        errorId={errorIdOf(error, 'size')}
        onInput={(typed) => {
          choose({ height: typed });
        }}
      />
      <label class="field field-unit">
        <span>Unit</span>
        <Select
          value={unit}
          choices={UNITS.map((name) => [name, name] as const)}
          onChoose={(chosen) => {
            chooseFigure((all) => withUnit(all, UNITS.find((name) => name === chosen) ?? unit));
          }}
        />
      </label>
    </>
  );
}
