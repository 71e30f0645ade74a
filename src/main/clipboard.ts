// Puts a picture on the clipboard, with old and new Electron.
import electron, { nativeImage } from 'electron';

/** @param png a PNG file's contents. */
export async function copyPicture(png: Uint8Array): Promise<void> {
  const { clipboard } = electron;
  // Electron 44 put `ClipboardItem` in the place of `writeImage`, which its types no longer know.
  const writeImage: unknown = Reflect.get(clipboard, 'writeImage');
  if (typeof writeImage === 'function') {
    Reflect.apply(writeImage, clipboard, [nativeImage.createFromBuffer(Buffer.from(png))]);
  } else {
    const picture = new Blob([new Uint8Array(png)], { type: 'image/png' });
    await clipboard.write([new electron.ClipboardItem({ 'image/png': picture })]);
  }
}
