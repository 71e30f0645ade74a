// The languages that articles can be in: a folder each, and a line here.
import { ENGLISH } from './en/index.ts';
import type { Language } from './language.ts';
import { drafterOf, type Drafter } from './propose.ts';
import { RUSSIAN } from './ru/index.ts';

/** The languages, by their code of ISO 639-1. */
export const LANGUAGES = { en: ENGLISH, ru: RUSSIAN } as const satisfies Record<string, Language>;

/** The code of a language that articles can be in. */
export type LanguageCode = keyof typeof LANGUAGES;

const made = new Map<LanguageCode, Drafter>();

/** What drafts in a language; made once, as compiling the rules takes some milliseconds. */
export function drafterFor(code: LanguageCode): Drafter {
  const known = made.get(code) ?? drafterOf(LANGUAGES[code]);
  made.set(code, known);
  return known;
}

/** The language of a text, by the letters at its beginning. */
export function languageOf(text: string): LanguageCode {
  const beginning = text.slice(0, 2000);
  const cyrillic = beginning.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = beginning.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return cyrillic > latin ? 'ru' : 'en';
}
