// The entry of the main window: asks for the document, then draws it.
import { render } from 'preact';
import { api } from './api.ts';
import { App } from './app.tsx';
import { run, start } from './commands.ts';
import { fontsReady } from './fonts.ts';
import { listenToKeyboard } from './keyboard.ts';
import './style/app.css';

api.onCommand(run);
listenToKeyboard();
await Promise.all([start(), fontsReady()]);
render(<App />, document.body);
