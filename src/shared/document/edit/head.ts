// The edit of a document's title, subtitle and author. Pure.
import type { Edit } from './change.ts';
import { headJson, type Head } from './apply.ts';

/** An edit that changes the title, the subtitle or the author; `null` if nothing changes. */
export function changeHead(document: Head, fields: Partial<Head>): Edit | null {
  const [before, after] = [headJson(document), headJson({ ...document, ...fields })];
  if (before === after) return null;
  const [field = 'title'] = Object.keys(fields);
  return { name: `Change ${field}`, changes: [{ kind: 'head', before, after }], merge: `head:${field}` };
}
