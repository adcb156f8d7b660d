import { toGenerator } from '@meridian/platform/streams/generator';

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

type Read<Item> = Readonly<{ resolve: (result: IteratorResult<Item, void>) => void; reject: (error: unknown) => void }>;
type Ending = Readonly<{ kind: 'ended' } | { kind: 'failed'; error: unknown }>;
type State<Item> = { held: Item[]; waiting?: Read<Item> | undefined; ending?: Ending };

const done = { done: true, value: undefined } as const;

/** Tells a waiting read of the end, once everything before the end has been read. */
function settle<Item>(state: State<Item>): void {
  const { waiting, ending, held } = state;
  if (!waiting || !ending || held.length > 0) return;
  state.waiting = undefined;
  if (ending.kind === 'failed') waiting.reject(ending.error);
  else waiting.resolve(done);
}

function finish<Item>(state: State<Item>, ending: Ending): void {
  state.ending ??= ending;
  settle(state);
}

function push<Item>(state: State<Item>, item: Item, maxItems: number): boolean {
  if (state.ending) return true;
  const { waiting } = state;
  if (waiting) {
    state.waiting = undefined;
    waiting.resolve({ done: false, value: item });
    return true;
  }
  if (state.held.length < maxItems) {
    state.held.push(item);
    return true;
  }
  state.held = [];
  finish(state, { kind: 'failed', error: new SlowReader(`The reader fell behind by more than ${maxItems} events.`) });
  return false;
}

const readFrom = <Item>(state: State<Item>): Promise<IteratorResult<Item, void>> =>
  new Promise((resolve, reject) => {
    if (state.held.length > 0) return resolve({ done: false, value: state.held.shift() as Item });
    state.waiting = { resolve, reject };
    settle(state);
  });

/** @param maxItems how far the reader may fall behind; @param onLeave called when the reader leaves before the end */
export function createBoundedQueue<Item>(maxItems: number, onLeave: () => void = () => undefined): BoundedQueue<Item> {
  const state: State<Item> = { held: [] };
  const leave = () => {
    state.held = [];
    // An error that nobody has read yet goes with the reader.
    state.ending = { kind: 'ended' };
    settle(state);
    onLeave();
  };
  return {
    push: (item) => push(state, item, maxItems),
    end: () => finish(state, { kind: 'ended' }),
    fail: (error) => finish(state, { kind: 'failed', error }),
    items: toGenerator({ next: () => readFrom(state), leave }),
  };
}
