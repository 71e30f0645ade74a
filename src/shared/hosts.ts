// Shows which host a web address leads to, so that no host passes for another by lookalike letters.

/** Whether a text is an address that can be taken apart. */
export function canParse(address: string): boolean {
  if (ASCII.test(address)) return URL.canParse(address);
  // Of letters beyond ASCII, Node 20 gives `URL.canParse` wrong ones once it is called so often that it is made faster.
  try {
    return new URL(address).protocol !== '';
  } catch {
    return false;
  }
}

const ASCII = /^[^\u0080-\uffff]*$/;

/**
 * The host in ASCII, as name servers know it, if the address spells it differently: `xn--bcher-kva.example` for
 * `https://bücher.example/`, `127.0.0.1` for `https://0x7f.1/`. Otherwise, and for text that is no address, `null`.
 */
export function asciiHost(address: string): string | null {
  if (!canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  return address.toLowerCase().startsWith(`${protocol}//${hostname}`) ? null : hostname;
}

/** A host without escapes and invisible characters. */
const READABLE_HOST = /^[\p{L}\p{M}\p{N}.-]+$/u;

/**
 * Names the domain that an address leads to, in few words: `tass.com` for `https://www.tass.com/world/1329517`. A domain
 * spelled in other letters is followed by {@link asciiHost} in brackets. Text that is no address stays as it is.
 */
export function domainOf(address: string): string {
  if (!canParse(address)) return address;
  const { hostname } = new URL(address);
  const spelled = /^[^/]*\/\/([^/?#\\]*)/.exec(address)?.[1] ?? '';
  // A name and a password may stand before the host, and a port after it.
  const host = spelled
    .slice(spelled.lastIndexOf('@') + 1)
    .replace(/:\d*$/, '')
    .toLowerCase();
  const domain = withoutWww(hostname);
  return host === hostname || !READABLE_HOST.test(host) ? domain : `${withoutWww(host)} (${domain})`;
}

/** Keeps `www.com`, where `www` is the name itself. */
function withoutWww(host: string): string {
  return host.replace(/^www\.(?=.+\.)/, '');
}

/** An address for the reader, followed by {@link asciiHost} in brackets if there is one. */
export function addressWithHost(address: string): string {
  const host = asciiHost(address);
  return host === null ? address : `${address} (${host})`;
}
