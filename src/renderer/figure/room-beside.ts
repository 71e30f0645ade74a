// The room that a label may fill beside its event, or within its bar, in a figure, in which nothing moves. Pure.
import type { FoldedTime } from '../../shared/dates/folds.ts';
import { positionOf, scaleOf, type TimeWindow } from '../../shared/dates/window.ts';
import { gapOf, isPoint, ROOM } from '../../shared/index/labels.ts';
import type { RoomBeside } from '../timeline/label-sizes.ts';

/**
 * The room beside the events of a figure, or within their bars where there is more.
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
    if (isPoint(from, to, scale)) return Math.floor(Math.max(left, width - left - 2) - gapOf(from, to));
    const behind = Math.max(right, left + ROOM.bar);
    const beside = Math.max(left, width - behind - 2) - gapOf(from, to);
    // An arrow stands where its end is open.
    const arrows = (from < window.start ? ROOM.arrow : 0) + (to > window.end ? ROOM.arrow : 0);
    return Math.floor(Math.max(beside, right - left - arrows - 2 * ROOM.inset));
  };
}
