/** What time it is at the server, whatever the clock of this device says. */
export type ServerClock = Readonly<{
  /** Epoch milliseconds, right to about a second. Before the server has answered anything it is the device's own time. */
  now(): number;
  /** `fetch`, for requests to the server: each answer's `Date` header sets this clock. */
  fetch: typeof fetch;
}>;

/** Makes a clock that its own requests set. It runs on the device's time in between, so that it goes on while a laptop sleeps. */
export function createServerClock(surroundings: Readonly<{ fetch: typeof fetch; now: () => number }>): ServerClock {
  let aheadInMs = 0;
  return {
    now: () => surroundings.now() + aheadInMs,
    async fetch(...request) {
      const response = await surroundings.fetch(...request);
      const saidInMs = Date.parse(response.headers.get('date') ?? '');
      if (!Number.isNaN(saidInMs)) aheadInMs = saidInMs - surroundings.now();
      return response;
    },
  };
}
