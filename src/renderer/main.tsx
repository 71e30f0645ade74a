// The entry of the main window: asks for the document, then draws it.
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import { render } from 'preact';
import { api } from './api.ts';
import { App } from './app/app.tsx';
import { run } from './app/commands.ts';
import { dialogIsOpen, watchDialogs } from './app/dialogs.ts';
import { watchFaults } from './app/faults.ts';
import {
  articleArrives,
  documentIsRead,
  documentWaits,
  keepTitle,
  reload,
  showsOpening,
  start,
} from './document/commands.ts';
import { lookForLeftChanges } from './document/left-changes.ts';
import { documentWasSaved, finishFields, watchConflicts, watchRefusals } from './document/edit.ts';
import { fail, succeeded } from './parts/notices.ts';
import { askBeforeReplacing, fileWasChanged } from './document/changed-file.ts';
import { keepMenu } from './app/menu.ts';
import { keepPlace } from './app/place.ts';
import { listenToDrops } from './app/drop.ts';
import { listenToClipboard } from './event/clipboard.ts';
import { watchEdits } from './find/commands.ts';
import { askImport, importAsked, takeImport, watchImports } from './import/commands.ts';
import { addOtherAlphabets, fontsReady } from './parts/fonts.ts';
import { listenToKeyboard } from './app/keyboard.ts';
import { listenToTyping } from './app/undo-here.ts';
import './app/app.css';

api.on('command', run);
api.on('documentWaiting', documentWaits);
api.on('opening', documentIsRead);
api.on('askImport', askImport);
api.on('imported', (given) => void takeImport(given));
api.on('articleOpened', articleArrives);
api.on('failure', fail);
api.on('done', succeeded);
api.on('saved', documentWasSaved);
api.on('fileChanged', fileWasChanged);
api.on('finishFields', (request) => {
  finishFields();
  void api.fieldsFinished(request);
});
watchFaults();
listenToKeyboard();
listenToTyping();
listenToDrops();
listenToClipboard(dialogIsOpen);
watchEdits();
keepPlace();
watchDialogs();
watchImports();
watchRefusals(() => void reload());
watchConflicts(askBeforeReplacing);
keepTitle();
keepMenu();
// A window that waits for a large document shows how far it is, and one that has to ask about a file asks.
await Promise.race([
  Promise.all([start(), fontsReady()]),
  untilTrue(computed(() => showsOpening.value || importAsked.value !== null)),
]);
render(<App />, document.body);
requestIdleCallback(addOtherAlphabets);

function untilTrue(condition: ReadonlySignal<boolean>): Promise<void> {
  return new Promise((resolve) => {
    effect(() => {
      if (condition.value) resolve();
    });
  });
}
void lookForLeftChanges();
