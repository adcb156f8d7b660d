import { toGenerator } from './generator.ts';

/** The reader of a queue fell behind by more than the queue holds. What it missed can be replayed from its cursor. */
export class SlowReader extends Error {
  override readonly name = 'SlowReader';
}

/** A queue between a writer that may not wait and one reader, which takes its time. It ends once, for whatever reason. */
export interface BoundedQueue<Item> {
  /**
   * Hands an item to the reader, or holds it. Answers false when the queue is full: then it drops what it holds, so that a slow
   * reader costs no memory, and fails the reader with {@link SlowReader}. Behind the end it does nothing and answers true.
   */
  push(item: Item): boolean;
  /** For a writer that can wait: resolves when there is room for one more, or when the queue has ended. */
  hasRoom(): Promise<void>;
  /** The reader gets what is held, then the end. */
  end(): void;
  /** The reader gets what is held, then the error, once. */
  fail(error: unknown): void;
  /** Whether nothing more will be taken. */
  readonly isEnded: boolean;
  /** May be read once. `return()` settles reads that wait. */
  readonly items: AsyncGenerator<Item, void, void>;
}

type Read<Item> = Readonly<{ resolve: (result: IteratorResult<Item, void>) => void; reject: (error: unknown) => void }>;
type Failure = Readonly<{ error: unknown }>;
type State<Item> = {
  held: Item[];
  /** Reads that wait for an item; while there are any, nothing is held. */
  readonly reads: Read<Item>[];
  readonly writers: (() => void)[];
  ended: boolean;
  failure?: Failure | undefined;
};

const done = { done: true, value: undefined } as const;

const wake = ({ writers }: Pick<State<unknown>, 'writers'>): void => {
  for (const resume of writers.splice(0)) resume();
};

/** Takes the error out: who reads on behind it learns that this is the end. */
function takeFailure(state: Pick<State<unknown>, 'failure'>): Failure | undefined {
  const { failure } = state;
  state.failure = undefined;
  return failure;
}

function finish<Item>(state: State<Item>, failure?: Failure): void {
  state.ended = true;
  state.failure = failure;
  wake(state);
  for (const read of state.reads.splice(0)) {
    const failed = takeFailure(state);
    if (failed) read.reject(failed.error);
    else read.resolve(done);
  }
}

async function readFrom<Item>(state: State<Item>): Promise<IteratorResult<Item, void>> {
  if (state.held.length > 0) {
    const value = state.held.shift() as Item;
    wake(state);
    return { done: false, value };
  }
  const failed = takeFailure(state);
  if (failed) throw failed.error;
  if (state.ended) return done;
  return new Promise((resolve, reject) => state.reads.push({ resolve, reject }));
}

/**
 * @param maxItems how many items are held for the reader at most
 * @param onEnd called once, when the queue ends: by its writer, by an overflow, or because the reader left
 */
export function createBoundedQueue<Item>(maxItems: number, onEnd: () => void = () => undefined): BoundedQueue<Item> {
  const state: State<Item> = { held: [], reads: [], writers: [], ended: false };
  const end = (failure?: Failure) => {
    if (state.ended) return;
    finish(state, failure);
    onEnd();
  };
  const overflow = () => {
    state.held = [];
    end({ error: new SlowReader(`The reader fell behind by more than ${maxItems} items.`) });
  };
  return {
    push(item) {
      if (state.ended) return true;
      const read = state.reads.shift();
      if (read) read.resolve({ done: false, value: item });
      else if (state.held.length < maxItems) state.held.push(item);
      else overflow();
      return !state.ended;
    },
    async hasRoom() {
      while (!state.ended && state.held.length >= maxItems)
        await new Promise<void>((resolve) => state.writers.push(resolve));
    },
    end: () => end(),
    fail: (error) => end({ error }),
    get isEnded() {
      return state.ended;
    },
    items: toGenerator({
      next: () => readFrom(state),
      leave: () => {
        end();
        // An item or an error that nobody has read yet goes with the reader.
        state.held = [];
        state.failure = undefined;
      },
    }),
  };
}
