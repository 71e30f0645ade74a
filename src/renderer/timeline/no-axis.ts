// Stands in for Moment, which vis-timeline steps along its axis with: ours has an axis of its own, and Moment would be
// a tenth of the script that the window loads. electron.vite.config.ts puts it in its place.

/** A time of vis-timeline's hidden axis; a step from it leads beyond every window. */
class AxisTime {
  readonly #time: number;

  constructor(time: unknown = Date.now()) {
    this.#time = Number(time);
  }
  valueOf(): number {
    return this.#time;
  }
  toDate(): Date {
    return new Date(this.#time);
  }
  clone(): AxisTime {
    return new AxisTime(this.#time);
  }
  add(): AxisTime {
    return new AxisTime(Infinity);
  }
  locale(): this {
    return this;
  }
  hours(): this {
    return this;
  }
  minutes(): this {
    return this;
  }
  seconds(): this {
    return this;
  }
  milliseconds(): this {
    return this;
  }
  isSame(): boolean {
    return false;
  }
}

/** What vis-timeline asks of Moment while its axis steps by a millisecond. */
const moment = Object.assign((time?: unknown) => new AxisTime(time), {
  isMoment: (time: unknown) => time instanceof AxisTime,
  locale: () => 'en',
});

export default moment;
