/** Runs something at an instant. Tests bring one that they move by hand. */
export interface Scheduler {
  /** @param instantInMs epoch milliseconds; one that has passed runs soon. Returns a function that cancels. */
  at(instantInMs: number, action: () => void): () => void;
}

/** `setTimeout` overflows beyond this and would fire at once. */
const longestTimerInMs = 2 ** 31 - 1;

/** The real one. It keeps no process alive, and runs what lies more than 24 days ahead after 24 days: sockets live no longer. */
export const createSystemScheduler = (clock: Readonly<{ now: () => number }>): Scheduler => ({
  at(instantInMs, action) {
    const timer = setTimeout(action, Math.min(Math.max(0, instantInMs - clock.now()), longestTimerInMs));
    timer.unref();
    return () => clearTimeout(timer);
  },
});
