// What the linter holds the code to: typed rules everywhere, no import rings, and the arrows between layers and folders.
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** The folders of each layer from the top down: a folder imports its own and lower ones. Those in one list stand level. */
const HOUSE = {
  'src/main': [['cli'], ['figure'], ['window'], ['document'], ['safety'], ['jobs', 'system']],
  'src/renderer': [
    ['app'],
    ['timeline', 'list', 'event', 'article', 'lanes', 'find', 'export', 'figure', 'draft', 'import'],
    ['document'],
    ['view'],
    ['parts'],
  ],
  'src/shared': [['formats'], ['figure', 'index'], ['find'], ['document'], ['drafting'], ['dates']],
};

/** The layers that each layer may import besides its own; tests and tools may import all. */
const LAYERS = {
  'src/shared': [],
  'src/main': ['src/shared'],
  'src/worker': ['src/shared'],
  'src/preload': ['src/shared'],
  'src/renderer': ['src/shared'],
};

const folderArrows = Object.entries(HOUSE).flatMap(([layer, ranks]) =>
  ranks.slice(1).flatMap((folders, above) =>
    folders.map((folder) => ({
      target: `${layer}/${folder}`,
      from: ranks
        .slice(0, above + 1)
        .flat()
        .map((higher) => `${layer}/${higher}`),
      message: `${folder}/ stands below: let what is higher watch it, see docs/architecture.md.`,
    })),
  ),
);

const layerArrows = Object.entries(LAYERS).map(([layer, allowed]) => ({
  target: layer,
  from: Object.keys(LAYERS).filter((other) => other !== layer && !allowed.includes(other)),
  message: `${layer} imports ${allowed.length === 0 ? 'no other layer' : `only ${allowed.join(' and ')}`}.`,
}));

/** What only tests and tools may import: sample dates and documents, hostile files, and the measure of a function's cost. */
const forTests = {
  target: 'src/**/!(*.test|*samples).{ts,tsx}',
  from: 'src/**/{*samples,hostile-documents,cost}.ts',
  message: 'Only tests and tools import samples.',
};

/** Forbids packages in one layer; `ignores` lists the files that stand at its edge. */
const packages = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
});

const electron = { group: ['electron'], message: 'Only main and preload know Electron.' };
const node = { group: ['node:*'], message: 'Only main, scripts and tests know Node.' };
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
    plugins: { 'import-x': importX },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    settings: {
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-shadow': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      eqeqeq: 'error',
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': [
        'error',
        { basePath: import.meta.dirname, zones: [...layerArrows, ...folderArrows, forTests] },
      ],
      'no-console': 'error',
    },
  },
  { files: ['**/*.test.ts', '**/*.test.tsx'], rules: { 'import-x/no-restricted-paths': 'off' } },
  packages(['src/shared/**'], [electron, node, vis]),
  packages(['src/main/**'], [ipcMain, vis], ['src/main/safety/ipc.ts']),
  packages(['src/worker/**'], [electron, node, vis]),
  packages(['src/preload/**'], [node, vis]),
  packages(['src/renderer/**'], [electron, node, vis], ['src/renderer/timeline/vis.ts']),
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
