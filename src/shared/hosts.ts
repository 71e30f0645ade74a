// Shows which host a web address leads to, so that no host passes for another by the letters it is spelt in.

/**
 * The host in ASCII, as name servers know it, where the address spells it otherwise: `xn--bcher-kva.example` for
 * `https://bücher.example/`, `127.0.0.1` for `https://0x7f.1/`. `null` where it is spelt so already, or where the
 * text is no address.
 */
export function asciiHost(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  return address.toLowerCase().startsWith(`${protocol}//${hostname}`) ? null : hostname;
}

/** An address for the reader, with {@link asciiHost} in brackets behind it where there is one. */
export function addressWithHost(address: string): string {
  const host = asciiHost(address);
  return host === null ? address : `${address} (${host})`;
}
