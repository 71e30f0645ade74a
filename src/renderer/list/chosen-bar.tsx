// The bar over the chosen rows of the list: how many they are, and what can be done with all of them at once.
import { Copy, Trash2, X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Lane } from '../../shared/document/document.ts';
import {
  CONFIDENCES,
  READ_KINDS,
  USUAL_IMPORTANCE,
  type Confidence,
  type ReadDating,
} from '../../shared/document/event.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { grouped } from '../../shared/in-words.ts';
import { Segments, Select, TextArea, TextField } from '../parts/controls.tsx';
import { changeChosen, type ChosenValue, type TagChange } from './changing.ts';
import { CONFIDENCE, DATING } from './columns.ts';
import './chosen-bar.css';

interface ChosenBarProps {
  readonly rows: readonly number[];
  readonly lanes: readonly Lane[];
  /** Called once something was done to the rows. */
  readonly done: () => void;
  readonly duplicate: () => void;
  readonly remove: () => void;
  /** Chooses nothing any more. */
  readonly clear: () => void;
}

/** A toolbar by the pattern of https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/, with a small form for each value. */
export function ChosenBar({ rows, lanes, done, duplicate, remove, clear }: ChosenBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const give = (value: ChosenValue): string | null => {
    const why = changeChosen(rows, value);
    if (why === null) done();
    return why;
  };
  return (
    <div
      ref={bar}
      class="chosen-bar"
      role="toolbar"
      aria-label="Chosen events"
      onKeyDown={(event) => {
        const { target } = event;
        // What is typed into a form is for the form.
        if (event.defaultPrevented || !(target instanceof HTMLElement) || target.closest('form') !== null)
          return;
        if (event.key === 'Escape') {
          event.preventDefault();
          clear();
          return;
        }
        if (event.key === 'Delete') {
          event.preventDefault();
          remove();
          return;
        }

        const buttons = [
          ...(bar.current?.querySelectorAll<HTMLElement>(':scope > button, :scope > div > button') ?? []),
        ];
        const at = buttons.indexOf(target);
        const to: Readonly<Record<string, number>> = {
          ArrowLeft: (at - 1 + buttons.length) % buttons.length,
          ArrowRight: (at + 1) % buttons.length,
          Home: 0,
          End: buttons.length - 1,
        };
        const next = to[event.key];
        if (next === undefined) return;
        event.preventDefault();
        buttons[next]?.focus();
      }}
    >
      <span class="chosen-count">{grouped(rows.length)} selected</span>
      <Lanes lanes={lanes} give={give} />
      <Tags give={give} />
      <Place give={give} />
      <Importance give={give} />
      <HowDated give={give} />
      <button type="button" class="button" title="Duplicate (Ctrl+D)" onClick={duplicate}>
        <Copy size={15} aria-hidden="true" /> Duplicate
      </button>
      <button type="button" class="button" title="Delete (Delete)" onClick={remove}>
        <Trash2 size={15} aria-hidden="true" /> Delete
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Clear selection"
        title="Clear selection (Esc)"
        onClick={clear}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </div>
  );
}

type Give = (value: ChosenValue) => string | null;

/** A button that opens a form above it. @param apply gives the value; returns why it cannot, or `null`. */
function Form({
  label,
  apply,
  children,
}: {
  label: string;
  apply: () => string | null;
  children: (problemId: string | null) => ComponentChildren;
}) {
  const id = useId();
  const anchor = `--chosen-${id.replace(/\W/g, '')}`;
  const form = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    // The fields are drawn with this.
    if (isOpen) form.current?.querySelector<HTMLElement>(FIRST_FIELD)?.focus();
  }, [isOpen]);
  const close = (): void => {
    form.current?.hidePopover();
    button.current?.focus();
  };
  return (
    <div
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.preventDefault();
        close();
      }}
    >
      <button
        ref={button}
        type="button"
        class="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        style={{ anchorName: anchor }}
        onPointerDown={(event) => {
          if (isOpen) event.preventDefault();
        }}
        onClick={() => {
          if (isOpen) close();
          else form.current?.showPopover();
        }}
      >
        {label}
      </button>
      <div
        ref={form}
        popover="auto"
        role="dialog"
        aria-label={label}
        class="chosen-form"
        style={{ positionAnchor: anchor }}
        onToggle={(event) => {
          setOpen(event.newState === 'open');
          setProblem(null);
        }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const why = apply();
            setProblem(why);
            if (why === null) form.current?.hidePopover();
          }}
        >
          {isOpen && (
            <>
              {children(problem === null ? null : `${id}-problem`)}
              {problem !== null && (
                <p id={`${id}-problem`} class="cell-problem" role="alert">
                  {problem}
                </p>
              )}
              <button type="submit" class="button primary">
                Apply
              </button>
            </>
          )}
        </form>
      </div>
    </div>
  );
}

