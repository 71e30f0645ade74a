// The door to the helper process. The code behind it loads with the first job.
import type { Helper } from './work.ts';

/** @param script absolute path of the helper's entry. */
export function setupHelper(script: string): Helper {
  let helper: Promise<Helper> | undefined;
  return {
    async work(work) {
      helper ??= import('./helper.ts').then(({ createHelper }) => createHelper(script));
      return (await helper).work(work);
    },
  };
}
