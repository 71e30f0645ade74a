// Types for the part of `pdfjs-dist` that articles use. Those of the package bring in the types of the DOM, so tsconfig.json takes these.

/** A stretch of a line. */
export interface TextItem {
  readonly str: string;
  /** The last two are where it begins, from the left and from the bottom of the page. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  /** Whether its line ends with it. */
  readonly hasEOL: boolean;
}

/** A page of a PDF file. */
export interface PdfPage {
  getTextContent(): Promise<{ readonly items: readonly TextItem[] }>;
  cleanup(): void;
}

/** A PDF file. */
export interface PdfFile {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
  getMetadata(): Promise<{ readonly info: object }>;
}

/** Reads a PDF file. Nothing in it is run. */
export function getDocument(given: {
  /** Is taken away from the caller. */
  readonly data: Uint8Array;
  readonly isEvalSupported: false;
  readonly useWorkerFetch: false;
  readonly useWasm: false;
  readonly useSystemFonts: false;
  readonly disableFontFace: true;
  readonly isOffscreenCanvasSupported: false;
  readonly isImageDecoderSupported: false;
  /** 0 complains of nothing. */
  readonly verbosity: 0;
}): {
  /** Rejects, for a file that a password protects with an error named `PasswordException`. */
  readonly promise: Promise<PdfFile>;
  destroy(): Promise<void>;
};
