// The bundled fonts, and when they are ready: the width of their text decides where marks go.
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';

/**
 * Resolves once the timeline's fonts can be measured; at once if they already can.
 *
 * @param text to be set: waits for every alphabet in it that the fonts have. Default Latin.
 */
export async function fontsReady(text?: string): Promise<void> {
  await Promise.all(
    ['600 13px "Inter Variable"', '400 14px "Source Serif 4 Variable"'].map((font) =>
      document.fonts.load(font, text),
    ),
  );
}
