// Lets work wait for the work before it.

/** Does a piece of work once those before it have ended, well or not. */
export type Queue = <Answer>(work: () => Promise<Answer>) => Promise<Answer>;

/** An empty queue. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const answer = last.then(work);
    last = answer.catch(() => undefined);
    return answer;
  };
}
