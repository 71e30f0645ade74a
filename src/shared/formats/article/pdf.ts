// PDF files with text: their lines, put together to paragraphs. Nothing is drawn, and nothing in a file is run.
import type { PdfFile, TextItem } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import { LIMITS } from '../../document/limits.ts';
import { excerpt } from '../../excerpt.ts';
import { grouped } from '../../in-words.ts';
import { failure, success, type Result } from '../../result.ts';
import { NOTHING_FOUND, type ArticleKind, type FoundArticle } from './found.ts';
import { paragraphsOf, type Line } from './pdf-lines.ts';

/** The most pages of an article. */
const MOST_PAGES = 2_000;

/** PDF files. */
export const pdf: ArticleKind = {
  // Some programs put a few bytes before the mark.
  recognise: ({ bytes }) =>
    Array.from(bytes.subarray(0, 1_024), (byte) => String.fromCharCode(byte))
      .join('')
      .includes('%PDF-'),
  async read(bytes) {
    const { getDocument } = await loadPdf();
    const task = getDocument({
      data: new Uint8Array(bytes),
      isEvalSupported: false,
      useWorkerFetch: false,
      useWasm: false,
      useSystemFonts: false,
      disableFontFace: true,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      verbosity: 0,
    });
    try {
      return await articleOf(await task.promise);
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      return name === 'PasswordException'
        ? PROTECTED
        : failure(
            'article-damaged',
            `It is damaged: ${excerpt(message, 120)}. Open it in another program, copy its text and paste it.`,
          );
    } finally {
      await task.destroy();
    }
  },
};

const PROTECTED = failure(
  'article-protected',
  'It is protected by a password. Open it in another program and save it without one, or copy its text and paste it.',
);

const NO_TEXT = failure(
  'article-empty',
  'It has no text, only pictures of pages, as scanners make them. Let a program recognise the text first, or type it.',
);

/**
 * Loads the library. It wants classes that only browsers have as soon as it is loaded, to draw with; and it works in this
 * very process where it finds the part that otherwise has one of its own.
 */
async function loadPdf() {
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D'])
    if (!Reflect.has(globalThis, name)) Reflect.set(globalThis, name, Nothing);
  await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
  return import('pdfjs-dist/legacy/build/pdf.min.mjs');
}

/** Stands in for what draws. */
const Nothing = class {
  readonly isNothing = true;
};

async function articleOf(file: PdfFile): Promise<Result<FoundArticle>> {
  if (file.numPages > MOST_PAGES)
    return failure(
      'article-too-long',
      `It has ${grouped(file.numPages)} pages, and an article has at most ${grouped(MOST_PAGES)}. Divide it, and add its parts.`,
    );
  const pages: Line[][] = [];
  let letters = 0;
  for (let at = 1; at <= file.numPages && letters <= LIMITS.text; at += 1) {
    const page = await file.getPage(at);
    const lines = linesOf((await page.getTextContent()).items);
    page.cleanup();
    pages.push(lines);
    letters += lines.reduce((sum, { text }) => sum + text.length, 0);
  }
  if (letters === 0) return NO_TEXT;
  const { paragraphs, remarks } = paragraphsOf(pages);
  const text = paragraphs.join('\n\n');
  const { info } = await file.getMetadata();
  const title: unknown = Reflect.get(info, 'Title');
  // Many programs put the name of a file there.
  const isShown = typeof title === 'string' && title.trim() !== '' && text.includes(title.trim());
  return success({
    ...NOTHING_FOUND,
    text,
    title: isShown ? title.trim().slice(0, LIMITS.line) : '',
    remarks,
  });
}

/** The lines of a page, in the order in which the file has them. */
function linesOf(items: readonly TextItem[]): Line[] {
  const lines: Line[] = [];
  let parts: TextItem[] = [];
  const end = (): void => {
    const text = parts
      .map(({ str }) => str)
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
    const shown = parts.filter(({ str }) => str.trim() !== '');
    const [first] = shown;
    if (first !== undefined && text !== '')
      lines.push({
        text,
        left: Math.min(...shown.map(({ transform }) => transform[4] ?? 0)),
        right: Math.max(...shown.map(({ transform, width }) => (transform[4] ?? 0) + width)),
        y: first.transform[5] ?? 0,
        size: first.height,
      });
    parts = [];
  };
  for (const item of items) {
    parts.push(item);
    if (item.hasEOL) end();
  }
  end();
  return lines;
}
