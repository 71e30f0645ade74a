// Drafts the articles that the command line names: prints their date expressions, or the events that they may tell.
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseEventDate } from '../../shared/dates/parse.ts';
import { dateInWords } from '../../shared/dates/words.ts';
import { drafterFor, languageOf } from '../../shared/drafting/languages.ts';
import type { Drafter, Proposal, Stretch } from '../../shared/drafting/propose.ts';
import type { Setting } from '../../shared/drafting/tag.ts';
import { eventsInWords } from '../../shared/document/event-label.ts';
import { articleTooLarge, LARGEST_ARTICLE } from '../../shared/formats/article/found.ts';
import { readArticle } from '../../shared/formats/article/read.ts';
import { writeDraft } from '../../shared/formats/convert.ts';
import { PROPOSED } from '../../shared/document/proposed.ts';
import { draftedDocument, type DraftedArticle } from '../../shared/formats/drafted.ts';
import { failure, success, type Failure, type Result } from '../../shared/result.ts';
import { readFailure } from '../document/open.ts';
import { systemCode } from '../system/system-code.ts';
import type { CommandLine } from './arguments.ts';
import { keepLibrariesQuiet } from './quiet.ts';

type Command = Extract<CommandLine, { kind: 'draft' }>;

/** What a draft reads from and writes to. */
export interface DraftStreams {
  /** All of standard input. */
  readonly input: () => Promise<string>;
  /** Writes to standard output; returns 2, after it has said why, if that fails. */
  readonly print: (text: string) => Promise<0 | 2>;
  /** Reports on standard error; returns 2. */
  readonly tell: (reason: Failure) => Promise<2>;
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<Result<null>>;
}

/** A text to draft. */
interface Article {
  readonly doc: string;
  readonly published: string | null;
  readonly text: string;
  /** What its file says of it; empty or left out where nothing is known. */
  readonly title?: string;
  readonly publisher?: string;
  readonly address?: string;
}

/**
 * Drafts each text in turn. Standard output gets the answer alone: lines of JSON, or a line for readers for each proposal;
 * or a file gets a document of all proposals.
 *
 * @returns the exit code: 2 if a file or a line of standard input could not be read; the others are drafted all the same.
 */
export async function draftCommand(
  command: Command,
  { input, print, tell, writeFile }: DraftStreams,
): Promise<0 | 2> {
  keepLibrariesQuiet();
  let code: 0 | 2 = 0;
  const published = command.published === null ? null : parseEventDate(command.published);
  if (published?.ok === false)
    return tell(failure('command-line-invalid', `--published ${published.failure.message}.`).failure);
  const { output } = command;
  const drafted: DraftedArticle[] = [];
  for (const file of command.files) {
    const articles = file === null ? linesOf(await input()) : [await articleIn(file, command)];
    for (const article of articles) {
      if (!article.ok) code = await tell(article.failure);
      else if (typeof output === 'object') drafted.push(draftedOf(article.value, command));
      else if ((await print(answer(article.value, command))) !== 0) return 2;
    }
  }
  if (typeof output !== 'object') return code;
  // A document without the articles that could not be read would pass for the whole.
  if (code !== 0) return code;
  const written = await writeDraft(draftedDocument(drafted), 'dateline', new Date().toISOString());
  if (!written.ok) return tell(written.failure);
  const saved = await writeFile(output.to, written.value.bytes);
  if (!saved.ok) return tell(saved.failure);
  const count = drafted.reduce((sum, { proposals }) => sum + proposals.length, 0);
  return print(`${output.to}: ${eventsInWords(count)}, all tagged “${PROPOSED}”\n`);
}

/** An article with its proposals, as a document takes them. */
function draftedOf(article: Article, command: Command): DraftedArticle {
  const { doc, text, title = '', publisher = '', address = '' } = article;
  const { drafter, setting } = drafting(article, command);
  const { proposals } = drafter.draft(text, setting);
  return { name: doc, title, publisher, address, text, published: setting.published, proposals };
}

