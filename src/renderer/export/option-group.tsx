// What the groups of options in the export dialog have in common: their frame, and how a field says what is wrong.
import type { ComponentChildren } from 'preact';
import type { Choices, Field } from './choices.ts';

/** The error of a field. */
export interface FieldError {
  readonly field: Field;
  /** The id of the element with its sentence. */
  readonly id: string;
  readonly text: string;
}

/** What every group of options is given. */
export interface GroupProps {
  readonly choices: Choices;
  /** The one field with an error, or `null`. */
  readonly error: FieldError | null;
}

/** Frames options that belong together under their title. */
export function OptionGroup({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <fieldset class="option-group">
      <legend>{title}</legend>
      <div>{children}</div>
    </fieldset>
  );
}

/** The id of the sentence that says what is wrong with a field, one of `fields`; `null` if nothing is. */
export function errorIdOf(error: FieldError | null, ...fields: readonly Field[]): string | null {
  return error !== null && fields.includes(error.field) ? error.id : null;
}

/** Says what is wrong with one of `of`, if anything is; it stands below these fields. */
export function ErrorOf({ error, of }: { readonly error: FieldError | null; readonly of: readonly Field[] }) {
  if (error === null || !of.includes(error.field)) return null;
  return (
    <p class="error" id={error.id} role="alert">
      {error.text}
    </p>
  );
}
