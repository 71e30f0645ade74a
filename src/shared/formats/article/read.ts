// Reads an article from a file of any kind that Dateline knows. The content decides what it is, not the ending of its name.
import { otherKind } from '../../document/file/other-kind.ts';
import { LIMITS } from '../../document/limits.ts';
import { grouped } from '../../in-words.ts';
import { failure, success, type Result } from '../../result.ts';
import { BEGINNING } from '../format.ts';
import { fileAsText, hasControls, startOf } from '../text.ts';
import {
  articleTooLarge,
  guessedEncoding,
  LARGEST_ARTICLE,
  NOTHING_FOUND,
  type ArticleKind,
  type FoundArticle,
} from './found.ts';
import { mail } from './mail.ts';
import { page } from './page.ts';
import { pdf } from './pdf.ts';
import { word } from './word.ts';

/** The first whose content it may be wins. Each loads its library when it reads. */
const KINDS: readonly ArticleKind[] = [pdf, word, page, mail];

/**
 * Reads an article.
 *
 * @returns it; `article-unknown` if the file is of no kind that holds one, `article-empty` if it has no text,
 *   `file-too-large`, or another code with a sentence on what is wrong and what to do.
 */
export async function readArticle(bytes: Uint8Array): Promise<Result<FoundArticle>> {
  if (bytes.length > LARGEST_ARTICLE) return articleTooLarge(bytes.length);
  const beginning = { bytes: bytes.subarray(0, BEGINNING), text: startOf(bytes, BEGINNING) };
  const kind = KINDS.find(({ recognise }) => recognise(beginning));
  const read = kind === undefined ? readPlain(bytes) : await kind.read(bytes);
  if (!read.ok) return read;
  if (read.value.text.trim() === '')
    return failure('article-empty', 'It has no text. Copy the text of the article and paste it.');
  if (read.value.text.length > LIMITS.text)
    return failure(
      'article-too-long',
      `Its text has ${grouped(read.value.text.length)} letters, and an article has at most ${grouped(LIMITS.text)}. Divide it, and add its parts.`,
    );
  return read;
}

/** Begins like data for programs, which other parts of Dateline read, or nobody. */
const DATA = /^\s*(?:\{|\[\s*[[{"]|<\?xml\b)/;

/** Plain text: every character as it stands. */
function readPlain(bytes: Uint8Array): Result<FoundArticle> {
  const { text, encoding, guessed } = fileAsText(bytes);
  if (text.trim() === '' || hasControls(text.replaceAll('\f', '')) || DATA.test(text.slice(0, 200)))
    return failure(
      'article-unknown',
      `It is ${otherKind(bytes) ?? 'JSON'}, and Dateline reads no articles from such files. Save it as plain text, or copy its text and paste it.`,
    );
  return success({ ...NOTHING_FOUND, text, remarks: guessed ? [guessedEncoding(encoding)] : [] });
}
