/** How a stream is read and left. `leave` may answer a promise and must settle a `next` that waits; it may be called again. */
export type Reading<Item> = Readonly<{
  next(): Promise<IteratorResult<Item, void>>;
  leave(): unknown;
}>;

/**
 * A generator that can be left at any moment. An `async function*` that waits for its source hears `return()` only when the wait
 * is over, which for a quiet stream may be never; this one leaves at once, and so frees what the stream holds.
 */
export function toGenerator<Item>({ next, leave }: Reading<Item>): AsyncGenerator<Item, void, void> {
  return {
    next,
    async return() {
      await leave();
      return { done: true, value: undefined };
    },
    async throw(error) {
      await leave();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await leave();
    },
  };
}
