// Maps every command to its function, for the menu, the keyboard and the toolbar.
import type { Command } from '../../shared/commands.ts';
import { openNewArticle, openShownArticle } from '../article/commands.ts';
import { addNoteOnShown } from '../article/notes.ts';
import { leaveWords } from '../article/selected-words.ts';
import { chooseDocument, newDocument, openBundledDocument } from '../document/commands.ts';
import { saveDocument } from '../document/edit.ts';
import { addEvent, deleteSelected, duplicateSelected, moveSelected, openEditor } from '../event/commands.ts';
import { openVersions } from '../document/versions.ts';
import { draftEvents } from '../draft/commands.ts';
import { copyFigure, exportAgain, openExport, printFigure } from '../export/commands.ts';
import { closeFind, findOnwards, openFind } from '../find/commands.ts';
import { importFile } from '../import/commands.ts';
import { showReport } from '../import/reports.ts';
import { addNewLane, openLanesList } from '../lanes/commands.ts';
import { toggleList } from '../list/commands.ts';
import { compareOnwards, showEnd, step } from '../view/going.ts';
import { resetLanes, showAllLanes } from '../view/lanes.ts';
import { PAN_STEP, panBy, showAll, showPreset, zoomIn, zoomOut } from '../view/moving.ts';
import { togglePanel } from '../view/panel.ts';
import { redo, undo } from '../view/undoing.ts';
import { isSelecting, otherEvent, selectEvent, stopComparing } from '../view/selection.ts';
import { openDialog } from '../parts/dialogs.ts';
import { cancelWork, dismissNotice } from '../parts/notices.ts';
import { dialogIsOpen } from './dialogs.ts';
import { undoHere } from './undo-here.ts';

const RUN = {
  'pan-earlier': () => {
    panBy(-PAN_STEP, true);
  },
  'pan-later': () => {
    panBy(PAN_STEP, true);
  },
  'page-earlier': () => {
    panBy(-1, true);
  },
  'page-later': () => {
    panBy(1, true);
  },
  'show-first': () => {
    showEnd('first');
  },
  'show-last': () => {
    showEnd('last');
  },
  'go-to-date': () => {
    openDialog('go-to-date');
  },
  'compare-next': () => {
    compareOnwards('next');
  },
  'compare-previous': () => {
    compareOnwards('previous');
  },
  dismiss: () => {
    if (cancelWork() || leaveWords()) return;
    dismissNotice();
    stepBack();
  },
  'open-document': () => void chooseDocument(),
  'open-bundled-document': () => void openBundledDocument(),
  'export-figure': () => void openExport(),
  'export-figure-again': () => void exportAgain(),
  'print-figure': () => void printFigure(),
  'copy-figure': () => void copyFigure(),
  'zoom-in': zoomIn,
  'zoom-out': zoomOut,
  'show-all': showAll,
  'show-year': () => {
    showPreset('year');
  },
  'show-month': () => {
    showPreset('month');
  },
  'show-week': () => {
    showPreset('week');
  },
  'show-day': () => {
    showPreset('day');
  },
  'next-event': () => {
    step('next');
  },
  'previous-event': () => {
    step('previous');
  },
  'show-shortcuts': () => {
    openDialog('shortcuts');
  },
  'show-about': () => {
    openDialog('about');
  },
  'show-format': () => {
    openDialog('format');
  },
  'toggle-panel': togglePanel,
  find: openFind,
  'find-next': () => void findOnwards('next'),
  'find-previous': () => void findOnwards('previous'),
  'toggle-list': toggleList,
  'add-article': openNewArticle,
  'edit-article': openShownArticle,
  'add-note': addNoteOnShown,
  'add-lane': addNewLane,
  'show-lanes': () => {
    openLanesList();
  },
  'show-all-lanes': showAllLanes,
  'reset-lanes': resetLanes,
  'add-event': () => {
    addEvent();
  },
  'draft-events': () => void draftEvents(),
  'edit-event': () => {
    openEditor();
  },
  'duplicate-event': duplicateSelected,
  'delete-event': deleteSelected,
  'event-earlier': () => {
    moveSelected(-1);
  },
  'event-later': () => {
    moveSelected(1);
  },
  undo: () => {
    undoHere('undo', undo);
  },
  redo: () => {
    undoHere('redo', redo);
  },
  'new-document': () => void newDocument(),
  'save-document': () => void saveDocument('own'),
  'save-document-as': () => void saveDocument('other'),
  'show-versions': () => void openVersions(),
  'show-import-report': showReport,
  'import-file': () => void importFile(),
  'save-copy': () => void saveDocument('copy'),
} satisfies Record<Command, () => void>;

/** Carries out a command, unless an open dialog blocks the window. */
export function run(command: Command): void {
  if (!dialogIsOpen()) RUN[command]();
}

/** Goes one step back: from two events to the first, from one to none, and then out of a search. */
function stepBack(): void {
  if (otherEvent.value !== null) {
    stopComparing();
    return;
  }
  if (!isSelecting.value) closeFind();
  selectEvent(null);
}
