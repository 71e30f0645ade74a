// The report on the file of another program that the open document was made of: what was changed or left out, line by line.
import { Copy, FileDown } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { countsInWords } from '../../shared/formats/report-in-words.ts';
import { grouped } from '../../shared/in-words.ts';
import { isolate } from '../../shared/isolate.ts';
import { copyReport, lastReport, saveReport } from '../import/reports.ts';
import { placeInWords } from '../import/report.ts';
import { PageDialog } from './page-dialog.tsx';
import './import-report.css';

/** The most problems that are drawn; the text has all. */
const MOST_SHOWN = 1_000;

/** All of it, to read, copy and save. */
export function ImportReportDialog() {
  const [done, setDone] = useState('');
  const last = lastReport.value;
  if (last === null) return null;
  const { problems } = last.report;
  const more = problems.length - MOST_SHOWN;
  return (
    <PageDialog name="import-report" title={`Import of “${isolate(last.fileName)}”`}>
      <p>
        {countsInWords(last.report)}.{' '}
        {problems.length === 0 && 'All is well: nothing was changed, and nothing left out.'}
      </p>
      {problems.length > 0 && (
        <div
          class="import-report-problems framed-table"
          tabIndex={0}
          role="region"
          aria-label="Changed or left out"
          data-scrolls
        >
          <table>
            <thead>
              <tr>
                <th scope="col">Where</th>
                <th scope="col">What</th>
              </tr>
            </thead>
            <tbody>
              {problems.slice(0, MOST_SHOWN).map((problem, place) => (
                <tr key={place}>
                  <td dir="auto">{placeInWords(problem) || 'Whole file'}</td>
                  <td dir="auto">{problem.reason}.</td>
                </tr>
              ))}
            </tbody>
          </table>
          {more > 0 && <p>And {grouped(more)} more: copy or save the report to see them.</p>}
        </div>
      )}
      <footer>
        <span role="status">{done}</span>
        <button
          type="button"
          class="button"
          onClick={() => {
            void copyReport(last).then((isCopied) => {
              setDone(isCopied ? 'Copied.' : '');
            });
          }}
        >
          <Copy size={16} aria-hidden="true" /> Copy
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            void saveReport(last).then((said) => {
              setDone(said ?? '');
            });
          }}
        >
          <FileDown size={16} aria-hidden="true" /> Save…
        </button>
      </footer>
    </PageDialog>
  );
}
