// Each rule of the linter refuses what it is for.
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import tseslint from 'typescript-eslint';

const root = join(import.meta.dirname, '..');

/** The project's own configuration, without the rules that need types. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [
    { languageOptions: { parserOptions: { projectService: false } } },
    tseslint.configs.disableTypeChecked,
  ],
});

/** The names of the rules that a text breaks if it stands in this file of the project. */
async function broken(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: join(root, file) });
  return [...new Set((result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message))].sort();
}

const ARROWS = 'import-x/no-restricted-paths';
const PACKAGES = '@typescript-eslint/no-restricted-imports';

describe('what the linter refuses', () => {
  it.each([
    ['shared', 'src/shared/result.ts', '../main/index.ts'],
    ['shared', 'src/shared/result.ts', '../renderer/api.ts'],
    ['main', 'src/main/index.ts', '../renderer/api.ts'],
    ['the renderer', 'src/renderer/api.ts', '../main/index.ts'],
    ['preload', 'src/preload/index.ts', '../main/index.ts'],
    ['the helper', 'src/worker/jobs.ts', '../main/index.ts'],
    ['main', 'src/main/index.ts', '../worker/jobs.ts'],
  ])('an import of another layer in %s', async (_layer, file, other) => {
    expect(await broken(file, `import '${other}';\n`)).toContain(ARROWS);
  });

  it.each([
    ['src/main/system/log.ts', '../safety/pages.ts'],
    ['src/main/safety/pages.ts', '../document/open.ts'],
    ['src/main/jobs/helper.ts', '../document/open.ts'],
    ['src/main/document/open.ts', '../window/menu.ts'],
    ['src/main/window/menu.ts', '../figure/drawn.ts'],
    ['src/main/figure/drawn.ts', '../cli/arguments.ts'],
    ['src/renderer/parts/lazy.tsx', '../view/view.ts'],
    ['src/renderer/view/view.ts', '../document/commands.ts'],
    ['src/renderer/document/commands.ts', '../find/commands.ts'],
    ['src/renderer/find/commands.ts', '../app/commands.ts'],
    ['src/shared/dates/window.ts', '../document/document.ts'],
    ['src/shared/document/document.ts', '../index/timeline-index.ts'],
    ['src/shared/find/fold.ts', '../figure/figure.ts'],
  ])('an arrow that points up: %s to %s', async (file, higher) => {
    expect(await broken(file, `import '${higher}';\n`)).toContain(ARROWS);
  });

  it.each([
    ['src/shared/document/notes.ts', './samples.ts'],
    ['src/shared/dates/words.ts', './date-samples.ts'],
    ['src/shared/document/file/check.ts', './hostile-documents.ts'],
    ['src/main/index.ts', '../shared/cost.ts'],
    ['src/renderer/list/list-view.tsx', '../../shared/document/samples.ts'],
  ])('an import of samples for tests into the app: %s of %s', async (file, samples) => {
    expect(await broken(file, `import '${samples}';\n`)).toContain(ARROWS);
  });

  it.each([
    ['src/shared/document/notes.test.ts', './samples.ts'],
    ['src/shared/document/samples.ts', '../dates/date-samples.ts'],
    ['bench/synthetic.ts', '../src/shared/document/samples.ts'],
  ])('no import of samples into tests, tools and other samples: %s of %s', async (file, samples) => {
    expect(await broken(file, `import '${samples}';\n`)).not.toContain(ARROWS);
  });

  it('a ring of files', async () => {
    const text =
      "import { readDocument } from './document/file/read.ts';\nexport const ring = readDocument;\n";
    expect(await broken('src/shared/result.ts', text)).toEqual(['import-x/no-cycle']);
  });

  it('a name that hides another', async () => {
    const text = 'export const around = 1;\nexport const twice = (around: number): number => 2 * around;\n';
    expect(await broken('src/shared/result.ts', text)).toEqual(['@typescript-eslint/no-shadow']);
  });

  it.each([
    ['src/shared/result.ts', "import 'electron';\n"],
    ['src/shared/result.ts', "import 'node:fs';\n"],
    ['src/worker/jobs.ts', "import 'node:fs';\n"],
    ['src/renderer/view/view.ts', "import 'node:fs';\n"],
    ['src/renderer/view/view.ts', "import 'electron';\n"],
    ['src/renderer/view/view.ts', "import 'vis-timeline';\n"],
    ['src/main/system/log.ts', "import { ipcMain } from 'electron';\n\nipcMain.removeAllListeners();\n"],
  ])('a package that %s has no business with: %s', async (file, text) => {
    expect(await broken(file, text)).toContain(PACKAGES);
  });

  it('the bridge anywhere but in its one file', async () => {
    expect(await broken('src/renderer/view/view.ts', 'void window.api.about();\n')).toContain(
      'no-restricted-syntax',
    );
  });

  it('nothing of what the house is made of', async () => {
    const text = "import { success } from '../../shared/result.ts';\n\nexport const done = success(null);\n";
    expect(await broken('src/main/system/log.ts', text)).toEqual([]);
  });
});
