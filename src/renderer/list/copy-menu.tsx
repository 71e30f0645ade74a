// The button that copies the list, and its menu of formats.
import { ChevronDown, Copy } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { menuItems, moveInMenu } from '../parts/menu-keys.ts';
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

  const open = (last: boolean) => {
    menu.current?.showPopover();
    menuItems(menu.current)
      .at(last ? -1 : 0)
      ?.focus();
  };
  const close = () => {
    menu.current?.hidePopover();
    button.current?.focus();
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
        class="menu list-menu"
        role="menu"
        aria-label="Copy list"
        onToggle={(event) => {
          setOpen(event.newState === 'open');
        }}
        onKeyDown={(event) => {
          moveInMenu(event, menu.current, close);
        }}
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
