// The job that reads a file of another program: shows how it would be read, or makes a document of it.
import type { WatchReading } from '../shared/document/file/progress.ts';
import { withoutBytes } from '../shared/document/read-elsewhere.ts';
import { documentOf, readFile, type ReadFile } from '../shared/formats/convert.ts';
import { previewFile } from '../shared/formats/preview.ts';
import type { ImportedFile, ImportWish } from '../shared/jobs.ts';
import { success, type Result } from '../shared/result.ts';
import type { Job } from './job.ts';

/** See the job's entry in shared/jobs.ts. */
export const importFileJob: Job<'importFile'> = async (wish, bytes, tell) => {
  const { name, today, want } = wish;
  if (want === 'document') return wholeOf(wish, bytes, tell);
  const previewed = await previewFile({ name, bytes }, wish, today);
  if (!previewed.ok) return previewed;
  const { preview, read, isNeeded } = previewed.value;
  if (want === 'preview' || isNeeded) return success({ kind: 'preview', preview });
  return read === null ? wholeOf(wish, bytes, tell) : resultOf(read, tell);
};

async function wholeOf(
  { name, mapping, assume, today }: ImportWish,
  bytes: Uint8Array,
  tell: WatchReading,
): Promise<Result<ImportedFile>> {
  const read = await readFile(name, bytes, { ...(mapping !== null && { mapping }), assume, today });
  return read.ok ? resultOf(read.value, tell) : read;
}

function resultOf({ imported }: ReadFile, tell: WatchReading): Result<ImportedFile> {
  const { draft, report, questions } = imported;
  const made = documentOf(draft, new Date().toISOString(), tell);
  if (!made.ok) return made;
  const { bytes, document } = made.value;
  const read = withoutBytes(document, bytes);
  return read.ok ? success({ kind: 'document', bytes, document: read.value, report, questions }) : read;
}
