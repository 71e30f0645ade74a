// A link out of the app: it opens in the reader's browser, and shows its target before it is followed.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { addressWithHost } from '../../shared/hosts.ts';
import { openLink, pointAt, pointedAddress } from './links.ts';

/** While the pointer or the focus is on the link, the status bar shows its address, as in browsers. */
export function SourceLink({
  address,
  children,
}: {
  readonly address: string;
  readonly children: ComponentChildren;
}) {
  const leave = () => {
    if (pointedAddress.peek() === address) pointAt(null);
  };
  // A link that is removed under the pointer sends no event.
  useEffect(() => leave, [address]);
  const point = () => {
    pointAt(address);
  };
  return (
    <a
      href={address}
      title={addressWithHost(address)}
      dir="auto"
      onMouseEnter={point}
      onMouseLeave={leave}
      onFocus={point}
      onBlur={leave}
      onClick={(click) => {
        click.preventDefault();
        void openLink(address);
      }}
    >
      {children}
    </a>
  );
}
