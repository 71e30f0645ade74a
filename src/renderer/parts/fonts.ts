// The bundled faces, and when they are ready: marks are placed by the width of their text.
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';

/**
 * Resolves once the face that the timeline is set in can be measured; at once where it is there already.
 * @param text what is going to be set: every alphabet in it is waited for, as far as the face has it. Default Latin.
 */
export async function fontsReady(text?: string): Promise<void> {
  await document.fonts.load('600 13px "Inter Variable"', text);
}
