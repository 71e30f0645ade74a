// The dialog with the earlier versions of the open document.
import { useState } from 'preact/hooks';
import { eventsInWords } from '../../shared/document/event-label.ts';
import { grouped } from '../../shared/in-words.ts';
import type { EarlierVersion } from '../../shared/ipc.ts';
import { earlierVersions, kindInWords, openVersion, restoreVersion } from '../document/versions.ts';
import { momentInWords } from '../parts/moment.ts';
import { Differences } from './differences.tsx';
import { PageDialog } from './page-dialog.tsx';
import './kept.css';

/** Each version with what can be done with it. */
export function VersionsDialog() {
  const [compared, setCompared] = useState<string | null>(null);
  const versions = earlierVersions.value;
  return (
    <PageDialog name="versions" title="Earlier versions">
      {versions.length === 0 ? (
        <p>There are none yet. Dateline keeps one each time that you save.</p>
      ) : (
        <ul class="kept-list">
          {versions.map((version) => (
            <Version
              key={version.id}
              version={version}
              isCompared={compared === version.id}
              compare={() => {
                setCompared(version.id);
              }}
            />
          ))}
        </ul>
      )}
      <p class="dim">
        Dateline keeps the last 20 versions of a document, as long as those of all documents take less than
        500 MB. Restoring one can be undone.
      </p>
    </PageDialog>
  );
}

function Version({
  version,
  isCompared,
  compare,
}: {
  readonly version: EarlierVersion;
  readonly isCompared: boolean;
  readonly compare: () => void;
}) {
  const { id, at, events, size } = version;
  const facts = [
    kindInWords(version),
    ...(events === null ? [] : [eventsInWords(events)]),
    sizeInWords(size),
  ];
  return (
    <li>
      <h3>{momentInWords(at)}</h3>
      <p>{facts.join(' · ')}</p>
      {isCompared && (
        <Differences other={{ kind: 'version', id }} heading="How the document differs from this version" />
      )}
      <p class="ways">
        <button type="button" class="button" onClick={() => void restoreVersion(version)}>
          Restore
        </button>
        <button type="button" class="button" onClick={() => void openVersion(version)}>
          Open beside
        </button>
        {!isCompared && (
          <button type="button" class="button" onClick={compare}>
            Compare
          </button>
        )}
      </p>
    </li>
  );
}

function sizeInWords(bytes: number): string {
  return bytes < 1_000_000
    ? `${grouped(Math.max(1, Math.round(bytes / 1_000)))} KB`
    : `${(bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
}
