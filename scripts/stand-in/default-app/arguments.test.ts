// The stand-in runtime accepts Electron's command lines.
import { expect, test } from 'vitest';
import { parseArguments, type Request } from './arguments.ts';

test.each<[string, string[], Request]>([
  ['a folder', ['.'], { kind: 'app', path: '.', modules: [] }],
  ['options before the app', ['--no-sandbox', '--inspect=0', '.'], { kind: 'app', path: '.', modules: [] }],
  ['arguments after the app', ['.', 'a.dateline', '--version'], { kind: 'app', path: '.', modules: [] }],
  [
    'a module to load first',
    ['-r', './loader.cjs', '.'],
    { kind: 'app', path: '.', modules: ['./loader.cjs'] },
  ],
  ['two of them', ['-r', 'a', '--require', 'b', '.'], { kind: 'app', path: '.', modules: ['a', 'b'] }],
  ['the app as an option', ['--app=/srv/app', 'file'], { kind: 'app', path: '/srv/app', modules: [] }],
  ['the version', ['--no-sandbox', '--version'], { kind: 'version' }],
  ['the version in short', ['-v'], { kind: 'version' }],
  ['a module name that is missing', ['-r'], { kind: 'nothing' }],
  ['nothing', [], { kind: 'nothing' }],
  ['only options', ['--no-sandbox'], { kind: 'nothing' }],
])('%s', (_, args, expected) => {
  expect(parseArguments(args)).toEqual(expected);
});
