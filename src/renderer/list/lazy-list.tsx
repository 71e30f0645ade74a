// The list in the place of the timeline; it is loaded when it is first wanted.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { View } from '../store.ts';

/** Nothing until it is loaded. */
export function LazyList({ view }: { readonly view: View }) {
  const [List, setList] = useState<ComponentType<{ readonly view: View }> | null>(null);
  useEffect(() => {
    let current = true;
    void import('./list-view.tsx').then(({ ListView }) => {
      if (current) setList(() => ListView);
    });
    return () => {
      current = false;
    };
  }, []);
  return List === null ? <div class="list" /> : <List view={view} />;
}
