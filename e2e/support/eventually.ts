const pauseInMs = 25;

/** Repeats what a projection may not show yet. Long enough for a busy machine; a test that passes does not wait that long. */
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
