// Switches between list and timeline, and copies the list.
import { grouped } from '../../shared/in-words.ts';
import { announce } from '../parts/announcements.ts';
import { copyText } from '../parts/clipboard.ts';
import { succeeded } from '../parts/notices.ts';
import { currentView, showStage, stage, withView } from '../view/view.ts';
import type { ListFormat } from './copied-list.ts';

const FORMAT_NAMES: Readonly<Record<ListFormat, string>> = {
  text: 'text',
  csv: 'CSV',
  markdown: 'Markdown',
};

/** Switches from the timeline to the list, or back. */
export function toggleList(): void {
  withView(({ opened: { document } }) => {
    if (document.events.count === 0) return;
    const isList = stage.value === 'list';
    showStage(isList ? 'timeline' : 'list');
    announce(isList ? 'Timeline shown' : 'List shown');
  });
}

/** Copies the rows of the list to the clipboard, in the order shown. */
export async function copyList(format: ListFormat): Promise<void> {
  const view = currentView.value;
  if (view === null) return;
  const [{ listedEvents, listedTable }, { tableAs }] = await Promise.all([
    import('./listed.ts'),
    import('./copied-list.ts'),
  ]);
  const table = listedTable(view);
  if (!(await copyText(tableAs(format, table)))) return;
  const rows = table.length - 1;
  const all = listedEvents(view).length;
  const said =
    rows < all
      ? `the first ${grouped(rows)} of ${grouped(all)} rows`
      : `${grouped(rows)} ${rows === 1 ? 'row' : 'rows'}`;
  succeeded(`Copied ${said} as ${FORMAT_NAMES[format]}.`);
}
