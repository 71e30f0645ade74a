// Stands in for Hammer.js and what wraps it, which vis-timeline listens to gestures with: those of the timeline are our
// own, and Hammer would look into every move of the pointer. electron.vite.config.ts puts it in their place.

/** What vis-timeline asks of a Hammer; none of it does anything. */
class NoGestures {
  on(): this {
    return this;
  }
  off(): this {
    return this;
  }
  emit(): this {
    return this;
  }
  /** The recogniser of a gesture. */
  get(): { readonly set: () => void } {
    return {
      set() {
        // There is nothing to set.
      },
    };
  }
  destroy(): void {
    // There is nothing to end.
  }
}

/** Wraps a Hammer, as `propagating-hammerjs` does. */
export default function withoutGestures(): typeof NoGestures {
  return NoGestures;
}
