// Every way of scrolling and zooming changes the window as it should.
import { expect, test, TIMELINE_PARTS, type Dateline, type Span } from './dateline.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365.2425 * DAY;

const length = ({ start, end }: Span) => end - start;
const middle = ({ start, end }: Span) => (start + end) / 2;

/** Where the drawing stands in the page: right of the lane labels. */
async function plot(dateline: Dateline) {
  const timeline = await dateline.timeline.root.boundingBox();
  const lane = await dateline.lanes.rows.first().boundingBox();
  if (timeline === null || lane === null) throw new Error('The timeline is not drawn');
  const left = lane.x + lane.width;
  return { left, width: timeline.x + timeline.width - left, y: timeline.y + timeline.height - 40 };
}

async function pointAt(dateline: Dateline, share: number) {
  const { left, width, y } = await plot(dateline);
  await dateline.page.mouse.move(left + width * share, y);
  return { x: left + width * share, y };
}

/** The instant under a position, 0 to 1. */
const under = (span: Span, share: number) => span.start + length(span) * share;

test.describe('scrolling', () => {
  test('drag moves the time with the pointer', async ({ dateline }) => {
    const { width } = await plot(dateline);
    const { before, after } = await dateline.timeline.change(async () => {
      const { x, y } = await pointAt(dateline, 0.7);
      await dateline.page.mouse.down();
      await dateline.page.mouse.move(x - width / 4, y, { steps: 8 });
      await dateline.page.mouse.up();
    });
    expect(length(after)).toBeCloseTo(length(before), -1);
    expect((after.start - before.start) / length(before)).toBeCloseTo(0.25, 2);
  });

  test('what is let go in motion glides on, and what is held still before does not', async ({ dateline }) => {
    await dateline.page.emulateMedia({ reducedMotion: 'no-preference' });
    const { width } = await plot(dateline);
    const moved = async (letGo: () => Promise<void>) => {
      const { before, after } = await dateline.timeline.change(async () => {
        const { x, y } = await pointAt(dateline, 0.6);
        await dateline.page.mouse.down();
        await dateline.page.mouse.move(x - width / 8, y, { steps: 4 });
        await letGo();
      });
      return (after.start - before.start) / length(before);
    };
    const up = () => dateline.page.mouse.up();
    expect(await moved(up)).toBeGreaterThan(0.13);
    const held = await moved(async () => {
      await dateline.timeline.settle();
      await up();
    });
    expect(held).toBeCloseTo(0.125, 2);
  });

  test('the wheel with Shift and the horizontal wheel move later and earlier', async ({ dateline }) => {
    await pointAt(dateline, 0.5);
    await dateline.page.keyboard.down('Shift');
    const later = await dateline.timeline.change(() => dateline.page.mouse.wheel(0, 120));
    await dateline.page.keyboard.up('Shift');
    expect(later.after.start).toBeGreaterThan(later.before.start);
    expect(length(later.after)).toBeCloseTo(length(later.before), -1);
    const earlier = await dateline.timeline.change(() => dateline.page.mouse.wheel(-120, 0));
    expect(earlier.after.start).toBeCloseTo(later.before.start, -3);
  });

  test('arrow keys move a step, with Shift a full page', async ({ dateline }) => {
    for (const [key, share] of [
      ['ArrowRight', 0.2],
      ['ArrowLeft', -0.2],
      ['Shift+ArrowRight', 1],
      ['Shift+ArrowLeft', -1],
    ] as const) {
      const { before, after } = await dateline.timeline.change(() => dateline.page.keyboard.press(key));
      expect((after.start - before.start) / length(before), key).toBeCloseTo(share, 6);
      expect(length(after), key).toBeCloseTo(length(before), -1);
    }
  });

  test('Home and End show the first and the last event', async ({ dateline }) => {
    await dateline.timeline.show('Month');
    await dateline.page.keyboard.press('End');
    await dateline.timeline.settle();
    await expect(dateline.timeline.mark('Zas–Kulubaev meeting')).toBeInViewport();
    const { before, after } = await dateline.timeline.change(() => dateline.page.keyboard.press('Home'));
    await expect(dateline.timeline.mark('Fall of Kabul')).toBeInViewport();
    expect(length(after)).toBeCloseTo(length(before), -1);
  });
});

