// The button that copies the list, and its menu of formats.
import { ChevronDown, Copy } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { copyList } from './commands.ts';
import type { ListFormat } from './copied-list.ts';

const LABELS: readonly { readonly format: ListFormat; readonly label: string }[] = [
  { format: 'text', label: 'As text' },
  { format: 'csv', label: 'As CSV' },
  { format: 'markdown', label: 'As Markdown' },
];

/** A menu button by the pattern of https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/ */
export function CopyMenu({ disabled }: { readonly disabled: boolean }) {
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);

  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  const open = (last: boolean) => {
    menu.current?.showPopover();
    items()
      .at(last ? -1 : 0)
      ?.focus();
  };
  const close = () => {
    menu.current?.hidePopover();
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items();
    const at = all.findIndex((item) => item === document.activeElement);
    const to: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    };
    const next = to[event.key];
    if (next !== undefined) all[next]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="button list-copy"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        disabled={disabled}
        onPointerDown={(event) => {
          if (isOpen) event.preventDefault();
        }}
        onClick={() => {
          if (isOpen) close();
          else open(false);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          open(event.key === 'ArrowUp');
        }}
      >
        <Copy size={16} aria-hidden="true" />
        Copy list
        <ChevronDown size={15} aria-hidden="true" />
      </button>
      <div
        ref={menu}
        popover="auto"
        class="list-menu"
        role="menu"
        aria-label="Copy list"
        onToggle={(event) => {
          setOpen(event.newState === 'open');
        }}
        onKeyDown={onKeyDown}
      >
        {LABELS.map(({ format, label }) => (
          <button
            key={format}
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => {
              close();
              void copyList(format);
            }}
          >
            {label}
          </button>
        ))}
      </div>
    </>
  );
}
