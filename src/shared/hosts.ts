// Shows which host a web address leads to, so that no host passes for another by lookalike letters.

/**
 * The host in ASCII, as name servers know it, if the address spells it differently: `xn--bcher-kva.example` for
 * `https://bücher.example/`, `127.0.0.1` for `https://0x7f.1/`. Otherwise, and for text that is no address, `null`.
 */
export function asciiHost(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  return address.toLowerCase().startsWith(`${protocol}//${hostname}`) ? null : hostname;
}

/** An address for the reader, followed by {@link asciiHost} in brackets if there is one. */
export function addressWithHost(address: string): string {
  const host = asciiHost(address);
  return host === null ? address : `${address} (${host})`;
}
