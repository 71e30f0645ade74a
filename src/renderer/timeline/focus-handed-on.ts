// Keeps the focus on the timeline when what stands over it goes.
import { useLayoutEffect } from 'preact/hooks';

/** Gives the focus to the timeline when an element over it goes that has or holds it: it would fall to the page. */
export function useFocusHandedOn(over: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(
    () => () => {
      if (over.current?.contains(document.activeElement) === true)
        over.current.closest<HTMLElement>('.timeline')?.focus({ preventScroll: true });
    },
    [],
  );
}
