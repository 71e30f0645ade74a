// The schema and the plain types of a document are one; the compiler compares them.
import { expectTypeOf, test } from 'vitest';
import type * as z from 'zod/mini';
import type { TimelineDocument } from '../document.ts';
import type { timelineDocument } from './schema.ts';

type DeepReadonly<T> = T extends object ? { readonly [Field in keyof T]: DeepReadonly<T[Field]> } : T;

test('the schema and the plain types describe the same document', () => {
  expectTypeOf<DeepReadonly<z.output<typeof timelineDocument>>>().toEqualTypeOf<
    DeepReadonly<TimelineDocument>
  >();
});

test('lists that may be empty may be left out of the file', () => {
  type Input = z.input<typeof timelineDocument>;
  expectTypeOf<Pick<Input, 'title' | 'lanes' | 'events' | 'format' | 'version'>>().toExtend<Input>();
});
