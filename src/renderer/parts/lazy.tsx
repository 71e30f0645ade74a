// Components that are loaded when they are first drawn, so that the first picture does not wait for them.
import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A component that stands in for one which is loaded once, when it is first drawn.
 *
 * @param load gives the component, out of a dynamic import.
 * @param meanwhile what is shown until it is there; default nothing.
 */
export function lazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: VNode | null = null,
): ComponentType<Props> {
  let Loaded: ComponentType<Props> | undefined;
  return function Lazy(props: Props) {
    const [, setLoaded] = useState(Loaded !== undefined);
    useEffect(() => {
      if (Loaded !== undefined) return;
      let current = true;
      void load().then((component) => {
        Loaded = component;
        if (current) setLoaded(true);
      });
      return () => {
        current = false;
      };
    }, []);
    return Loaded === undefined ? meanwhile : <Loaded {...props} />;
  };
}
