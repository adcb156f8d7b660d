/**
 * Makes a stream that can be left at any moment. An async generator that waits for its source hears `return()` only when the
 * wait is over, which for a quiet subscription may be never. So leaving aborts `left` first; the generator ends its source on it.
 */
export function leavable<Item>(
  open: (left: AbortSignal) => AsyncGenerator<Item, void, void>,
): AsyncGenerator<Item, void, void> {
  const leaving = new AbortController();
  const items = open(leaving.signal);
  const leave = async (): Promise<IteratorResult<Item, void>> => {
    leaving.abort(new Error('the reader left'));
    await items.return();
    return { done: true, value: undefined };
  };
  return {
    next: () => items.next(),
    return: leave,
    throw: async (error) => {
      await leave();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => void (await leave()),
  };
}
