// The room that a label may fill beside its event in a figure, in which nothing moves. Pure.
import type { FoldedTime } from '../../shared/dates/folds.ts';
import { positionOf, scaleOf, type TimeWindow } from '../../shared/dates/window.ts';
import { gapOf, isPoint, ROOM } from '../../shared/index/labels.ts';
import type { RoomBeside } from '../timeline/label-sizes.ts';

/**
 * The room beside the events of a figure.
 *
 * @param width of the drawing, CSS pixels.
 * @param window that it covers, in drawn time.
 * @param time the map to that.
 */
export function roomBesideIn(width: number, window: TimeWindow, time: Pick<FoldedTime, 'place'>): RoomBeside {
  const scale = scaleOf(window, width);
  return (start, end) => {
    const [from, to] = [time.place(start), time.place(end)];
    const [left, right] = [from, to].map((at) => Math.min(width, Math.max(0, positionOf(window, at, width))));
    if (left === undefined || right === undefined) return 0;
    const behind = isPoint(from, to, scale) ? left : Math.max(right, left + ROOM.bar);
    return Math.floor(Math.max(left, width - behind - 2) - gapOf(from, to));
  };
}
