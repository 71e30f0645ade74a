// The overlay while a file is dragged over the window.
import { FileDown } from 'lucide-preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { dragging } from './drop.ts';

/** Empty unless something is dragged; covers open dialogs as well. */
export function DropTarget() {
  return dragging.value ? <Target /> : null;
}

function Target() {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    element.current?.showPopover();
  }, []);
  return (
    <div ref={element} class="drop-target" popover="manual">
      <p>
        <FileDown size={22} aria-hidden="true" />
        Drop a timeline, a table or an article to open it
      </p>
    </div>
  );
}
