// Loads components when they are first drawn, so that the first picture does not wait for them.
import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A placeholder for a component that loads when it is first drawn.
 *
 * @param load returns the component, from a dynamic import.
 * @param meanwhile shown until then; default nothing.
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
