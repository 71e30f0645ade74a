// One lane of the index: what it holds, and how finely it can be drawn so that no window ever shows too much of it.
import type { Coverage } from './coverage.ts';
import { bandOf, levelFor, mostCells, powerAbove, rulesFrom, type Band, type Rule } from './grid.ts';
import type { ClassRun } from './slots.ts';

/** What the index keeps of a lane. */
export interface Lane {
  /** Its events by class, ascending; classes without events are left out. */
  readonly runs: readonly ClassRun[];
  readonly coverage: Coverage;
  /** The most of its events that overlap a window of 2^exponent milliseconds, wherever that stands. */
  readonly mostAtOnce: (exponent: number) => number;
}

/** A view of a lane, as far as it decides how finely the lane is drawn. */
export interface Scale {
  /** Of the window, whole milliseconds. */
  readonly length: number;
  /** Of the window, CSS pixels. */
  readonly width: number;
  /** Least width of a cell, CSS pixels. */
  readonly cellWidth: number;
  /** How many events a cell may hold and still show each, if there is room. */
  readonly capacity: number;
  /** The most marks that the lane may show. */
  readonly share: number;
}

/** The classes of a lane by band. */
export function bandsOf(lane: Lane, rule: Rule): { band: Band; runs: ClassRun[] }[] {
  const bands: { band: Band; runs: ClassRun[] }[] = [];
  for (const run of lane.runs) {
    const band = bandOf(run.durationClass, rule);
    const last = bands.at(-1);
    if (last?.band.level === band.level) last.runs.push(run);
    else bands.push({ band, runs: [run] });
  }
  return bands;
}

/**
 * The finest rule by which no window of this scale shows more marks of the lane than its share, wherever the window
 * stands: the wanted one if there are never more events in view than that, else the first whose cells are few
 * enough. It depends on all events of the lane and never on those in view, so marks keep still while the window
 * moves. Where the share is less than two, up to two marks are shown.
 */
export function ruleFor(lane: Lane, scale: Scale): Rule {
  const { capacity, share, length } = scale;
  const level = levelFor(length, scale.width, scale.cellWidth);
  let rule: Rule = { capacity, level, step: 1 };
  if (mostMarks(lane, rule, length) <= share || lane.mostAtOnce(powerAbove(length)) <= share) return rule;
  for (rule of rulesFrom({ capacity, level })) if (mostMarks(lane, rule, length) <= share) break;
  return rule;
}

/**
 * The most marks that a window of this length can show: over all bands, events singly up to the rule's capacity in
 * each of the ⌈(window + longest event) / cell⌉ + 1 cells that it can touch.
 */
function mostMarks(lane: Lane, rule: Rule, length: number): number {
  let marks = 0;
  for (const { band, runs } of bandsOf(lane, rule)) {
    const events = runs.reduce((sum, { from, to }) => sum + to - from, 0);
    const longest = runs.reduce((most, run) => Math.max(most, run.longest), 0);
    marks += Math.min(events, rule.capacity * mostCells(length, longest, band.level));
  }
  return marks;
}
