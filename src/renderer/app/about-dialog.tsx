// The About dialog: the app's version, its licence, and the packages in it.
import { Copy } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import icon from '../../../resources/icon.svg';
import type { About } from '../../shared/ipc.ts';
import { api } from '../api.ts';
import { PageDialog } from './page-dialog.tsx';

/** Main supplies the contents a moment after the dialog opens. */
export function AboutDialog() {
  const [about, setAbout] = useState<About | null>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    void api.about().then(setAbout);
  }, []);
  return (
    <PageDialog name="about-dialog" title="About Dateline">
      {about !== null && (
        <>
          <p class="about-what">
            <img src={icon} width={56} height={56} alt="" />
            Turns a news article into a timeline that you can check.
          </p>
          <dl class="about-facts">
            <dt>Version</dt>
            <dd>{about.version}</dd>
            <dt>Electron</dt>
            <dd>
              {about.electronVersion}
              {about.standIn && ' (stand-in runtime, for testing)'}
            </dd>
            <dt>Licence</dt>
            <dd>{about.licence}</dd>
          </dl>
          <h3>Third-party notices</h3>
          {about.notices.ok ? (
            <pre class="about-notices" tabIndex={0} role="region" aria-label="Third-party notices">
              {about.notices.value}
            </pre>
          ) : (
            <p class="about-no-notices">{about.notices.failure.message}</p>
          )}
          <footer>
            <span role="status">{copied && 'Copied.'}</span>
            <button
              type="button"
              class="button"
              onClick={() => {
                void api.copyVersion().then(() => {
                  setCopied(true);
                });
              }}
            >
              <Copy size={16} aria-hidden="true" />
              Copy version
            </button>
          </footer>
        </>
      )}
    </PageDialog>
  );
}
