// Checks the values of a journal's lines. It brings the validation library along, so it is loaded when a journal is read.
import * as z from 'zod/mini';
import { SCHEMAS, type Schema } from '../../shared/schemas.ts';
import type { JournalHeader, JournalLine, SavedMark } from './journal.ts';

const header: Schema<JournalHeader> = z.strictObject({
  kind: z.literal('header'),
  version: z.literal(1),
  title: z.string(),
  path: z.nullable(z.string()),
  hash: z.nullable(z.string()),
  history: SCHEMAS.history,
});

const mark: Schema<SavedMark> = z.strictObject({
  kind: z.literal('saved'),
  path: z.string(),
  hash: z.string(),
});

/** The first line of a journal, or `undefined` if the value is none. */
export function headerIn(value: unknown): JournalHeader | undefined {
  return header.safeParse(value).data;
}

/** A further line of a journal, or `undefined` if the value is none. */
export function lineIn(value: unknown): JournalLine | undefined {
  return SCHEMAS.step.safeParse(value).data ?? mark.safeParse(value).data;
}
