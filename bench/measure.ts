// Measures subjects in turn, round by round, so that whatever else the machine does hits all of them alike.
import { startSession, type Missing, type Stage, type Subject } from './session.ts';

/** How often subjects are run. */
export interface Plan {
  /** Runs of each subject that are thrown away: they fill caches. */
  readonly warmUps: number;
  /** Runs of each subject whose launch counts. */
  readonly rounds: number;
  /** In how many of these memory and frames are measured too. */
  readonly exercises: number;
}

/** What the runs of one subject gave, each in the order of the rounds, or why there is nothing. */
export interface Runs {
  /** Milliseconds, one a round. */
  readonly launches: number[] | Missing;
  /** Bytes, one an exercise; none where the system does not tell. */
  readonly memory: number[];
  /** Milliseconds, all frames of all exercises. */
  readonly frames: number[] | Missing;
}

/** The runs of one subject. */
export interface Trial {
  /** Runs it once more; `counts` says whether that is no warm-up, `exercise` whether memory and frames are measured. */
  run(counts: boolean, exercise: boolean): Promise<void>;
  /** What the runs gave so far. */
  runs(): Runs;
}

/** Runs each subject as often as the plan says. */
export async function runInTurn(trials: readonly Trial[], plan: Plan): Promise<void> {
  for (let round = -plan.warmUps; round < plan.rounds; round += 1) {
    // Each goes first in every other round: what one leaves in the machine's caches is no one's advantage.
    const order = round % 2 === 0 ? trials : trials.toReversed();
    for (const trial of order) await trial.run(round >= 0, round >= 0 && round < plan.exercises);
  }
}

/** A trial without runs. A subject that was late or refused its document once is not run again. */
export function createTrial(subject: Subject, stage: Stage): Trial {
  const launches: number[] = [];
  const memory: number[] = [];
  const frames: number[] = [];
  let unlaunched: Missing | undefined;
  let unmoved: Missing | undefined;

  return {
    runs: () => ({
      launches: unlaunched ?? launches,
      memory,
      frames: unlaunched ?? unmoved ?? frames,
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
        if (found === 'late') unmoved = found;
        else frames.push(...found);
      }
      await session.close();
    },
  };
}