const FIRST_FIELD = 'input:checked, input:not([type=radio]), select';

function Lanes({ lanes, give }: { lanes: readonly Lane[]; give: Give }) {
  const [title, setTitle] = useState('');
  return (
    <Form label="Lane" apply={() => give({ kind: 'lane', title })}>
      {(problemId) => (
        <TextField
          label="Move to lane"
          value={title}
          errorId={problemId}
          direction="auto"
          placeholder="A lane, or the name of a new one"
          suggestions={lanes.map((lane) => lane.title)}
          onInput={setTitle}
        />
      )}
    </Form>
  );
}

const TAG_CHANGES: readonly (readonly [TagChange, string])[] = [
  ['add', 'Add'],
  ['remove', 'Remove'],
  ['replace', 'Replace all'],
];

function Tags({ give }: { give: Give }) {
  const [text, setText] = useState('');
  const [change, setChange] = useState<TagChange>('add');
  return (
    <Form label="Tags" apply={() => give({ kind: 'tags', text, change })}>
      {(problemId) => (
        <>
          <TextField
            label="Tags"
            value={text}
            errorId={problemId}
            direction="auto"
            placeholder="Separated by commas"
            onInput={setText}
          />
          <Segments legend="What to do" titled value={change} choices={TAG_CHANGES} onChoose={setChange} />
        </>
      )}
    </Form>
  );
}

function Place({ give }: { give: Give }) {
  const [text, setText] = useState('');
  return (
    <Form label="Place" apply={() => give({ kind: 'place', text })}>
      {(problemId) => (
        <TextField
          label="Place"
          value={text}
          errorId={problemId}
          direction="auto"
          placeholder="Empty: no place"
          onInput={setText}
        />
      )}
    </Form>
  );
}

const IMPORTANCES = ['1', '2', '3', '4', '5'].map((value) => [value, value] as const);

function Importance({ give }: { give: Give }) {
  const [importance, setImportance] = useState(String(USUAL_IMPORTANCE));
  return (
    <Form label="Importance" apply={() => give({ kind: 'importance', importance: Number(importance) })}>
      {() => (
        <Segments legend="Importance" value={importance} choices={IMPORTANCES} onChoose={setImportance} />
      )}
    </Form>
  );
}

const NOT_SAID = 'none';
const KINDS = [
  [NOT_SAID, 'Not said'],
  ['stated', `${DATING.stated} in the article`],
  ['derived', `${DATING.derived} from the article`],
  ['external', DATING.external],
] as const;

function HowDated({ give }: { give: Give }) {
  const [kind, setKind] = useState<ReadDating['kind'] | null>('stated');
  const [confidence, setConfidence] = useState<Confidence>('high');
  const [explanation, setExplanation] = useState('');
  const apply = (): string | null =>
    give({
      kind: 'dating',
      dating:
        kind === null ? null : { kind, confidence, explanation: explanation.trim().slice(0, LIMITS.passage) },
    });
  return (
    <Form label="How it is dated" apply={apply}>
      {(problemId) => (
        <>
          <Select
            label="Kind of dating"
            value={kind ?? NOT_SAID}
            choices={KINDS}
            onChoose={(value) => {
              setKind(READ_KINDS.find((one) => one === value) ?? null);
            }}
          />
          {kind !== null && (
            <>
              <Select
                label="Confidence"
                value={confidence}
                choices={CONFIDENCES.map((one) => [one, `Confidence: ${CONFIDENCE[one].toLowerCase()}`])}
                onChoose={(value) => {
                  setConfidence(CONFIDENCES.find((one) => one === value) ?? 'high');
                }}
              />
              <TextArea
                label="Explanation"
                value={explanation}
                placeholder="What the article says, what follows from it, who else says so"
                errorId={problemId}
                onInput={setExplanation}
              />
            </>
          )}
        </>
      )}
    </Form>
  );
}
