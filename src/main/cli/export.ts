// Writes the figures that the command line asks for: all is looked at before anything is drawn, and drawn before written.
import { stat, access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FigureRequest } from '../../shared/figure/figure.ts';
import { failure, success, type Failure, type Result } from '../../shared/result.ts';
import type { CommandLine, Target } from './arguments.ts';
import { openDocument } from '../document/open.ts';
import type { FigureOrder } from '../figure/drawer.ts';
import type { EncodedFigure, Encoder } from '../figure/drawn.ts';
import { ENCODERS } from '../figure/encoders.ts';
import { systemCode } from '../system/system-code.ts';
import { writeFailure, writeFileWhole } from '../system/write-file.ts';

/** What the command needs of the rest of main. */
export interface ExportCommandContext {
  /** Absolute path of the article that comes with the app. */
  readonly bundled: string;
  /** Draws one figure, as `FigureDrawer` does. */
  readonly drawFigure: (order: FigureOrder, encode: Encoder<EncodedFigure>) => Promise<Result<EncodedFigure>>;
  /** Write to the standard streams, and wait until it is written. */
  readonly toOutput: (bytes: Uint8Array | string) => Promise<void>;
  readonly toErrors: (text: string) => Promise<void>;
}

/** A figure that is ready to be written. */
interface ReadyFigure extends EncodedFigure {
  readonly target: Target;
}

/**
 * Writes every figure, and a line for each with its size: to standard output, or to standard error where a figure goes
 * there. Where one cannot be written, says why in one sentence on standard error.
 *
 * @returns the exit code: 0, or 2 where a figure was not written.
 */
export async function exportCommand(
  command: Extract<CommandLine, { kind: 'export' }>,
  context: ExportCommandContext,
): Promise<0 | 2> {
  const fail = async ({ message, details }: Failure): Promise<2> => {
    await context.toErrors(`${[message, ...details].join(' ')}\n`);
    return 2;
  };
  const ready = await drawAll(command, context);
  if (!ready.ok) return fail(ready.failure);
  const report = ready.value.some(({ target }) => target.path === null) ? context.toErrors : context.toOutput;
  for (const [index, { target, bytes, width, height }] of ready.value.entries()) {
    if (target.path === null) await context.toOutput(bytes);
    else {
      const written = await writeFileWhole(target.path, bytes);
      if (!written.ok) {
        const others =
          index === 0 ? '' : ` The ${index === 1 ? 'figure' : `${index} figures`} before it were written.`;
        return fail({ ...written.failure, message: written.failure.message + others });
      }
    }
    const size = `${width} × ${height} pixels, ${bytes.length.toLocaleString('en')} bytes`;
    await report(`${target.path ?? 'standard output'}: ${size}\n`);
  }
  return 0;
}

async function drawAll(
  { document: named, targets, options }: Extract<CommandLine, { kind: 'export' }>,
  { bundled, drawFigure }: ExportCommandContext,
): Promise<Result<readonly ReadyFigure[]>> {
  for (const { path } of targets) {
    const writable = path === null ? success(null) : await checkWritable(path);
    if (!writable.ok) return writable;
  }
  const opened = await (named === undefined ? openDocument(bundled, true) : openDocument(named, false));
  if (!opened.ok) return opened;
  const ready: ReadyFigure[] = [];
  for (const target of targets) {
    const request: FigureRequest = { options, format: target.format };
    const figure = await drawFigure({ request, document: opened.value.document }, ENCODERS[target.format]);
    if (!figure.ok) return figure;
    ready.push({ ...figure.value, target });
  }
  return success(ready);
}

/**
 * Says beforehand what would keep a file from being written, as far as it can be known without writing: the failures of
 * {@link writeFailure}.
 *
 * @param path absolute.
 */
export async function checkWritable(path: string): Promise<Result<null>> {
  const folder = dirname(path);
  try {
    const status = await stat(folder);
    if (!status.isDirectory()) return writeFailure('ENOTDIR', path);
    await access(folder, constants.W_OK);
    const there = await stat(path).catch(() => undefined);
    if (there?.isDirectory() === true) return writeFailure('EISDIR', path);
    if (there !== undefined && !there.isFile())
      return failure('name-is-device', `“${path}” is a device or a pipe; use --export - for those.`);
    return success(null);
  } catch (error) {
    return writeFailure(systemCode(error), path);
  }
}
