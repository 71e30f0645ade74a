// Copies pictures, with old and new versions of Electron, and text to the clipboard.
import electron, { nativeImage } from 'electron';
import { failure, success, type Result } from '../../shared/result.ts';

/** Characters: more than the longest list that a reader would paste, and small enough for any clipboard. */
const LONGEST_TEXT = 64_000_000;

/** Copies text; fails with `text-too-long` above 64 million characters. */
export async function copyText(text: string): Promise<Result<null>> {
  if (text.length > LONGEST_TEXT)
    return failure(
      'text-too-long',
      'This is too much for the clipboard. Show less time or fewer lanes and copy again.',
    );
  await electron.clipboard.writeText(text);
  return success(null);
}

/** @param png a PNG file's contents. */
export async function copyPicture(png: Uint8Array): Promise<void> {
  const { clipboard } = electron;
  // Electron 44 replaced `writeImage` by `ClipboardItem`, and removed it from its types.
  const writeImage: unknown = Reflect.get(clipboard, 'writeImage');
  if (typeof writeImage === 'function') {
    Reflect.apply(writeImage, clipboard, [nativeImage.createFromBuffer(Buffer.from(png))]);
  } else {
    const picture = new Blob([new Uint8Array(png)], { type: 'image/png' });
    await clipboard.write([new electron.ClipboardItem({ 'image/png': picture })]);
  }
}
