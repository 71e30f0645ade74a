// The bundled faces, and when they are ready: marks are placed by the width of their text.
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';

/** Resolves once the face that the timeline is set in can be measured; at once where it is there already. */
export async function fontsReady(): Promise<void> {
  await document.fonts.load('600 13px "Inter Variable"');
}
