// What the Encoding and URL standards (WHATWG) give to every runtime of the app and the language's own library lacks:
// only what the shared layer uses, so that it stays free of Node and the DOM.

declare class TextDecoder {
  constructor(
    label: 'utf-8' | 'utf-16le' | 'utf-16be',
    options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
  );
  decode(bytes: Uint8Array): string;
}

declare class TextEncoder {
  encode(text: string): Uint8Array;
}

declare const URL: {
  canParse(address: string): boolean;
  new (address: string): { readonly protocol: string; readonly hostname: string };
};
