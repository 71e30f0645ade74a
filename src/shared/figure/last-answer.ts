// Remembers the last answer about a document or its model: a preview and its export ask for the same. Pure.

/** Gives the last answer about a document where the question is the same, or else works it out. */
export type LastAnswer<Answer> = (document: object, asked: string, work: () => Answer) => Answer;

/** Starts without answers. An answer goes with its document: one of a million events would weigh hundreds of megabytes. */
export function rememberLast<Answer>(): LastAnswer<Answer> {
  const answers = new WeakMap<object, { readonly asked: string; readonly answer: Answer }>();
  return (document, asked, work) => {
    const last = answers.get(document);
    if (last?.asked === asked) return last.answer;
    const answer = work();
    answers.set(document, { asked, answer });
    return answer;
  };
}
