// Draws a figure as it is planned: the timeline, and around it the parts by which a reader can check it.
import { signal } from '@preact/signals';
import type { FigureOptions } from '../../shared/figure/figure.ts';
import type { Drawing } from '../timeline/drawing.ts';
import { createStillLanes } from '../timeline/still-lanes.ts';
import { Timeline } from '../timeline/timeline.tsx';
import type { TimelineModel } from '../view/model.ts';
import { columnsIn } from './measured.tsx';
import { Credits, Header, Legend, List } from './parts.tsx';
import type { ListPlan } from './plan.ts';
import type { PlannedFigure } from './planned.tsx';

/** The figure to draw. */
export interface FigurePageProps {
  readonly options: FigureOptions;
  readonly model: TimelineModel;
  readonly planned: PlannedFigure;
  /** Called after each drawing of the timeline, when the parts around it are laid out. */
  readonly onDrawn: (drawing: Drawing) => void;
}

/** Draws the whole figure at exactly its size, and further pages for what has no room on the first. */
export function FigurePage({ options, model, planned, onDrawn }: FigurePageProps) {
  const { parts, words } = options;
  const { className, page, margin, width, laneWidth, laneLines, laneTop, space, plan, lists } = planned;
  const style = {
    width: `${page.width}px`,
    height: `${page.height}px`,
    '--margin': `${margin}px`,
    '--lanes': `${laneWidth}px`,
    '--lane-lines': String(laneLines),
    '--lane-top': `${laneTop}px`,
  };
  const drawn = (list: ListPlan, goesOn: boolean) => {
    const content = lists.find(({ name }) => name === list.name);
    return (
      content !== undefined && (
        <List
          key={list.name}
          content={content}
          plan={list}
          width={columnsIn(content, width).width}
          goesOn={goesOn}
        />
      )
    );
  };
  return (
    <>
      <main class={className} style={style}>
        {parts.title && <Header options={options} model={model} />}
        <figure class="figure-timeline" style={{ width: `${width}px`, height: `${planned.timeline}px` }}>
          <Timeline
            model={signal(planned.drawn.model)}
            window={signal(planned.drawn.window)}
            createLanes={createStillLanes}
            selected={signal(planned.compared)}
            still={{
              sources: planned.sourcesOf,
              width: planned.plot,
              height: planned.lanes,
              space,
              time: planned.drawn.time,
              breaks: planned.breaks,
              roomBeside: planned.roomBeside,
              picture: planned.picture,
            }}
            onDrawn={onDrawn}
          />
        </figure>
        {plan.legend && <Legend styles={planned.styles} />}
        {plan.lists.map((list) => drawn(list, plan.pages.length > 0))}
        {plan.credit && <Credits articles={model.document.articles} words={words?.credit} />}
      </main>
      {plan.pages.map((own, position) => (
        <section key={position} class={`${className} figure-further`} style={style}>
          {own.map((list) => drawn(list, position + 1 < plan.pages.length))}
        </section>
      ))}
    </>
  );
}
