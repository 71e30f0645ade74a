// The bar above the timeline: the title, the length of time in view, search, zoom and export.
import { useComputed } from '@preact/signals';
import {
  Copy,
  FolderOpen,
  ImageDown,
  type LucideIcon,
  PanelRightClose,
  PanelRightOpen,
  Plus,
  Table2,
  ZoomIn,
  ZoomOut,
} from 'lucide-preact';
import type { ButtonHTMLAttributes } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlacedDocument } from '../../shared/document/document.ts';
import { changeHead } from '../../shared/document/edit/head.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { isolate } from '../../shared/isolate.ts';
import { edit } from '../document/edit.ts';
import type { Command } from '../../shared/commands.ts';
import { PRESETS, type PresetName } from '../../shared/dates/window.ts';
import { eventsInWords } from '../../shared/document/event-label.ts';
import { withKeys } from '../../shared/shortcuts.ts';
import { windowInWords } from '../../shared/dates/words.ts';
import { grouped } from '../../shared/in-words.ts';
import { panelIsShown, panelIsThere } from '../view/panel.ts';
import { type View, stage } from '../view/view.ts';
import { isMac } from '../parts/platform.ts';
import { run } from './commands.ts';
import { FindField } from '../find/find-field.tsx';

const PRESET_NAMES: readonly { readonly name: PresetName; readonly label: string }[] = [
  { name: 'year', label: 'Year' },
  { name: 'month', label: 'Month' },
  { name: 'week', label: 'Week' },
  { name: 'day', label: 'Day' },
];

/** Title and extent on the left, search, zoom and export on the right. */
export function Toolbar({ view }: { readonly view: View }) {
  // Not the document itself: no button changes at an edit.
  const isBlank = useComputed(() => view.opened.document.events.count === 0).value;
  // Without dates there is nothing to move through.
  const isTimeless = useComputed(() => view.opened.document.events.dated === 0).value;
  const pressed = useComputed(() => pressedPreset(view));
  return (
    <header class="toolbar">
      <Tool command="open-document" class="button" name="Open document" icon={FolderOpen} />
      <Tool command="add-event" class="button add-button" title="Add event" icon={Plus}>
        <span>Add event</span>
      </Tool>
      <Title view={view} />
      <FindField />
      <div class="segments" role="group" aria-label="Zoom to">
        <Tool
          command="show-all"
          title="Show all events"
          aria-pressed={pressed.value === 'all' && !isTimeless}
          disabled={isTimeless}
        >
          All
        </Tool>
        {PRESET_NAMES.map(({ name, label }) => (
          <Tool
            key={name}
            command={`show-${name}`}
            title={`Show a ${name}`}
            aria-pressed={pressed.value === name && !isTimeless}
            disabled={isTimeless}
          >
            {label}
          </Tool>
        ))}
      </div>
      <div class="segments" role="group" aria-label="Zoom">
        <Tool command="zoom-out" name="Zoom out" icon={ZoomOut} disabled={isTimeless} />
        <Tool command="zoom-in" name="Zoom in" icon={ZoomIn} disabled={isTimeless} />
      </div>
      <Tool command="copy-figure" class="button copy-button" name="Copy view as image" icon={Copy} />
      <Tool
        command="export-figure"
        class="button primary"
        title="Export figure"
        icon={ImageDown}
        aria-haspopup="dialog"
      >
        Export
      </Tool>
      <ListButton disabled={isBlank} />
      <PanelButton />
    </header>
  );
}

/** What the timeline is called, and how much it holds. */
function Title({ view }: { readonly view: View }) {
  const { document } = view.opened;
  const { subtitle = '' } = document;
  const { extent, count: shownCount } = view.model;
  const { count } = document.events;
  return (
    <div class="toolbar-title">
      <h1 dir="auto">
        <ClickedWords
          label="Title of the timeline"
          value={document.title}
          keep={(title) => {
            if (title !== '') edit(changeHead(document, { title }));
          }}
        />
      </h1>
      <p>
        {subtitle !== '' && <Subtitle document={document} value={subtitle} />}
        <span>
          {subtitle === '' ? '' : ' · '}
          {shownCount === count ? '' : `${grouped(shownCount)} of `}
          {eventsInWords(count)}
          {extent === null ? '' : ` · ${windowInWords(extent)}`}
        </span>
        {subtitle === '' && <Subtitle document={document} value="" />}
      </p>
    </div>
  );
}

