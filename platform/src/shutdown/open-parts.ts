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

/**
 * Waits for things that open at the same time. When one fails, those that opened are closed, and its failure is thrown. They are
 * closed at the same time, too.
 */
export async function openTogether<Part extends AsyncDisposable>(
  openings: readonly Promise<Part>[],
): Promise<OpenedParts<readonly Part[]>> {
  const settled = await Promise.allSettled(openings);
  const parts = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const close = async () => {
    await Promise.all(parts.map((part) => part[Symbol.asyncDispose]()));
  };
  const failed = settled.find((each) => each.status === 'rejected');
  if (failed === undefined) return { result: parts, close, [Symbol.asyncDispose]: close };
  await close().catch(() => undefined);
  throw failed.reason;
}
