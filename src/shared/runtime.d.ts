// Declares the parts of the Encoding, Compression and URL standards (WHATWG), of High Resolution Time (W3C) and of WebAssembly
// that the shared layer uses. Every runtime of the app has them, but the language's own library does not; this way the layer stays free of Node and the DOM.

declare class TextDecoder {
  /** Throws a RangeError for a label that it does not know. */
  constructor(label: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  /** Its name, whichever label was given. */
  readonly encoding: string;
  decode(bytes: Uint8Array): string;
}

declare class TextEncoder {
  encode(text: string): Uint8Array;
  /** Writes as much of a text as there is room for. */
  encodeInto(text: string, room: Uint8Array): { readonly read: number; readonly written: number };
}

declare const performance: {
  /** Milliseconds. */
  now(): number;
};

/** Turns what was deflated into what it was deflated from. */
declare class DecompressionStream {
  constructor(format: 'deflate-raw');
  readonly writable: {
    getWriter(): { write(bytes: Uint8Array): Promise<void>; close(): Promise<void> };
  };
  readonly readable: {
    getReader(): {
      read(): Promise<{ readonly value?: Uint8Array | undefined }>;
      cancel(): Promise<void>;
    };
  };
}

declare const URL: {
  canParse(address: string): boolean;
  new (address: string): { readonly protocol: string; readonly hostname: string };
};

declare namespace WebAssembly {
  class Memory {
    constructor(pages: { readonly initial: number; readonly maximum: number });
    readonly buffer: ArrayBuffer;
  }
}
