// What the linter holds the code to: typed rules everywhere, and the arrows between the layers.
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** Forbids imports in one layer; `allow` lists the files that stand at its edge. */
const arrows = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
});

const electron = { group: ['electron'], message: 'Only main and preload know Electron.' };
const node = { group: ['node:*'], message: 'Only main, scripts and tests know Node.' };
const layer = (name, why) => ({ group: [`**/${name}/**`], message: why });
const vis = {
  group: ['vis-*', 'vis-*/**'],
  message: 'src/renderer/timeline/vis.ts is the only importer of vis-timeline.',
};
const ipcMain = {
  group: ['electron'],
  importNames: ['ipcMain'],
  message: 'src/main/safety/ipc.ts is the only file that touches ipcMain.',
};

export default tseslint.config(
  { ignores: ['out/', 'dist/', 'node_modules/', 'test-results/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  arrows(
    ['src/shared/**'],
    [
      electron,
      node,
      vis,
      layer('main', 'shared imports no other layer.'),
      layer('renderer', 'shared imports no other layer.'),
      layer('preload', 'shared imports no other layer.'),
    ],
  ),
  arrows(
    ['src/main/**'],
    [ipcMain, vis, layer('renderer', 'main never imports the renderer.')],
    ['src/main/safety/ipc.ts'],
  ),
  arrows(
    ['src/preload/**'],
    [
      node,
      vis,
      layer('main', 'preload imports only shared.'),
      layer('renderer', 'preload imports only shared.'),
    ],
  ),
  arrows(
    ['src/renderer/**'],
    [
      electron,
      node,
      vis,
      layer('main', 'the renderer never imports main.'),
      layer('preload', 'the renderer never imports preload.'),
    ],
    ['src/renderer/timeline/vis.ts'],
  ),
  {
    files: ['src/renderer/**'],
    ignores: ['src/renderer/api.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='window'][property.name='api']",
          message: 'src/renderer/api.ts is the only file that touches window.api.',
        },
      ],
    },
  },
  { files: ['scripts/**', 'bench/**'], rules: { 'no-console': 'off' } },
  prettier,
);
