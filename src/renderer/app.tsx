// The main window: toolbar, timeline with its overview, panel and status bar, or the screen that stands in for them.
import { chooseMark, moveTo, openMark, panBy, zoomBy } from './commands.ts';
import { ArticlePanel } from './panels/article-panel.tsx';
import { DropTarget } from './panels/drop-target.tsx';
import { EventCard } from './panels/event-card.tsx';
import { ExportDialog } from './panels/export-dialog.tsx';
import { LazyDialog } from './panels/lazy-dialog.tsx';
import { NoticeBar } from './panels/notice.tsx';
import { Problem } from './panels/problem.tsx';
import { StatusBar } from './panels/status-bar.tsx';
import { Toolbar } from './panels/toolbar.tsx';
import { announcement, screen, selectedEvent, timelineSize, type View } from './store.ts';
import { Overview } from './timeline/overview.tsx';
import { Timeline } from './timeline/timeline.tsx';

/** The whole window. */
export function App() {
  const shown = screen.value;
  return (
    <>
      {shown.kind === 'document' && <DocumentView key={shown.view.key} view={shown.view} />}
      {shown.kind === 'problem' && <Problem failure={shown.failure} />}
      <ExportDialog />
      <LazyDialog />
      <DropTarget />
      <NoticeBar />
      <p class="visually-hidden" role="status" aria-live="polite">
        {announcement.value}
      </p>
    </>
  );
}

const actions = { pan: panBy, zoom: zoomBy, choose: chooseMark, open: openMark };

const onResize = (size: { readonly width: number; readonly height: number }) => {
  timelineSize.value = size;
};

function DocumentView({ view }: { view: View }) {
  return (
    <div class="window">
      <Toolbar view={view} />
      <main class="stage">
        <Timeline
          model={view.model}
          window={view.window.current}
          selected={selectedEvent}
          actions={actions}
          onResize={onResize}
        />
        <Overview model={view.model} window={view.window.current} moveTo={moveTo} pan={panBy} />
      </main>
      <aside class="panel" aria-label="Event and article">
        <EventCard view={view} />
        <ArticlePanel view={view} />
      </aside>
      <StatusBar view={view} />
    </div>
  );
}
