// A link out of the app: it opens in the reader's browser, and says where it leads before it is followed.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { addressWithHost } from '../../shared/hosts.ts';
import { openLink, pointAt, pointedAddress } from './links.ts';

/** The address is shown in the status bar while the pointer or the focus is on the link, as browsers do. */
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
  // A link that goes while it is pointed at does not say so.
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
