// The list of shortcuts, generated from the keyboard handler's own list.
import { SHORTCUTS } from '../../shared/shortcuts.ts';
import { Keys } from '../parts/keys.tsx';
import { isMac } from '../parts/platform.ts';
import { PageDialog } from './page-dialog.tsx';

/** Every shortcut, grouped by purpose. */
export function ShortcutsDialog() {
  return (
    <PageDialog name="shortcuts-dialog" title="Keyboard shortcuts">
      <div class="shortcut-groups" tabIndex={0} role="region" aria-label="Shortcuts">
        {SHORTCUTS.map(({ title, shortcuts }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {shortcuts.map(({ command, label }) => (
                <div key={command}>
                  <dt>{label}</dt>
                  <dd>
                    <Keys command={command} all />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p class="page-dialog-note">
        Press <kbd>Tab</kbd> to move through the events and <kbd>Enter</kbd> to select one.
        {!isMac && (
          <>
            {' '}
            Press <kbd>Alt</kbd> to show the menu bar.
          </>
        )}
      </p>
    </PageDialog>
  );
}
