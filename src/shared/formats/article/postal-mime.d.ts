// Types for the part of `postal-mime` that articles use. Those of the package bring in the types of the DOM, so tsconfig.json takes these.

/** A mail whose parts were decoded. */
export interface Mail {
  /** Names in small letters. */
  readonly headers: readonly { readonly key: string; readonly value: string }[];
  readonly from?: { readonly name: string; readonly address?: string };
  readonly subject?: string;
  readonly text?: string;
  readonly html?: string;
  readonly attachments: readonly { readonly disposition: string | null }[];
}

/** Takes mails apart. */
declare const PostalMime: {
  /** Rejects for parts more than 256 within each other, and for heads of more than 2 MB. */
  parse(bytes: Uint8Array): Promise<Mail>;
};
export default PostalMime;
