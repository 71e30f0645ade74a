// The bar above the timeline: what is open, how much time is shown, and the way out as a picture.
import { useComputed } from '@preact/signals';
import {
  Copy,
  FolderOpen,
  ImageDown,
  PanelRightClose,
  PanelRightOpen,
  Table2,
  ZoomIn,
  ZoomOut,
} from 'lucide-preact';
import { PRESETS, type PresetName } from '../../shared/dates/window.ts';
import { isEmpty } from '../../shared/document/document.ts';
import { withKeys } from '../../shared/shortcuts.ts';
import { windowInWords } from '../../shared/dates/words.ts';
import { chooseDocument } from '../document/commands.ts';
import { copyFigure, openExport } from '../export/commands.ts';
import { toggleList } from '../list/commands.ts';
import { showAll, showPreset, zoomIn, zoomOut } from '../view/moving.ts';
import { panelIsShown, panelIsThere, togglePanel } from '../view/panel.ts';
import { type View, stage } from '../view/view.ts';
import { isMac } from '../parts/platform.ts';
import { FindField } from '../find/find-field.tsx';

const PRESET_NAMES: readonly { readonly name: PresetName; readonly label: string }[] = [
  { name: 'year', label: 'Year' },
  { name: 'month', label: 'Month' },
  { name: 'week', label: 'Week' },
  { name: 'day', label: 'Day' },
];

/** Title and extent on the left, search, zoom and export on the right. */
export function Toolbar({ view }: { readonly view: View }) {
  const { document } = view.opened;
  const { extent, order } = view.model;
  const count = document.events.length + document.undated.length;
  const shown = order.length;
  const isBlank = isEmpty(document);
  // Without a date there is nothing to move through.
  const isTimeless = document.events.length === 0;
  const pressed = useComputed(() => pressedPreset(view));
  return (
    <header class="toolbar">
      <button
        type="button"
        class="button"
        title={withKeys('Open document', 'open-document', isMac)}
        aria-label="Open document"
        onClick={() => void chooseDocument()}
      >
        <FolderOpen size={17} aria-hidden="true" />
      </button>
      <div class="toolbar-title">
        <h1 dir="auto" title={document.title}>
          {document.title}
        </h1>
        <p>
          {shown === count ? '' : `${shown.toLocaleString('en')} of `}
          {count.toLocaleString('en')} {count === 1 ? 'event' : 'events'}
          {extent === null ? '' : ` · ${windowInWords(extent)}`}
        </p>
      </div>
      <FindField />
      <div class="segments" role="group" aria-label="Zoom to">
        <button
          type="button"
          title={withKeys('Show all events', 'show-all', isMac)}
          aria-pressed={pressed.value === 'all' && !isTimeless}
          disabled={isTimeless}
          onClick={showAll}
        >
          All
        </button>
        {PRESET_NAMES.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            title={withKeys(`Show a ${name}`, `show-${name}`, isMac)}
            aria-pressed={pressed.value === name && !isTimeless}
            disabled={isTimeless}
            onClick={() => {
              showPreset(name);
            }}
          >
            {label}
          </button>
        ))}
      </div>
      <div class="segments" role="group" aria-label="Zoom">
        <button
          type="button"
          title={withKeys('Zoom out', 'zoom-out', isMac)}
          aria-label="Zoom out"
          disabled={isTimeless}
          onClick={zoomOut}
        >
          <ZoomOut size={17} aria-hidden="true" />
        </button>
        <button
          type="button"
          title={withKeys('Zoom in', 'zoom-in', isMac)}
          aria-label="Zoom in"
          disabled={isTimeless}
          onClick={zoomIn}
        >
          <ZoomIn size={17} aria-hidden="true" />
        </button>
      </div>
      <button
        type="button"
        class="button copy-button"
        title={withKeys('Copy view as image', 'copy-figure', isMac)}
        aria-label="Copy view as image"
        onClick={() => void copyFigure()}
      >
        <Copy size={17} aria-hidden="true" />
      </button>
      <button
        type="button"
        class="button primary"
        title={withKeys('Export figure', 'export-figure', isMac)}
        aria-haspopup="dialog"
        onClick={() => void openExport()}
      >
        <ImageDown size={17} aria-hidden="true" />
        Export
      </button>
      <ListButton disabled={isBlank} />
      <PanelButton />
    </header>
  );
}

function ListButton({ disabled }: { readonly disabled: boolean }) {
  const isList = stage.value === 'list';
  return (
    <button
      type="button"
      class="button"
      title={withKeys(isList ? 'Show timeline' : 'Show list', 'toggle-list', isMac)}
      aria-label="List"
      aria-pressed={isList && !disabled}
      disabled={disabled}
      onClick={toggleList}
    >
      <Table2 size={17} aria-hidden="true" />
    </button>
  );
}

function PanelButton() {
  const folded = !panelIsShown.value;
  const Icon = folded ? PanelRightOpen : PanelRightClose;
  return (
    <button
      type="button"
      class="button"
      title={withKeys(folded ? 'Show panel' : 'Hide panel', 'toggle-panel', isMac)}
      aria-label="Panel"
      aria-expanded={!folded}
      disabled={!panelIsThere.value}
      onClick={togglePanel}
    >
      <Icon size={17} aria-hidden="true" />
    </button>
  );
}

/** How far a window may be from what a button shows and still count as that, as a share of its length. */
const TOLERANCE = 0.001;

/** Which button describes the window: its length, or all events. */
function pressedPreset({ window, all }: View): PresetName | 'all' | null {
  const { start, end } = window.current.value;
  const length = end - start;
  const apart = Math.max(Math.abs(start - all.start), Math.abs(end - all.end));
  if (apart <= length * TOLERANCE) return 'all';
  return PRESET_NAMES.find(({ name }) => Math.abs(length / PRESETS[name] - 1) < TOLERANCE)?.name ?? null;
}
