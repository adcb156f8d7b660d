/** Does something again and again. Tests bring one that they move by hand. */
export interface Ticker {
  /**
   * Calls `action` once in every period. Keeps no process alive.
   *
   * @returns a function that ends it
   */
  every(periodInMs: number, action: () => unknown): () => void;
}

/** Ticks with the machine's time. */
export const systemTicker: Ticker = {
  every(periodInMs, action) {
    const timer = setInterval(action, periodInMs);
    timer.unref();
    return () => clearInterval(timer);
  },
};
