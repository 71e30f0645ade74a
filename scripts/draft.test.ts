// `npm run draft` gives the same answer wherever a machine stands, and whatever language it speaks.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Drafts the article that comes with the app, in a process of its own. */
function drafted(language: string, zone: string): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/draft.ts', 'resources/article.txt', '--published', '2022-10-04', '--events'],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: language, LANG: language, LANGUAGE: language, TZ: zone },
    },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

test('alike in Turkish, Arabic and Thai, on both sides of the date line', () => {
  const reference = drafted('C', 'UTC');
  expect(reference.trim().split('\n')).toHaveLength(5);
  for (const [language, zone] of [
    ['tr_TR.UTF-8', 'Asia/Bishkek'],
    ['ar_EG.UTF-8', 'Pacific/Kiritimati'],
    ['th_TH.UTF-8', 'America/Los_Angeles'],
  ] as const)
    expect(drafted(language, zone)).toBe(reference);
});
