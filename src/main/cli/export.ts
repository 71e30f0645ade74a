// Writes the figures that the command line asks for. It checks everything before it draws, and draws everything before
// it writes.
import { stat, access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FigureRequest } from '../../shared/figure/figure.ts';
import { grouped } from '../../shared/in-words.ts';
import { failure, success, type Failure, type Result } from '../../shared/result.ts';
import type { CommandLine, Target } from './arguments.ts';
import { openDocument } from '../document/open.ts';
import type { FigureOrder } from '../figure/drawer.ts';
import type { EncodedFigure, Encoder } from '../figure/drawn.ts';
import { ENCODERS } from '../figure/encoders.ts';
import { readStyleFile } from '../figure/style.ts';
import { systemCode } from '../system/system-code.ts';
import { writeFailure, writtenFile } from '../system/write-file.ts';

/** What the command needs from the rest of main. */
export interface ExportCommandContext {
  /** Absolute path of the article that comes with the app. */
  readonly bundled: string;
  /** Draws one figure, as `FigureDrawer` does. */
  readonly drawFigure: (order: FigureOrder, encode: Encoder<EncodedFigure>) => Promise<Result<EncodedFigure>>;
  /** Writes one file, as `writeFileWhole` does. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<Result<null>>;
  /** Write to the standard streams and wait until the bytes are out. */
  readonly toOutput: (bytes: Uint8Array | string) => Promise<Result<null>>;
  readonly toErrors: (text: string) => Promise<unknown>;
  /** Reports a failure on standard error and returns its exit code. */
  readonly tell: (failure: Failure) => Promise<2>;
}

/** A figure, ready to be written. */
interface ReadyFigure extends EncodedFigure {
  readonly target: Target;
}

/**
 * Writes every figure, and prints a line with the size of each: on standard output, or on standard error if a figure
 * goes to standard output. If one cannot be written, prints the reason in one sentence on standard error. Files are
 * written even if nobody reads the lines.
 *
 * @returns the exit code: 0, or 2 if a figure or a line on standard output was not written.
 */
export async function exportCommand(
  command: Extract<CommandLine, { kind: 'export' }>,
  context: ExportCommandContext,
): Promise<0 | 2> {
  const { writeFile, toOutput, toErrors, tell } = context;
  const ready = await drawAll(command, context);
  if (!ready.ok) return tell(ready.failure);
  const outputIsFigure = ready.value.some(({ target }) => target.path === null);
  let untold: Failure | undefined;
  for (const [index, { target, bytes, width, height, leftOut }] of ready.value.entries()) {
    const written = await (target.path === null ? toOutput(bytes) : writeFile(target.path, bytes));
    if (!written.ok) return tell(afterOthers(written.failure, index));
    const size = `${width} × ${height} pixels, ${grouped(bytes.length)} bytes`;
    const missing = leftOut === null ? '' : `. ${leftOut}`;
    const line = `${target.path ?? 'standard output'}: ${size}${missing}\n`;
    if (outputIsFigure) await toErrors(line);
    else {
      const told = await toOutput(line);
      if (!told.ok) untold ??= told.failure;
    }
  }
  return untold === undefined ? 0 : tell(untold);
}

/** Adds to a failure how many figures were written before it. */
function afterOthers(reason: Failure, count: number): Failure {
  if (count === 0) return reason;
  const others =
    count === 1 ? 'The figure before it was written.' : `The ${count} figures before it were written.`;
  return { ...reason, message: `${reason.message} ${others}` };
}

async function drawAll(
  { document: named, targets, options, style: styleFile }: Extract<CommandLine, { kind: 'export' }>,
  { bundled, drawFigure }: ExportCommandContext,
): Promise<Result<readonly ReadyFigure[]>> {
  for (const { path } of targets) {
    const writable = path === null ? success(null) : await checkWritable(path);
    if (!writable.ok) return writable;
  }
  const style = styleFile === undefined ? success(undefined) : await readStyleFile(styleFile);
  if (!style.ok) return style;
  const opened = await (named === undefined ? openDocument(bundled, true) : openDocument(named, false));
  if (!opened.ok) return opened;
  const ready: ReadyFigure[] = [];
  for (const target of targets) {
    const request: FigureRequest = { options: { ...options, style: style.value }, format: target.format };
    const order = { request, document: opened.value.document };
    const figure = await drawFigure(order, ENCODERS[target.format]);
    if (!figure.ok) return figure;
    ready.push({ ...figure.value, target });
  }
  return success(ready);
}

/**
 * Finds reasons why a file cannot be written, as far as this is possible without writing: the failures of {@link
 * writtenFile} and {@link writeFailure}, or `name-is-device`.
 *
 * @param path absolute.
 */
export async function checkWritable(path: string): Promise<Result<null>> {
  const written = await writtenFile(path);
  if (!written.ok) return written;
  const folder = dirname(written.value);
  try {
    const status = await stat(folder);
    if (!status.isDirectory()) return writeFailure('ENOTDIR', path);
    await access(folder, constants.W_OK);
    const there = await stat(written.value).catch(() => undefined);
    if (there?.isDirectory() === true) return writeFailure('EISDIR', path);
    if (there !== undefined && !there.isFile())
      return failure('name-is-device', `“${path}” is a device or a pipe; use --export - for those.`);
    return success(null);
  } catch (error) {
    return writeFailure(systemCode(error), path);
  }
}