test.describe('zooming', () => {
  test('the wheel zooms around the pointer, in and out', async ({ dateline }) => {
    for (const share of [0.2, 0.8]) {
      await pointAt(dateline, share);
      const nearer = await dateline.timeline.change(() => dateline.page.mouse.wheel(0, -120));
      expect(length(nearer.after)).toBeLessThan(length(nearer.before) * 0.9);
      expect(
        Math.abs(under(nearer.after, share) - under(nearer.before, share)) / length(nearer.before),
      ).toBeLessThan(0.002);
      const further = await dateline.timeline.change(() => dateline.page.mouse.wheel(0, 120));
      expect(length(further.after) / length(nearer.before)).toBeCloseTo(1, 3);
    }
  });

  test('a pinch, which arrives as the wheel with Ctrl, zooms around the fingers', async ({ dateline }) => {
    await pointAt(dateline, 0.3);
    const { before, after } = await dateline.timeline.change(async () => {
      await dateline.page.keyboard.down('Control');
      await dateline.page.mouse.wheel(0, -30);
      await dateline.page.keyboard.up('Control');
    });
    expect(length(after)).toBeLessThan(length(before) * 0.9);
    expect(Math.abs(under(after, 0.3) - under(before, 0.3)) / length(before)).toBeLessThan(0.002);
  });

  test('two fingers on a touch screen spread to zoom in', async ({ dateline }) => {
    const { left, width, y } = await plot(dateline);
    const client = await dateline.page.context().newCDPSession(dateline.page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints:
          type === 'touchEnd'
            ? []
            : [
                { x: left + width / 2 - apart, y, id: 1 },
                { x: left + width / 2 + apart, y, id: 2 },
              ],
      });
    const { before, after } = await dateline.timeline.change(async () => {
      await touch('touchStart', 50);
      for (const apart of [60, 80, 100, 120, 140]) await touch('touchMove', apart);
      await touch('touchEnd', 140);
    });
    expect(length(after)).toBeLessThan(length(before) * 0.6);
    expect(Math.abs(middle(after) - middle(before)) / length(before)).toBeLessThan(0.1);
  });

  test('keys and buttons zoom around the middle', async ({ dateline }) => {
    const steps = [
      () => dateline.page.keyboard.press('+'),
      () => dateline.page.keyboard.press('-'),
      () => dateline.timeline.zoomIn(),
      () => dateline.timeline.zoomOut(),
    ];
    for (const [position, step] of steps.entries()) {
      const { before, after } = await dateline.timeline.change(step);
      expect(length(after) / length(before)).toBeCloseTo(position % 2 === 0 ? 1 / 1.5 : 1.5, 6);
      expect(Math.abs(middle(after) - middle(before)) / length(before)).toBeLessThan(1e-6);
    }
  });

  test('presets show a year, a month, a week and a day; 0 and All show everything', async ({ dateline }) => {
    const first = await dateline.timeline.window();
    for (const [name, expected] of [
      ['Year', YEAR],
      ['Month', YEAR / 12],
      ['Week', 7 * DAY],
      ['Day', DAY],
    ] as const) {
      const { after } = await dateline.timeline.change(() => dateline.button(name).click());
      expect(length(after) / expected, name).toBeCloseTo(1, 1);
      await expect(dateline.button(name)).toHaveAttribute('aria-pressed', 'true');
    }
    await dateline.page.keyboard.press('0');
    await dateline.timeline.settle();
    expect(await dateline.timeline.window()).toEqual(first);
    await dateline.timeline.show('Week');
    await dateline.timeline.showAll();
    await dateline.timeline.settle();
    expect(await dateline.timeline.window()).toEqual(first);
  });

  test('stops at one hour and at 20,000 years', async ({ dateline }) => {
    for (let step = 0; step < 40; step += 1) await dateline.page.keyboard.press('+');
    await dateline.timeline.settle();
    expect(length(await dateline.timeline.window())).toBeCloseTo(HOUR, -1);
    for (let step = 0; step < 60; step += 1) await dateline.page.keyboard.press('-');
    await dateline.timeline.settle();
    expect(length(await dateline.timeline.window()) / (20_000 * YEAR)).toBeCloseTo(1, 3);
    await expect(dateline.timeline.axisLabels.filter({ hasText: 'BCE' }).first()).toBeVisible();
  });

  test('two events one day apart come apart', async ({ dateline }) => {
    // Further to the right, so that both have room around the pointer.
    await dateline.page.keyboard.press('ArrowLeft');
    await dateline.page.keyboard.press('ArrowLeft');
    await dateline.timeline.settle();
    await expect(dateline.timeline.mark('CSTO summit, Dushanbe')).toBeVisible();
    const gap = async () => {
      const earlier = await dateline.timeline.shape('CSTO summit, Dushanbe').boundingBox();
      const later = await dateline.timeline.shape('SCO summit').boundingBox();
      return (later?.x ?? Number.NaN) - (earlier?.x ?? Number.NaN);
    };
    expect(await gap()).toBeLessThan(5);
    const dot = (await dateline.timeline.shape('SCO summit').boundingBox()) ?? { x: 0, width: 0 };
    const x = dot.x + dot.width / 2;
    const { y } = await plot(dateline);
    await dateline.page.mouse.move(x, y);
    for (let turns = 0; length(await dateline.timeline.window()) > 4 * DAY; turns += 1) {
      const { before, after } = await dateline.timeline.change(() => dateline.page.mouse.wheel(0, -120));
      expect(length(after)).toBeLessThan(length(before));
      expect(turns).toBeLessThan(40);
    }
    await expect(dateline.timeline.mark('CSTO summit, Dushanbe')).toBeInViewport();
    await expect(dateline.timeline.mark('SCO summit')).toBeInViewport();
    expect(await gap()).toBeGreaterThan(100);
  });
});