/** The second line of figures; where there is none, a way to one that shows under the pointer or the focus. */
function Subtitle({ document, value }: { readonly document: PlacedDocument; readonly value: string }) {
  return (
    <ClickedWords
      name={value === '' ? 'subtitle none' : 'subtitle'}
      label="Subtitle of the timeline"
      value={value}
      none="Add subtitle"
      keep={(subtitle) => {
        edit(changeHead(document, { subtitle: subtitle === '' ? undefined : subtitle }));
      }}
    />
  );
}

interface ClickedWordsProps {
  /** Their class, besides `title-button`. */
  readonly name?: string;
  /** What the field is called. */
  readonly label: string;
  readonly value: string;
  /** What stands there while there are none. */
  readonly none?: string;
  readonly keep: (words: string) => void;
}

/** Words that a click turns into a field. */
function ClickedWords({ name = '', label, value, none = '', keep }: ClickedWordsProps) {
  const [isEdited, setEdited] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    field.current?.select();
  }, [isEdited]);
  if (!isEdited) {
    return (
      <button
        ref={button}
        type="button"
        class={`title-button ${name}`}
        dir="auto"
        title={value === '' ? none : `${isolate(value)} (click to change)`}
        onClick={() => {
          setEdited(true);
        }}
      >
        {value === '' ? none : value}
      </button>
    );
  }
  return (
    <input
      ref={field}
      type="text"
      class={`title-field ${name}`}
      aria-label={label}
      defaultValue={value}
      maxLength={LIMITS.line}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.value = value;
        if (event.key === 'Escape' || event.key === 'Enter') {
          event.stopPropagation();
          // Otherwise the key would press the button that takes the focus.
          event.preventDefault();
          event.currentTarget.blur();
          queueMicrotask(() => button.current?.focus());
        }
      }}
      onBlur={({ currentTarget }) => {
        keep(currentTarget.value.trim());
        setEdited(false);
      }}
    />
  );
}

interface ToolProps extends ButtonHTMLAttributes {
  readonly command: Command;
  /** The button's name for screen readers if it has no text. */
  readonly name?: string;
  /** The tooltip's text before the command's keys; defaults to the name. */
  readonly title?: string;
  readonly icon?: LucideIcon;
}

/** A button that carries out a command. */
function Tool({ command, name, title = name, icon: Icon, children, ...attributes }: ToolProps) {
  return (
    <button
      type="button"
      {...attributes}
      title={withKeys(title ?? '', command, isMac)}
      {...(name !== undefined && { 'aria-label': name })}
      onClick={() => {
        run(command);
      }}
    >
      {Icon !== undefined && <Icon size={17} aria-hidden="true" />}
      {children}
    </button>
  );
}

function ListButton({ disabled }: { readonly disabled: boolean }) {
  const isList = stage.value === 'list';
  return (
    <Tool
      command="toggle-list"
      class="button"
      name="List"
      title={isList ? 'Show timeline' : 'Show list'}
      icon={Table2}
      aria-pressed={isList && !disabled}
      disabled={disabled}
    />
  );
}

function PanelButton() {
  const folded = !panelIsShown.value;
  return (
    <Tool
      command="toggle-panel"
      class="button"
      name="Panel"
      title={folded ? 'Show panel' : 'Hide panel'}
      icon={folded ? PanelRightOpen : PanelRightClose}
      aria-expanded={!folded}
      disabled={!panelIsThere.value}
    />
  );
}

/** How far a window may differ from a preset and still count as it, as a share of its length. */
const TOLERANCE = 0.001;

/** The button that matches the window: its length, or all events. */
function pressedPreset({ window, all }: View): PresetName | 'all' | null {
  const { start, end } = window.current.value;
  const length = end - start;
  const apart = Math.max(Math.abs(start - all.start), Math.abs(end - all.end));
  if (apart <= length * TOLERANCE) return 'all';
  return PRESET_NAMES.find(({ name }) => Math.abs(length / PRESETS[name] - 1) < TOLERANCE)?.name ?? null;
}
