// The command line draws all figures before it writes one, and reports failures in a sentence.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure, success, type Result } from '../../shared/result.ts';
import { checkWritable, exportCommand, type ExportCommandContext } from './export.ts';
import { A_REQUEST } from '../figure/samples.ts';
import { writeFileWhole } from '../system/write-file.ts';

const BUNDLED = join(import.meta.dirname, '../../../resources/article.dateline');

let folder: string;
let output: string[];
let errors: string[];
let drawn: string[];
let outputFails: Result<null> | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-command-'));
  [output, errors, drawn, outputFails] = [[], [], [], undefined];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Draws by naming the format. It never asks the encoder, so that no window is needed. */
function context(fails?: string): ExportCommandContext {
  const drawFigure: ExportCommandContext['drawFigure'] = ({ request, document }) => {
    drawn.push(`${request.format} of ${document.events.count}`);
    return Promise.resolve(
      request.format === fails
        ? failure('figure-broken', 'The picture could not be drawn.')
        : success({ bytes: Buffer.from(request.format), width: 1600, height: 900, leftOut: null }),
    );
  };
  return {
    bundled: BUNDLED,
    drawFigure,
    toOutput: (bytes) => {
      output.push(Buffer.from(bytes).toString());
      return Promise.resolve(outputFails ?? success(null));
    },
    toErrors: (text) => Promise.resolve(void errors.push(text)),
    tell: ({ message }) => {
      errors.push(`${message}\n`);
      return Promise.resolve(2);
    },
    writeFile: writeFileWhole,
  };
}

const { content, ...others } = A_REQUEST.options;
const command = (...targets: { path: string | null; format: 'png' | 'svg' | 'pdf' }[]) => ({
  kind: 'export' as const,
  document: undefined,
  targets,
  options: { ...others, content },
});

describe('exportCommand', () => {
  it('writes every figure and a line for each', async () => {
    const [a, b] = [join(folder, 'a.svg'), join(folder, 'b.png')];
    expect(
      await exportCommand(command({ path: a, format: 'svg' }, { path: b, format: 'png' }), context()),
    ).toBe(0);
    expect([readFileSync(a, 'utf8'), readFileSync(b, 'utf8')]).toEqual(['svg', 'png']);
    expect(output).toEqual([`${a}: 1600 × 900 pixels, 3 bytes\n`, `${b}: 1600 × 900 pixels, 3 bytes\n`]);
    expect(errors).toEqual([]);
    expect(drawn).toEqual(['svg of 5', 'png of 5']);
  });

  it.each([
    [1, ' The figure before it was written.'],
    [2, ' The 2 figures before it were written.'],
  ])('says how many it wrote before the one that failed: %i', async (count, sentence) => {
    const names = ['a.svg', 'b.svg'].slice(0, count);
    const targets = names.map((name) => ({ path: join(folder, name), format: 'svg' as const }));
    // Creates a link after all checks have passed: drawing is the last step before writing.
    const last = join(folder, 'z.svg');
    const { drawFigure, ...rest } = context();
    const watched: ExportCommandContext = {
      ...rest,
      drawFigure: (...given) => {
        if (drawn.length === count) symlinkSync('nothing', last);
        return drawFigure(...given);
      },
    };
    expect(await exportCommand(command(...targets, { path: last, format: 'svg' }), watched)).toBe(2);
    expect(errors).toEqual([
      expect.stringMatching(new RegExp(`^“z.svg” could not be saved: .*${sentence}\\n$`)),
    ]);
    expect(readdirSync(folder)).toEqual([...names, 'z.svg']);
  });

  it('writes every file even where nobody takes the lines, and says so once', async () => {
    outputFails = failure('output-failed', 'Standard output could not be written.');
    const both = command(
      { path: join(folder, 'a.svg'), format: 'svg' },
      { path: join(folder, 'b.png'), format: 'png' },
    );
    expect(await exportCommand(both, context())).toBe(2);
    expect(readdirSync(folder)).toEqual(['a.svg', 'b.png']);
    expect(errors).toEqual(['Standard output could not be written.\n']);
  });

  it('stops where a figure cannot be written to standard output', async () => {
    outputFails = failure('output-failed', 'Standard output could not be written.');
    const both = command({ path: null, format: 'svg' }, { path: join(folder, 'b.png'), format: 'png' });
    expect(await exportCommand(both, context())).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
    expect(errors).toEqual(['Standard output could not be written.\n']);
  });

  it('keeps standard output for the figure that goes there', async () => {
    const a = join(folder, 'a.svg');
    const both = command({ path: a, format: 'svg' }, { path: null, format: 'pdf' });
    expect(await exportCommand(both, context())).toBe(0);
    expect(output).toEqual(['pdf']);
    expect(errors).toEqual([
      `${a}: 1600 × 900 pixels, 3 bytes\n`,
      'standard output: 1600 × 900 pixels, 3 bytes\n',
    ]);
  });

  it('draws nothing where one of the paths cannot be written', async () => {
    const both = command(
      { path: join(folder, 'a.svg'), format: 'svg' },
      { path: join(folder, 'missing', 'b.png'), format: 'png' },
    );
    expect(await exportCommand(both, context())).toBe(2);
    expect(drawn).toEqual([]);
    expect(errors).toHaveLength(1);
    expect(errors.join('')).toContain('“b.png” could not be saved');
  });

  it('draws nothing where the document cannot be read', async () => {
    const asked = { ...command({ path: null, format: 'svg' }), document: join(folder, 'no.dateline') };
    expect(await exportCommand(asked, context())).toBe(2);
    expect(drawn).toEqual([]);
    expect(errors.join('')).toContain('“no.dateline” cannot be opened.');
  });

  it('writes nothing where one of the figures cannot be drawn', async () => {
    const both = command(
      { path: join(folder, 'a.svg'), format: 'svg' },
      { path: join(folder, 'b.png'), format: 'png' },
    );
    expect(await exportCommand(both, context('png'))).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
    expect(errors).toEqual(['The picture could not be drawn.\n']);
    expect(output).toEqual([]);
  });
});

describe('checkWritable', () => {
  it.each([
    ['a new file', 'new.svg', undefined],
    ['a file that is there', 'file', undefined],
    ['a link to one', 'link', undefined],
    ['a link to itself', 'loop', 'link-broken'],
    ['a link to nothing', 'dangling', 'link-broken'],
    ['a folder', 'sub', 'name-is-folder'],
    ['a missing folder', 'missing/a.svg', 'folder-missing'],
    ['a file in place of the folder', 'file/a.svg', 'folder-is-file'],
  ])('%s', async (_case, name, code) => {
    writeFileSync(join(folder, 'file'), '');
    symlinkSync(join(folder, 'file'), join(folder, 'link'));
    symlinkSync('loop', join(folder, 'loop'));
    symlinkSync('nothing', join(folder, 'dangling'));
    mkdirSync(join(folder, 'sub'));
    const result = await checkWritable(join(folder, name));
    expect(result.ok ? undefined : result.failure.code).toBe(code);
  });

  it.runIf(process.platform === 'linux')('looks where a link leads', async () => {
    symlinkSync('/proc/self/status', join(folder, 'a.svg'));
    expect(await checkWritable(join(folder, 'a.svg'))).toMatchObject({ failure: { code: 'write-denied' } });
  });

  it('knows a device', async () => {
    expect(await checkWritable('/dev/null')).toMatchObject({ failure: { code: 'name-is-device' } });
  });
});
