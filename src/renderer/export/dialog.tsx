// The export dialog: the choices on one side, the figure on the other.
import { isolate } from '../../shared/isolate.ts';
import { ChevronDown, Copy, ImageDown } from 'lucide-preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { FigureParts } from '../../shared/figure/figure.ts';
import { FIGURE_SIZES } from '../../shared/figure/sizes.ts';
import { waitingDocuments } from '../document/commands.ts';
import {
  type ExportDialog as Dialog,
  cancelFigure,
  chooseFigure,
  closeExport,
  copyChosen,
  exportChosen,
  exportDialog,
} from './commands.ts';
import {
  fieldOf,
  OWN_SIZE,
  UNITS,
  WINDOW_SIZE,
  withContent,
  withSize,
  withUnit,
  type Choices,
  type Field,
} from './choices.ts';
import { Check, Segments, TextField } from '../parts/controls.tsx';
import { Preview } from './preview.tsx';

const PARTS: readonly (readonly [part: keyof FigureParts, label: string])[] = [
  ['title', 'Title'],
  ['legend', 'Legend'],
  ['sources', 'Sources'],
  ['credit', 'Credit'],
  ['note', 'Notes'],
];

const WORK = { export: 'Exporting figure…', copy: 'Copying image…' } as const;

/** Empty while it is closed. */
export function ExportDialog() {
  const dialog = exportDialog.value;
  return dialog === null ? null : <OpenDialog dialog={dialog} />;
}

function OpenDialog({ dialog }: { readonly dialog: Dialog }) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const error = useId();
  useLayoutEffect(() => {
    const { current } = element;
    current?.showModal();
    // Closing returns the focus to its old place.
    return () => current?.close();
  }, []);

  const { problem, work, failure } = dialog;
  const field = problem === null ? null : fieldOf(problem);
  const refused = field !== null || work !== null;
  return (
    <dialog
      ref={element}
      class="export-dialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        // Escape cancels running work first.
        if (work === null) return;
        event.preventDefault();
        cancelFigure();
      }}
      onClose={({ currentTarget }) => {
        if (currentTarget.isConnected) closeExport();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!refused) void exportChosen();
        }}
      >
        <h2 id={heading}>Export figure</h2>
        <fieldset class="export-options" disabled={work !== null} aria-label="Options">
          <Options
            choices={dialog.choices}
            field={field}
            error={problem === null || field === null ? null : { id: error, text: problem.message }}
          />
        </fieldset>
        <Preview dialog={dialog} />
        <footer>
          <div class="export-state">
            {work !== null && (
              <label role="status">
                <progress />
                {WORK[work]}
              </label>
            )}
            {waitingDocuments.value.length > 0 && (
              <p role="status" dir="auto">
                {waitingDocuments.value.map((name) => `“${isolate(name)}”`).join(', ')} will open when you
                close this dialog.
              </p>
            )}
            {failure !== null && (
              <p class="error" role="alert">
                {[failure.message, ...failure.details].join(' ')}
              </p>
            )}
          </div>
          <button type="button" class="button" onClick={work === null ? closeExport : cancelFigure}>
            Cancel
          </button>
          <button type="button" class="button" disabled={refused} onClick={() => void copyChosen()}>
            <Copy size={17} aria-hidden="true" />
            Copy
          </button>
          <button
            type="submit"
            class="button primary"
            disabled={refused}
            aria-describedby={field === null ? undefined : error}
          >
            <ImageDown size={17} aria-hidden="true" />
            Export
          </button>
        </footer>
      </form>
    </dialog>
  );
}

function Options({
  choices,
  field,
  error,
}: {
  readonly choices: Choices;
  /** The field with the error. */
  readonly field: Field | null;
  readonly error: { readonly id: string; readonly text: string } | null;
}) {
  const { format, content, size, unit, parts } = choices;
  const errorOf = (of: Field) => (field === of && error !== null ? error.id : null);
  const sentence = error !== null && (
    <p class="error" id={error.id} role="alert">
      {error.text}
    </p>
  );
  const ownSize = size === OWN_SIZE;
  const hasResolution = format === 'png' && (ownSize || size === WINDOW_SIZE);
  return (
    <>
      <Segments
        legend="Format"
        value={format}
        choices={[
          ['png', 'PNG'],
          ['svg', 'SVG'],
          ['pdf', 'PDF'],
        ]}
        onChoose={(chosen) => {
          choose({ format: chosen });
        }}
      />
      <Segments
        legend="Content"
        value={content}
        choices={[
          ['view', 'View'],
          ['whole', 'Whole timeline'],
          ['dates', 'Date range'],
        ]}
        onChoose={(chosen) => {
          chooseFigure((all, surroundings) => withContent(all, chosen, surroundings));
        }}
      />
      {content === 'dates' && (
        <fieldset class="fields">
          <legend class="visually-hidden">Date range in EDTF</legend>
          <TextField
            label="From"
            value={choices.from}
            errorId={errorOf('from') ?? errorOf('dates')}
            onInput={(from) => {
              choose({ from });
            }}
          />
          <TextField
            label="To"
            value={choices.to}
            errorId={errorOf('to') ?? errorOf('dates')}
            onInput={(to) => {
              choose({ to });
            }}
          />
          {(field === 'from' || field === 'to' || field === 'dates') && sentence}
        </fieldset>
      )}
      <fieldset>
        <legend>Size</legend>
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
            {ownSize && (
              <>
                <TextField
                  label="Width"
                  numeric
                  value={choices.width}
                  errorId={errorOf('size')}
                  onInput={(width) => {
                    choose({ width });
                  }}
                />
                <TextField
                  label="Height"
                  numeric
                  value={choices.height}
                  errorId={errorOf('size')}
                  onInput={(height) => {
                    choose({ height });
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
            )}
            {hasResolution && (
              <TextField
                label={unit === 'px' ? 'Scale' : 'dpi'}
                numeric
                value={choices.resolution}
                errorId={errorOf('resolution') ?? errorOf('size')}
                onInput={(resolution) => {
                  choose({ resolution });
                }}
              />
            )}
          </div>
        )}
        {(field === 'size' || field === 'resolution') && sentence}
      </fieldset>
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
      <fieldset>
        <legend>Include</legend>
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
        </div>
      </fieldset>
    </>
  );
}

/** @param label its name, if no label surrounds it. */
function Select({
  label,
  value,
  choices,
  onChoose,
}: {
  readonly label?: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, label: string])[];
  readonly onChoose: (value: string) => void;
}) {
  return (
    <span class="select">
      <select
        aria-label={label}
        value={value}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.value);
        }}
      >
        {choices.map(([choice, text]) => (
          <option key={choice} value={choice}>
            {text}
          </option>
        ))}
      </select>
      <ChevronDown size={15} aria-hidden="true" />
    </span>
  );
}

function choose(part: Partial<Choices>): void {
  chooseFigure((choices) => ({ ...choices, ...part }));
}
