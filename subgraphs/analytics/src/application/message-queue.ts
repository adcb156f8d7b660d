/** Messages on their way to one reader. Ending the iteration ends the queue at once, even while the reader waits. */
export interface MessageQueue<Message> extends AsyncIterableIterator<Message> {
  /** How many wait. */
  readonly length: number;
  readonly isEnded: boolean;
  push(message: Message): void;
  /** The reader gets what waits, then this error. */
  fail(error: Error): void;
  /** Resolves when fewer than `limit` wait, or the queue has ended. */
  hasRoom(limit: number): Promise<void>;
  [Symbol.asyncIterator](): MessageQueue<Message>;
}

type Result<Message> = IteratorResult<Message>;
type Reader<Message> = Readonly<{ resolve: (result: Result<Message>) => void; reject: (error: Error) => void }>;

const done = { done: true, value: undefined } as const;

/** Writers that wait for room. */
function createWaiters() {
  const waiting: (() => void)[] = [];
  return {
    wait: () => new Promise<void>((resolve) => waiting.push(resolve)),
    wake() {
      for (const resolve of waiting.splice(0)) resolve();
    },
  };
}

/** Messages and readers: only one of the two ever waits. */
function createMeetingPoint<Message>() {
  const messages: Message[] = [];
  const readers: Reader<Message>[] = [];
  return {
    messages,
    give(message: Message) {
      const reader = readers.shift();
      if (reader) reader.resolve({ done: false, value: message });
      else messages.push(message);
    },
    wait: () => new Promise<Result<Message>>((resolve, reject) => readers.push({ resolve, reject })),
    /** Answers whether somebody was there to hear it. */
    refuse(error: Error): boolean {
      const reader = readers.shift();
      reader?.reject(error);
      return reader !== undefined;
    },
    dismiss() {
      messages.length = 0;
      for (const reader of readers.splice(0)) reader.resolve(done);
    },
  };
}

/** @param onEnd called once, when the reader leaves or an error was pushed */
export function createMessageQueue<Message>(onEnd: () => void): MessageQueue<Message> {
  const point = createMeetingPoint<Message>();
  const writers = createWaiters();
  const state: { isEnded: boolean; error?: Error | undefined } = { isEnded: false };
  const end = () => {
    if (state.isEnded) return;
    state.isEnded = true;
    onEnd();
    writers.wake();
  };
  const next = async (): Promise<Result<Message>> => {
    const message = point.messages.shift();
    writers.wake();
    if (message !== undefined) return { done: false, value: message };
    const { error } = state;
    state.error = undefined;
    if (error) throw error;
    return state.isEnded ? done : point.wait();
  };
  return {
    get length() {
      return point.messages.length;
    },
    get isEnded() {
      return state.isEnded;
    },
    push: (message) => (state.isEnded ? undefined : point.give(message)),
    fail(error) {
      if (state.isEnded) return;
      if (!point.refuse(error)) state.error = error;
      end();
    },
    async hasRoom(limit) {
      while (!state.isEnded && point.messages.length >= limit) await writers.wait();
    },
    next,
    async return() {
      end();
      point.dismiss();
      return done;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
