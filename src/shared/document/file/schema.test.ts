// The schema and the plain types of a document are one; the compiler compares them.
import { expectTypeOf, test } from 'vitest';
import type * as z from 'zod/mini';
import type { TimelineDocument } from '../document.ts';
import type { document1, document2 } from './schema.ts';

type DeepReadonly<T> = T extends object ? { readonly [Field in keyof T]: DeepReadonly<T[Field]> } : T;

test('the schema and the plain types describe the same document', () => {
  type Described = Omit<DeepReadonly<TimelineDocument>, 'version'>;
  expectTypeOf<Omit<DeepReadonly<z.output<typeof document2>>, 'version'>>().toEqualTypeOf<Described>();
  expectTypeOf<DeepReadonly<z.output<typeof document1>>>().toExtend<DeepReadonly<TimelineDocument>>();
});

test('lists that may be empty may be left out of the file', () => {
  type Input = z.input<typeof document2>;
  expectTypeOf<Pick<Input, 'title' | 'lanes' | 'events' | 'format' | 'version'>>().toExtend<Input>();
});