/** The drafter for an article, and what the article and the command line say about it. */
function drafting(
  { text, published }: Article,
  { lang, narrative, published: given }: Command,
): { readonly drafter: Drafter; readonly setting: Setting } {
  return {
    drafter: drafterFor(lang ?? languageOf(text)),
    setting: { published: published ?? given, ...(narrative && { narrative }) },
  };
}

/** The article in a file of any kind that holds one. What the command line says goes before what the file says. */
async function articleIn(path: string, { published }: Command): Promise<Result<Article>> {
  const bytes = await bytesIn(path);
  const read = bytes.ok ? await readArticle(bytes.value) : bytes;
  if (!read.ok) return failure(read.failure.code, `${path}: ${read.failure.message}`);
  const { text, title, publisher, address, published: said } = read.value;
  const own = { doc: basename(path), published: published ?? (said === '' ? null : said) };
  return success({ ...own, text, title, publisher, address });
}

async function bytesIn(path: string): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(path);
    return size > LARGEST_ARTICLE ? articleTooLarge(size) : success(await readFile(path));
  } catch (error) {
    return readFailure(systemCode(error), path);
  }
}

/** The texts on standard input, one in each line of JSON. */
function linesOf(text: string): Result<Article>[] {
  return text
    .split('\n')
    .map((line, at) => ({ line, number: at + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => articleOf(line, number));
}

function articleOf(line: string, number: number): Result<Article> {
  const invalid = (what: string): Result<never> =>
    failure(
      'line-invalid',
      `Line ${number} of standard input ${what}; write {"doc": …, "dct": …, "text": …}.`,
    );
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return invalid('is not JSON');
  }
  if (typeof value !== 'object' || value === null) return invalid('is no object');
  const { doc, dct, text }: { doc?: unknown; dct?: unknown; text?: unknown } = value;
  if (typeof text !== 'string') return invalid('has no text');
  return success({
    doc: typeof doc === 'string' || typeof doc === 'number' ? String(doc) : String(number),
    published: typeof dct === 'string' ? dayOf(dct) : null,
    text,
  });
}

/** A publication date as other tools write it: EDTF, with a time of day that does not matter, or without its dashes. */
function dayOf(dct: string): string | null {
  const dashed = dct.trim().replace(/^(\d{4})(\d\d)(\d\d)(?!\d)/, '$1-$2-$3');
  const [day = dashed] = /^\d{4}-\d\d-\d\d/.exec(dashed) ?? [];
  return parseEventDate(day).ok ? day : null;
}

function answer(article: Article, command: Command): string {
  const { doc, text } = article;
  const { output } = command;
  const { drafter, setting } = drafting(article, command);
  if (output === 'json')
    return linesFrom(
      drafter.tag(text, setting).expressions.map(({ start, end, value, type, why, on, edtf }) => ({
        doc,
        start,
        end,
        value,
        type,
        why,
        on,
        edtf,
      })),
    );
  const { proposals } = drafter.draft(text, setting);
  return output === 'events'
    ? linesFrom(proposals.map((proposal) => ({ doc, ...eventOf(proposal) })))
    : proposals.map((proposal) => `${doc}: ${inWords(proposal)}\n`).join('');
}

/** A proposal for programs; the passage runs from the first sentence that tells of it to the last. */
function eventOf({ title, date, why, quotes, sentence, link, relations, doubtful }: Proposal): object {
  const { start }: Stretch = quotes[0] ?? sentence;
  const { end }: Stretch = quotes.at(-1) ?? sentence;
  return { start, end, date, title, why, doubtful, link, relations, quotes };
}

function inWords({ title, date, why }: Proposal): string {
  const read = date === null ? null : parseEventDate(date);
  const words = read === null ? 'undated' : read.ok ? dateInWords(read.value) : date;
  // A terminal would obey control characters.
  return `${words}: ${title} (${why})`.replace(/\p{Cc}+/gu, ' ');
}

function linesFrom(values: readonly object[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}
