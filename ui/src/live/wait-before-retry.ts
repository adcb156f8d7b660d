const longestWaitInMs = 15_000;

/** How long to wait after so many failures in a row: half a second, then twice as long each time, at most a quarter of a minute. */
export const retryWaitInMs = (retries: number): number => Math.min(500 * 2 ** retries, longestWaitInMs);

/** Waits longer after each failure, and not at all for the moment at which the network is back. */
export const waitBeforeRetry = (retries: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(done, retryWaitInMs(retries));
    function done() {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    }
    addEventListener('online', done);
  });
