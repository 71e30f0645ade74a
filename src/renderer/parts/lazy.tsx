// Loads components when they are first drawn, so that the first picture does not wait for them.
import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component that loads when it is first drawn, or before. */
type Lazy<Props> = ComponentType<Props> & {
  /** Loads it ahead, so that it is drawn at once. */
  readonly load: () => Promise<void>;
};

/**
 * A placeholder for a component that loads when it is first drawn.
 *
 * @param load returns the component, from a dynamic import.
 * @param meanwhile shown until then; default nothing.
 */
export function lazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: VNode | null = null,
): Lazy<Props> {
  let Loaded: ComponentType<Props> | undefined;
  const loadOnce = async (): Promise<void> => {
    Loaded ??= await load();
  };
  function Placeholder(props: Props) {
    const [, setLoaded] = useState(Loaded !== undefined);
    useEffect(() => {
      let current = true;
      void loadOnce().then(() => {
        if (current) setLoaded(true);
      });
      return () => {
        current = false;
      };
    }, []);
    return Loaded === undefined ? meanwhile : <Loaded {...props} />;
  }
  return Object.assign(Placeholder, { load: loadOnce });
}
