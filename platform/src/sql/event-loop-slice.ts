/** How long synchronous statements may follow each other before timers and sockets get their turn. */
const sliceInMs = 8;

let sliceStartedAt: number | undefined;

/**
 * Resolves at once while the present turn of the event loop is short, and in a later turn when it has become long.
 *
 * SQLite answers synchronously, so `for (…) await transaction.execute(…)` is a chain of microtasks: without this, a handler of
 * a thousand rows keeps every socket of the process waiting. State is per process because the event loop is.
 */
export function giveWay(): Promise<void> | undefined {
  return turnIsLong() ? untilTurnIsShort() : undefined;
}

/** Many chains wait at once. Each looks again when it is called: else all of them would go on in one very long turn. */
async function untilTurnIsShort(): Promise<void> {
  do {
    await new Promise((resolve) => setImmediate(resolve));
  } while (turnIsLong());
}

function turnIsLong(): boolean {
  const now = performance.now();
  if (sliceStartedAt !== undefined) return now - sliceStartedAt >= sliceInMs;
  sliceStartedAt = now;
  setImmediate(() => {
    sliceStartedAt = undefined;
  });
  return false;
}
