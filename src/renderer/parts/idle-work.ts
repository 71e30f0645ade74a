// Does long work while the window is idle, a piece at a time: no frame and no key has to wait for it.

/** What has to be left of the time until the next frame for a further piece, milliseconds. */
const LEFT_FOR_A_PIECE = 4;

/** How long work waits for an idle moment; then some of it is done without one. Milliseconds. */
const PATIENCE = 20;
/** How much of it is then done, milliseconds. */
const SOME = 3;

/** Work for idle moments. */
export interface IdleWork {
  /** Does some work from now on, in place of what was left of the work before. @param work yields after each piece */
  readonly begin: (work: Generator<undefined, void>) => void;
  /** Gives up what is left. */
  readonly end: () => void;
}

declare global {
  interface Navigator {
    /** https://wicg.github.io/is-input-pending/ */
    readonly scheduling: { isInputPending(): boolean };
  }
}

/** Prepares a place for one work at a time. */
export function createIdleWork(): IdleWork {
  let current: Generator<undefined, void> | null = null;
  let isWaiting = false;
  const wait = (): void => {
    if (isWaiting || current === null) return;
    isWaiting = true;
    requestIdleCallback(
      (deadline) => {
        isWaiting = false;
        const start = performance.now();
        // What is left does not get less by a key: its frame is not planned yet.
        const hasTime = () =>
          !navigator.scheduling.isInputPending() &&
          (deadline.didTimeout
            ? performance.now() - start < SOME
            : deadline.timeRemaining() > LEFT_FOR_A_PIECE);
        do {
          const own = current;
          // The end of one work may begin another.
          if (own?.next().done === true && current === own) current = null;
        } while (current !== null && hasTime());
        wait();
      },
      { timeout: PATIENCE },
    );
  };
  return {
    begin(work) {
      current = work;
      wait();
    },
    end() {
      current = null;
    },
  };
}
