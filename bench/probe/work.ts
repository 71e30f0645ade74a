// The part of the probe that asks the browser how long it spends on style and layout.
import type { Debugger, WebContents } from 'electron';

/** Milliseconds since the page was opened. */
interface Spent {
  readonly style: number;
  readonly layout: number;
}

/**
 * The style and layout work of a page while `exercise` goes on, forced by scripts or not, with what `exercise` found.
 * The page's own counters tell it, over the protocol of the developer tools. Listening to these may cost time, so frames
 * are not timed meanwhile.
 */
export async function countWork<Found>(contents: WebContents, exercise: () => Promise<Found>) {
  const tools = contents.debugger;
  tools.attach('1.3');
  try {
    await tools.sendCommand('Performance.enable');
    const before = await timeSpent(tools);
    const found = await exercise();
    const after = await timeSpent(tools);
    return { style: after.style - before.style, layout: after.layout - before.layout, found };
  } finally {
    tools.detach();
  }
}

async function timeSpent(tools: Debugger): Promise<Spent> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- the protocol says so
  const { metrics }: { metrics: { name: string; value: number }[] } =
    await tools.sendCommand('Performance.getMetrics');
  const milliseconds = (name: string): number => {
    const metric = metrics.find((one) => one.name === name);
    if (metric === undefined) throw new Error(`The browser does not count ${name}.`);
    return metric.value * 1000;
  };
  return { style: milliseconds('RecalcStyleDuration'), layout: milliseconds('LayoutDuration') };
}
