// Measures subjects in turn, round by round, so that other work on the machine affects all of them alike.
import { startSession, type Missing, type Stage, type Subject, type Work } from './session.ts';

/** How often subjects run. */
export interface Plan {
  /** Discarded runs of each subject, which fill caches. */
  readonly warmUps: number;
  /** Runs of each subject whose launch counts. */
  readonly rounds: number;
  /** How many of these also measure memory, frames, and style and layout. */
  readonly exercises: number;
}

/** The results of one subject, each in the order of the rounds, or why there are none. */
export interface Runs {
  /** Milliseconds, one a round. */
  readonly launches: number[] | Missing;
  /** Bytes, one an exercise; empty if the system does not report them. */
  readonly memory: number[];
  /** Milliseconds, all frames of all exercises. */
  readonly frames: number[] | Missing;
  /** Style and layout, one an exercise; empty if the subject does not move. */
  readonly work: Work[] | Missing;
  /** Milliseconds, all edits of all exercises; empty if nothing can be edited in the subject. */
  readonly edits: number[] | Missing;
}

/** The runs of one subject. */
export interface Trial {
  /** Runs it once more; `counts` is false for a warm-up, `exercise` is true if more than the launch is measured. */
  run(counts: boolean, exercise: boolean): Promise<void>;
  /** The results so far. */
  runs(): Runs;
}

/** Runs each subject as often as the plan says. */
export async function runInTurn(trials: readonly Trial[], plan: Plan): Promise<void> {
  for (let round = -plan.warmUps; round < plan.rounds; round += 1) {
    // Alternate who goes first, so that caches filled by one favour no one.
    const order = round % 2 === 0 ? trials : trials.toReversed();
    for (const trial of order) await trial.run(round >= 0, round >= 0 && round < plan.exercises);
  }
}

/** A trial without runs. A subject that timed out or refused its document once does not run again. */
export function createTrial(subject: Subject, stage: Stage): Trial {
  const launches: number[] = [];
  const memory: number[] = [];
  const frames: number[] = [];
  const work: Work[] = [];
  const edits: number[] = [];
  let unlaunched: Missing | undefined;
  let unmoved: Missing | undefined;
  let unedited: Missing | undefined;

  /** In a run of its own, as what counts the work may slow down the frames. Its launch counts for nothing. */
  async function countWork(): Promise<void> {
    const session = await startSession(subject, stage);
    if (typeof session === 'string') {
      unlaunched = session;
      return;
    }
    const found = await session.work();
    if (typeof found === 'string') unmoved = found;
    else work.push(found);
    if (subject.watch.edits && unedited === undefined) {
      const times = await session.edits();
      if (times === 'late') unedited = times;
      else edits.push(...times);
    }
    await session.close();
  }

  return {
    runs: () => ({
      launches: unlaunched ?? launches,
      memory,
      frames: unlaunched ?? unmoved ?? frames,
      work: unlaunched ?? unmoved ?? work,
      edits: unlaunched ?? unedited ?? edits,
    }),
    async run(counts: boolean, exercise: boolean): Promise<void> {
      if (unlaunched !== undefined) return;
      const session = await startSession(subject, stage);
      if (typeof session === 'string') {
        unlaunched = session;
        return;
      }
      if (counts) launches.push(session.launch);
      if (exercise && unmoved === undefined) {
        const bytes = await session.memory();
        if (bytes !== undefined) memory.push(bytes);
        const found = await session.frames();
        if (typeof found === 'string') unmoved = found;
        else frames.push(...found);
      }
      await session.close();
      if (exercise && subject.watch.moves && unmoved === undefined) await countWork();
    },
  };
}
