type Close = () => Promise<void>;

/** What was opened, and one close for all of it, last first. */
export type OpenedParts<Result> = AsyncDisposable & Readonly<{ result: Result; close: Close }>;

/** Closes all, last first. One that fails does not keep the others open; the first failure is thrown at the end. */
async function closeAll(closes: readonly Close[]): Promise<void> {
  const failures: unknown[] = [];
  for (const close of closes.toReversed()) await close().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

/**
 * Opens things that stand on each other. When a later one fails, those before it are closed, last first, and the failure is
 * thrown: an opening is whole or leaves nothing behind. (`AsyncDisposableStack` would do; Node 20 has none.)
 *
 * @param open hands each part, once it is open, to `keep`, which answers the same part
 */
export async function openParts<Result>(
  open: (keep: <Part extends AsyncDisposable>(part: Part) => Part) => Promise<Result>,
): Promise<OpenedParts<Result>> {
  const closes: Close[] = [];
  try {
    const result = await open((part) => {
      closes.push(async () => part[Symbol.asyncDispose]());
      return part;
    });
    const close = () => closeAll(closes);
    return { result, close, [Symbol.asyncDispose]: close };
  } catch (error) {
    // Why it could not be opened says more than why what was open did not close.
    await closeAll(closes).catch(() => undefined);
    throw error;
  }
}
