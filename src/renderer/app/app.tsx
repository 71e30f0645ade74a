// The main window: toolbar, timeline with its overview, panel and status bar, or the screen that replaces them.
import { signal, useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { TimeWindow } from '../../shared/dates/window.ts';
import { Editor } from '../event/event-card.tsx';
import { ghosts } from '../draft/state.ts';
import { found } from '../find/commands.ts';
import { openLane, openLaneMenu, openLanesList } from '../lanes/commands.ts';
import { LaneMenu } from '../lanes/lane-menu.tsx';
import { announcement } from '../parts/announcements.ts';
import {
  addEventAt,
  dropDrag,
  previewDrag,
  chooseMark,
  closeEventMenu,
  eventMenu,
  openColumn,
  openEventMenu,
  openMark,
  runEventAction,
} from '../timeline/commands.ts';
import { EventMenu } from '../timeline/event-menu.tsx';
import { moveLane, moveLaneBy, showAllLanes, showLane } from '../view/lanes.ts';
import { moveTo, panBy, zoomBy } from '../view/moving.ts';
import { panel, panelIsShown } from '../view/panel.ts';
import { selection } from '../view/selection.ts';
import { noteTimelineSize, screen, stage, type View } from '../view/view.ts';
import { lazy } from '../parts/lazy.tsx';
import { LanesButton } from '../lanes/lanes-button.tsx';
import { DropTarget } from './drop-target.tsx';
import { ExportDialog } from '../export/dialog.tsx';
import { FoundMarks } from '../find/found-marks.tsx';
import { DatesMissing, Invitation } from './invitation.tsx';
import { NoticeBar } from './notice.tsx';
import { PageDialogs } from './page-dialogs.tsx';
import { Panel } from './panel.tsx';
import { Problem } from './problem.tsx';
import { StatusBar } from './status-bar.tsx';
import { Toolbar } from './toolbar.tsx';
import { NothingHere } from '../timeline/nothing-here.tsx';
import { Overview } from '../timeline/overview.tsx';
import { Tray } from '../timeline/tray.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { createVisView } from '../timeline/vis.ts';

/** The whole window. */
export function App() {
  const contents = screen.value;
  return (
    <>
      {contents.kind === 'document' && <DocumentView key={contents.view.key} view={contents.view} />}
      {contents.kind === 'problem' && <Problem failure={contents.failure} />}
      <ExportDialog />
      <PageDialogs />
      <DropTarget />
      <NoticeBar />
      <p class="visually-hidden" role="status" aria-live="polite">
        {announcement.value}
      </p>
    </>
  );
}

const lanes = {
  moveTo: moveLane,
  moveBy: moveLaneBy,
  hide: (lane: number) => {
    showLane(lane, false);
  },
  showAll: showAllLanes,
  list: openLanesList,
  menu: openLaneMenu,
  rename: (lane: number) => {
    openLane(lane);
  },
};
const actions = {
  pan: panBy,
  zoom: zoomBy,
  choose: chooseMark,
  open: openMark,
  openColumn,
  addAt: addEventAt,
  preview: previewDrag,
  drop: dropDrag,
  menu: openEventMenu,
  showSpan: (span: TimeWindow) => {
    moveTo(span, true);
  },
  lanes,
};

const ListView = lazy(async () => (await import('../list/list-view.tsx')).ListView, <div class="list" />);

/**
 * False until the timeline's first picture: events come first. Laying out all around them takes as long, an article alone as
 * long again; their places are kept.
 */
const hasPainted = signal(false);

function DocumentView({ view }: { view: View }) {
  const { width } = panel.value;
  const folded = !panelIsShown.value;
  const { events } = view.opened.document;
  const isBlank = events.count === 0;
  // The mark of a proposal stands on the timeline before there is any event.
  const hasGhosts = useComputed(() => ghosts.value.length > 0).value;
  useEffect(() => {
    // The frame with that picture is still being put together, by threads that need a processor, too.
    requestAnimationFrame(() => {
      hasPainted.value = true;
    });
    // What is typed right after a key that opens the editor is for its first field.
    requestIdleCallback(() => void Editor.load());
  }, []);
  return (
    <div
      class={folded ? 'window folded' : 'window'}
      style={width === null ? {} : { '--panel-width': `${width}px` }}
    >
      {hasPainted.value ? <Toolbar view={view} /> : <header class="toolbar" />}
      <main class="stage">
        {isBlank && !hasGhosts ? (
          <Invitation hasArticle={view.opened.document.articles.length > 0} />
        ) : stage.value === 'list' && !isBlank ? (
          <ListView view={view} />
        ) : events.dated === 0 && !hasGhosts ? (
          <DatesMissing count={events.count - events.dated} />
        ) : (
          <>
            <LanesButton view={view} />
            <LaneMenu view={view} />
            <Timeline
              key={keyOfLanes(view.opened.document.lanes)}
              model={view.shown}
              window={view.window.current}
              createLanes={createVisView}
              selected={selection}
              found={found}
              ghosts={ghosts}
              actions={actions}
              onResize={noteTimelineSize}
              over={
                <>
                  <NothingHere view={view} ghosts={ghosts} />
                  <MenuOfEvent view={view} />
                  <Tray view={view} />
                </>
              }
            />
          </>
        )}
        {events.dated > 0 &&
          (hasPainted.value ? (
            <Overview
              model={view.model}
              window={view.window.current}
              found={found.value}
              moveTo={moveTo}
              pan={panBy}
            />
          ) : (
            <div class="overview" />
          ))}
      </main>
      {!folded && (hasPainted.value ? <Panel view={view} /> : <div class="panel" />)}
      {hasPainted.value ? <StatusBar view={view} /> : <footer class="status-bar" />}
      <FoundMarks />
    </div>
  );
}

const laneKeys = new WeakMap<object, number>();
let lanesSeen = 0;

/** Another number for other lanes: the timeline makes its labels once. */
function keyOfLanes(lanesOfDocument: readonly object[]): number {
  const key = laneKeys.get(lanesOfDocument) ?? (lanesSeen += 1);
  laneKeys.set(lanesOfDocument, key);
  return key;
}

function MenuOfEvent({ view }: { view: View }) {
  const place = eventMenu.value;
  const event = place === null ? undefined : view.opened.document.events.placedAt(place.row);
  if (place === null || event === undefined) return null;
  return (
    <EventMenu
      key={place.row}
      {...place}
      event={event}
      close={closeEventMenu}
      run={(action) => {
        runEventAction(place.row, action);
      }}
    />
  );
}
