// The bundled fonts, and when they are ready: the width of their text decides where marks go.
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';

/**
 * Resolves once the timeline's font can be measured; at once if it already can.
 *
 * @param text to be set: waits for every alphabet in it that the font has. Default Latin.
 */
export async function fontsReady(text?: string): Promise<void> {
  await document.fonts.load('600 13px "Inter Variable"', text);
}
