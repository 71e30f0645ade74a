// The app opens its window whatever the data folder is like: unwritable, held by another, or with a window of one pixel in it.
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture } from '../scripts/processes.ts';
import { Dateline, expect, test } from './dateline.ts';

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-profile-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** What a run keeps in the folder for temporary files in place of a data folder. */
const temporaries = async ({ app }: Dateline): Promise<string[]> =>
  (await readdir(tmpdir())).filter((name) => name.includes(`-${app.process().pid}-`));

/** Starts with the data folder, looks at the five events in the window that is open, and closes it. */
async function start(dataFolder: string, look: (dateline: Dateline) => Promise<void>): Promise<void> {
  const dateline = await Dateline.start({ dataFolder });
  try {
    await expect(dateline.timeline.marks).toHaveCount(5);
    await look(dateline);
    expect(dateline.problems).toEqual([]);
  } finally {
    await dateline.close({ keepData: true });
  }
}

/** Expects the window to say that the next launch will know nothing of this one. */
async function expectForgetful(dateline: Dateline, dataFolder: string, reason: string): Promise<void> {
  await expect(dateline.notice).toHaveText(
    new RegExp(`^Settings and recent documents are forgotten when this window is closed: .* ${reason}\\.`),
  );
  await expect(dateline.notice).toContainText(`the folder “${dataFolder}” `);
}

test('where the data folder cannot be written the window opens, reads the settings and says that it forgets', async () => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    // Only root may mount a disk; for others, a folder that could only stand in a file stands in for it.
    await writeFile(join(folder, 'file'), '');
    const dataFolder = join(folder, 'file', 'data');
    await start(dataFolder, (dateline) => expectForgetful(dateline, dataFolder, 'cannot be written'));
    return;
  }
  const disk = join(folder, 'disk');
  await mkdir(disk);
  expect(await capture('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk])).toMatchObject({ code: 0 });
  try {
    const settings = JSON.stringify({ maximized: false, theme: 'dark' });
    await writeFile(join(disk, 'settings.json'), settings);
    const filled = await writeFile(join(disk, 'rest'), Buffer.alloc(65_536)).catch(String);
    expect(filled).toContain('ENOSPC');
    for (const makeReadOnly of [false, true]) {
      if (makeReadOnly) await capture('mount', ['-o', 'remount,ro', disk]);
      await start(disk, async (dateline) => {
        await expectForgetful(dateline, disk, 'cannot be written');
        expect(await dateline.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
        expect(await temporaries(dateline)).toHaveLength(1);
      });
      expect((await readdir(disk)).toSorted()).toEqual(['rest', 'settings.json']);
      expect(await readFile(join(disk, 'settings.json'), 'utf8')).toBe(settings);
    }
  } finally {
    await capture('umount', [disk]);
  }
});

test('a lock is no second start: of another computer, of a process that has the number of an old one, of nobody', async () => {
  test.skip(process.platform === 'win32', 'there the system takes a lock away together with its process');
  const lock = join(folder, 'SingletonLock');
  // Electrons differ in whether they take the lock of another computer.
  await symlink('another-computer-1', lock);
  await start(folder, () => Promise.resolve());

  await rm(lock, { force: true });
  await symlink(`${hostname()}-${process.pid}`, lock);
  await start(folder, async (dateline) => {
    await expect(dateline.notice).toHaveCount(0);
    expect(await readlink(lock)).not.toContain(`-${process.pid}`);
  });

  await rm(lock, { force: true });
  await mkdir(join(lock, 'in its place'), { recursive: true });
  await start(folder, (dateline) =>
    expectForgetful(dateline, folder, 'is in use by another computer, or cannot be locked'),
  );
});

test('a window that was remembered too small, or off every screen, stands whole on one', async () => {
  for (const bounds of [
    { x: 30, y: 30, width: 1, height: 1 },
    { x: 90_000, y: -90_000, width: 1000, height: 700 },
  ]) {
    await writeFile(
      join(folder, 'settings.json'),
      JSON.stringify({ maximized: false, theme: 'system', bounds }),
    );
    await start(folder, async ({ app }) => {
      const place = await app.evaluate(({ BrowserWindow, screen }) => {
        const [window] = BrowserWindow.getAllWindows();
        return {
          visible: window?.isVisible(),
          bounds: window?.getBounds() ?? { x: 0, y: 0, width: 0, height: 0 },
          areas: screen.getAllDisplays().map(({ workArea }) => workArea),
        };
      });
      expect(place.visible).toBe(true);
      const { x, y, width, height } = place.bounds;
      expect(width).toBeGreaterThanOrEqual(720);
      expect(height).toBeGreaterThanOrEqual(480);
      expect(
        place.areas.filter(
          (area) =>
            x >= area.x &&
            y >= area.y &&
            x + width <= area.x + area.width &&
            y + height <= area.y + area.height,
        ),
      ).toHaveLength(1);
    });
  }
});
