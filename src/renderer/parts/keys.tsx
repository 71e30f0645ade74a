// The keys of a command, named as on the reader's keyboard.
import { Fragment } from 'preact';
import { entryOf, type Command } from '../../shared/commands.ts';
import { keyNames } from '../../shared/shortcuts.ts';
import { isMac } from './platform.ts';
import './keys.css';

/** The first keys of a command, or all listed ones with “or” between them. */
export function Keys({ command, all = false }: { readonly command: Command; readonly all?: boolean }) {
  const { keys = [] } = entryOf(command);
  const listed = keys.filter(({ unlisted }) => unlisted !== true).slice(0, all ? undefined : 1);
  return (
    <>
      {listed.map((press, place) => (
        <Fragment key={place}>
          {place > 0 && ' or '}
          <span class="keys">
            {keyNames(press, isMac).map((name) => (
              <kbd key={name}>{name}</kbd>
            ))}
          </span>
        </Fragment>
      ))}
    </>
  );
}