test.describe('the overview', () => {
  test('shows the part in view, and dragging it moves the view', async ({ dateline }) => {
    await dateline.timeline.show('Month');
    await dateline.timeline.settle();
    const frame = await dateline.overview.frame.boundingBox();
    const strip = await dateline.overview.root.boundingBox();
    if (frame === null || strip === null) throw new Error('The overview is not drawn');
    expect(frame.width).toBeLessThan(strip.width / 4);
    const { before, after } = await dateline.timeline.change(async () => {
      await dateline.page.mouse.move(frame.x + frame.width / 2, frame.y + 20);
      await dateline.page.mouse.down();
      await dateline.page.mouse.move(frame.x + frame.width / 2 + 120, frame.y + 20, { steps: 6 });
      await dateline.page.mouse.up();
    });
    expect(after.start).toBeGreaterThan(before.start);
    expect(length(after)).toBeCloseTo(length(before), -1);
    const moved = await dateline.overview.frame.boundingBox();
    expect((moved?.x ?? 0) - frame.x).toBeCloseTo(120, -1);
  });

  test('dragging an edge resizes the view and leaves the other edge', async ({ dateline }) => {
    const frame = await dateline.overview.frame.boundingBox();
    if (frame === null) throw new Error('The overview is not drawn');
    const { before, after } = await dateline.timeline.change(async () => {
      await dateline.page.mouse.move(frame.x + frame.width - 2, frame.y + 20);
      await dateline.page.mouse.down();
      await dateline.page.mouse.move(frame.x + frame.width / 2, frame.y + 20, { steps: 6 });
      await dateline.page.mouse.up();
    });
    expect(after.start).toBeCloseTo(before.start, -1);
    expect(length(after) / length(before)).toBeCloseTo(0.5, 1);
  });

  test('a click jumps there', async ({ dateline }) => {
    await dateline.timeline.show('Week');
    await dateline.timeline.settle();
    const strip = await dateline.overview.root.boundingBox();
    if (strip === null) throw new Error('The overview is not drawn');
    const { before, after } = await dateline.timeline.change(() =>
      dateline.page.mouse.click(strip.x + strip.width * 0.9, strip.y + 20),
    );
    expect(middle(after)).toBeGreaterThan(middle(before) + 30 * DAY);
    expect(length(after)).toBeCloseTo(length(before), -1);
  });

  test('moves by keyboard', async ({ dateline }) => {
    await dateline.timeline.show('Month');
    await dateline.timeline.settle();
    await dateline.overview.frame.focus();
    const { before, after } = await dateline.timeline.change(() =>
      dateline.page.keyboard.press('ArrowRight'),
    );
    expect((after.start - before.start) / length(before)).toBeCloseTo(0.25, 6);
  });
});

