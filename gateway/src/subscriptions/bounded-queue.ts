/** The reader of a queue fell behind by more than the queue holds. What it missed can be replayed from its cursor. */
export class SlowReader extends Error {
  override readonly name = 'SlowReader';
}

/** A queue with one reader. Writing never waits. */
export interface BoundedQueue<Item> {
  /** Answers false, fails the reader with {@link SlowReader} and drops what is held when it is full. */
  push(item: Item): boolean;
  /** The reader gets what is held, then the end. */
  end(): void;
  /** The reader gets what is held, then the error. */
  fail(error: unknown): void;
  /** May be read once. `return()` settles a read that waits. */
  readonly items: AsyncGenerator<Item, void, void>;
}

type Reader<Item> = Readonly<{
  resolve: (result: IteratorResult<Item, void>) => void;
  reject: (error: unknown) => void;
}>;
type Ending = Readonly<{ kind: 'ended' } | { kind: 'failed'; error: unknown }>;

const done = { done: true, value: undefined } as const;

/** @param maxItems how far the reader may fall behind */
export function createBoundedQueue<Item>(maxItems: number, onLeave: () => void = () => undefined): BoundedQueue<Item> {
  const held: Item[] = [];
  let reader: Reader<Item> | undefined;
  let ending: Ending | undefined;

  const settleReader = (): void => {
    if (!reader || !ending || held.length > 0) return;
    const waiting = reader;
    reader = undefined;
    if (ending.kind === 'failed') waiting.reject(ending.error);
    else waiting.resolve(done);
  };
  const finish = (how: Ending): void => {
    ending ??= how;
    settleReader();
  };
  const next = (): Promise<IteratorResult<Item, void>> =>
    new Promise((resolve, reject) => {
      const item = held.shift();
      if (item !== undefined) return resolve({ done: false, value: item });
      reader = { resolve, reject };
      settleReader();
    });
  const leave = async (): Promise<IteratorResult<Item, void>> => {
    held.length = 0;
    // An error that nobody has read yet goes with the reader.
    ending = { kind: 'ended' };
    settleReader();
    onLeave();
    return done;
  };

  return {
    push(item) {
      if (ending) return true;
      if (reader) {
        const waiting = reader;
        reader = undefined;
        waiting.resolve({ done: false, value: item });
        return true;
      }
      if (held.length < maxItems) return held.push(item) > 0;
      held.length = 0;
      finish({ kind: 'failed', error: new SlowReader(`The reader fell behind by more than ${maxItems} events.`) });
      return false;
    },
    end: () => finish({ kind: 'ended' }),
    fail: (error) => finish({ kind: 'failed', error }),
    items: {
      next,
      return: leave,
      throw: async (error) => {
        await leave();
        throw error;
      },
      [Symbol.asyncIterator]() {
        return this;
      },
      [Symbol.asyncDispose]: async () => void (await leave()),
    },
  };
}
