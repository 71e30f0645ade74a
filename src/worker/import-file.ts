// The job that reads a file of another program and makes a document of it.
import { convertFiles, writeDraft } from '../shared/formats/convert.ts';
import { success } from '../shared/result.ts';
import type { Job } from './job.ts';

/** See the job's entry in shared/jobs.ts. */
export const importFileJob: Job<'importFile'> = async ({ name, assume, today }, bytes) => {
  const converted = await convertFiles([{ name, bytes }], { assume, today });
  if (!converted.ok) return converted;
  const { draft, report, questions } = converted.value;
  const written = await writeDraft(draft, 'dateline', new Date().toISOString());
  if (!written.ok) return written;
  return success({
    bytes: written.value.bytes,
    report,
    questions: questions.map(({ question }) => question),
  });
};
