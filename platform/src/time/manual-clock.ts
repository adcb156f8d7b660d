import type { Clock } from './clock.ts';

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Moves the clock forward. A negative step throws: time in Meridian never runs backwards by accident, use {@link set}. */
  advance(stepInMs: number): void;
  /** Puts the clock on an instant, in epoch milliseconds, earlier ones included. */
  set(instantInMs: number): void;
}

/** @param startInMs the first instant that the clock shows, in epoch milliseconds */
export function createManualClock(startInMs: number): ManualClock {
  let present = startInMs;
  return {
    now: () => present,
    advance(stepInMs) {
      if (!(stepInMs >= 0)) throw new RangeError(`A clock advances by 0 ms or more, not by ${stepInMs}.`);
      present += stepInMs;
    },
    set(instantInMs) {
      present = instantInMs;
    },
  };
}