test('moves smoothly, and at once where the system asks for reduced motion', async ({ dateline }) => {
  const arrived = async (name: 'Month' | 'All') => {
    await expect(dateline.button(name)).toHaveAttribute('aria-pressed', 'true');
    await dateline.timeline.settle();
  };
  const frames = async () => {
    const seen = await dateline.timeline.countWindows();
    await dateline.timeline.show('Month');
    await arrived('Month');
    const count = await seen();
    await dateline.timeline.showAll();
    await arrived('All');
    return count;
  };
  expect(await frames()).toBe(1);
  await dateline.page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await frames()).toBeGreaterThan(4);
});

test('a hand that is quicker than the first measure of the overview loses no view', async ({ dateline }) => {
  const { page } = dateline;
  // A mouse that is known: a press of it can be held on to.
  await page.mouse.move(600, 300);
  // It presses as soon as the overview stands in the page, when nobody knows how wide that is.
  await page.evaluate(() => {
    const before = document.querySelector('.overview');
    const watch = new MutationObserver(() => {
      const overview = document.querySelector('.overview');
      if (overview === null || overview === before) return;
      watch.disconnect();
      const { left, width } = overview.getBoundingClientRect();
      const press = { bubbles: true, pointerId: 1, clientX: left + width / 2 };
      overview.dispatchEvent(new PointerEvent('pointerdown', press));
      overview.dispatchEvent(new PointerEvent('pointerup', press));
    });
    watch.observe(document.body, { childList: true, subtree: true });
  });
  await dateline.open('e2e/fixtures/every-date.dateline');
  await expect(dateline.timeline.marks).not.toHaveCount(0);
  await expect(dateline.eventsInView).not.toHaveText(/^0 /);
});

test('marks declare no custom properties, with which all their parts would be styled anew as they move', async ({
  dateline,
}) => {
  const declared = await dateline.page.evaluate((mark) => {
    const roots = [...document.querySelectorAll(mark)].flatMap((own) => own.parentElement ?? []);
    const rulesIn = (rules: CSSRuleList): CSSStyleRule[] =>
      [...rules].flatMap((rule) =>
        rule instanceof CSSStyleRule ? [rule] : rule instanceof CSSGroupingRule ? rulesIn(rule.cssRules) : [],
      );
    return [...document.styleSheets, ...document.adoptedStyleSheets]
      .flatMap(({ cssRules }) => rulesIn(cssRules))
      .filter(({ style }) => [...style].some((name) => name.startsWith('--')))
      .map(({ selectorText }) => selectorText)
      .filter((selector) => roots.some((root) => root.matches(selector)));
  }, TIMELINE_PARTS.mark);
  expect(declared).toEqual([]);
});
