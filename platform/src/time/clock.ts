/** Where the time comes from. Tests hand in a clock that they move themselves. */
export interface Clock {
  /** The present instant, in epoch milliseconds. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };
