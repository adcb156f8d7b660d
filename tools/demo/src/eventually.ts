const pauseInMs = 25;

/**
 * Repeats what a projection may not show yet. Long enough for a busy machine: what is there does not wait that long.
 *
 * @throws what the last attempt threw, when none has succeeded within the time
 */
export async function eventually<Result>(attempt: () => Promise<Result>, withinInMs = 15_000): Promise<Result> {
  const until = Date.now() + withinInMs;
  for (;;) {
    try {
      return await attempt();
    } catch (failure) {
      if (Date.now() > until) throw failure;
      await new Promise((resolve) => setTimeout(resolve, pauseInMs));
    }
  }
}
