// Remembers the last answer about a document: a preview and its export ask for the same.
import type { PlacedDocument } from '../../shared/document/document.ts';

/** Gives the last answer about a document where the question is the same, or else works it out. */
export type LastAnswer<Answer> = (document: PlacedDocument, asked: string, work: () => Answer) => Answer;

/** Starts without answers. An answer goes with its document: one of a million events would weigh hundreds of megabytes. */
export function rememberLast<Answer>(): LastAnswer<Answer> {
  const answers = new WeakMap<PlacedDocument, { readonly asked: string; readonly answer: Answer }>();
  return (document, asked, work) => {
    const last = answers.get(document);
    if (last?.asked === asked) return last.answer;
    const answer = work();
    answers.set(document, { asked, answer });
    return answer;
  };
}
