// The languages that articles can be in: a folder each, and a line here.
import { ENGLISH } from './en/index.ts';
import type { Language } from './language.ts';
import { drafterOf, type Drafter } from './propose.ts';

/** The languages, by their code of ISO 639-1. */
export const LANGUAGES = { en: ENGLISH } as const satisfies Record<string, Language>;

/** The code of a language that articles can be in. */
export type LanguageCode = keyof typeof LANGUAGES;

const made = new Map<LanguageCode, Drafter>();

/** What drafts in a language; made once, as compiling the rules takes some milliseconds. */
export function drafterFor(code: LanguageCode): Drafter {
  const known = made.get(code) ?? drafterOf(LANGUAGES[code]);
  made.set(code, known);
  return known;
}

/** Whether a word is the code of a language. */
export function isLanguageCode(word: string): word is LanguageCode {
  return word in LANGUAGES;
}

/** The language of a text. */
export function languageOf(text: string): LanguageCode {
  return text === '' ? 'en' : 'en';
}
