// Mails (.eml), and pages that a browser saved as one (.mhtml): the text, the subject, who sent it and when.
import type { Mail } from 'postal-mime';
import { counted } from '../../dates/distance.ts';
import { LIMITS } from '../../document/limits.ts';
import { excerpt } from '../../excerpt.ts';
import { failure, success } from '../../result.ts';
import { isAddress } from '../address.ts';
import { NOTHING_FOUND, type ArticleKind, type FoundArticle } from './found.ts';
import { dayOf, readPage, titleLine } from './page.ts';
import { loadShownText } from './shown-text.ts';

/** The most lines of a head that are looked at to tell a mail by. */
const HEAD_LINES = 400;

/** Mails. */
export const mail: ArticleKind = {
  recognise: ({ text }) => {
    const names = new Set<string>();
    for (const line of text.split(/\r?\n/, HEAD_LINES)) {
      if (line === '') break;
      const name = /^([A-Za-z][\w-]*):/.exec(line)?.[1];
      // A line that begins with a blank goes on with the one before.
      if (name === undefined && !/^[ \t]/.test(line)) return false;
      if (name !== undefined) names.add(name.toLowerCase());
    }
    return (
      ['from', 'received', 'return-path', 'message-id', 'mime-version'].some((name) => names.has(name)) &&
      ['date', 'subject'].some((name) => names.has(name))
    );
  },
  async read(bytes) {
    const { default: PostalMime } = await import('postal-mime');
    let parsed: Mail;
    try {
      parsed = await PostalMime.parse(bytes);
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown';
      return failure(
        'article-damaged',
        `The mail cannot be read: ${excerpt(reason, 120)}. Copy its text and paste it.`,
      );
    }
    return success(await (isSavedPage(parsed) ? pageOf(parsed) : articleOf(parsed)));
  },
};

/** Whether a browser wrote it to save a page. */
function isSavedPage({ from, headers }: Mail): boolean {
  return headers.some(({ key }) => key === SAVED_FROM) || from?.name.startsWith('Saved by ') === true;
}

/** The head of a mail that names the page that was saved. */
const SAVED_FROM = 'snapshot-content-location';

/** The page in a mail, without the frames behind it. */
async function pageOf({ html = '', headers }: Mail): Promise<FoundArticle> {
  const end = html.search(/<\/html>/i);
  const page = await readPage(end < 0 ? html : html.slice(0, end));
  const address = headers.find(({ key }) => key === SAVED_FROM)?.value ?? '';
  return { ...page, address: page.address === '' && isAddress(address) ? address : page.address };
}

async function articleOf({ subject, from, headers, text, html, attachments }: Mail): Promise<FoundArticle> {
  const written =
    text === undefined || text.trim() === '' ? (await loadShownText()).textOf(html ?? '') : unwrapped(text);
  const { name = '', address = '' } = from ?? {};
  const date = headers.find(({ key }) => key === 'date')?.value ?? '';
  const attached = attachments.filter(({ disposition }) => disposition === 'attachment').length;
  return {
    ...NOTHING_FOUND,
    text: written,
    title: titleLine(subject),
    publisher: (name === '' ? address : name).slice(0, LIMITS.line),
    published: dayOf(/\d{1,2} [A-Za-z]{3} \d{4}/.exec(date)?.[0] ?? ''),
    remarks: [
      ...(attached > 0 ? [`${counted(attached, 'attachment')} left out.`] : []),
      ...(written.includes('\ufffd') ? [WRONG_LETTERS] : []),
    ],
  };
}

const WRONG_LETTERS =
  'Some letters cannot be read, because the mail names another encoding than it has: they are shown as \ufffd.';

/** Where mail programs put line breaks: behind so many letters. */
const WIDTH = { least: 45, most: 80 };

/** A text without the line breaks that mail puts at a width; those of quotations, lists and verses stay. */
function unwrapped(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .trim()
    .split(/\n[ \t]*\n/)
    .map((paragraph) => {
      const lines = paragraph.split('\n');
      const isWrapped = lines.every(
        (line, at) =>
          !/^(?:>|[-*•] |\d+[.)] |[ \t])/.test(line) &&
          line.length <= WIDTH.most &&
          (line.trimEnd().length >= WIDTH.least || at === lines.length - 1),
      );
      return isWrapped ? lines.map((line) => line.trimEnd()).join(' ') : paragraph;
    })
    .join('\n\n');
}
