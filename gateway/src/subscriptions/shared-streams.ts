import { type BoundedQueue, createBoundedQueue } from '@meridian/platform/streams/bounded-queue';

/** Opens a stream that ends when the signal is aborted. */
export type OpenStream<Event> = (signal: AbortSignal) => AsyncIterable<Event>;

/** What a reader follows, and how far he may fall behind. */
export type JoinOptions<Event> = Readonly<{
  /** Equal keys share one stream. Without a key the stream is the caller's own. */
  key: string | undefined;
  open: OpenStream<Event>;
  /** How many events this reader may fall behind. */
  maxBuffered: number;
  /** Called at once when the reader has fallen behind; its next read throws `SlowReader`. */
  onOverflow?: () => void;
}>;

/** Lets many readers follow one stream. It is opened with the first and closed behind the last. */
export interface SharedStreams<Event> {
  join(options: JoinOptions<Event>): AsyncGenerator<Event, void, void>;
  /** How many streams are open. */
  readonly size: number;
}

type Reader<Event> = Readonly<{ queue: BoundedQueue<Event>; onOverflow: () => void }>;
type Stream<Event> = { readonly readers: Set<Reader<Event>>; readonly closing: AbortController };

/** Hands each event to every reader. A full queue costs its own reader alone; nobody waits for anybody. */
async function pump<Event>(stream: Stream<Event>, events: AsyncIterable<Event>): Promise<void> {
  for await (const event of events) {
    for (const reader of stream.readers) {
      if (reader.queue.push(event)) continue;
      stream.readers.delete(reader);
      reader.onOverflow();
    }
    if (stream.readers.size === 0) return;
  }
}

/** Creates the registry, with no stream open. */
export function createSharedStreams<Event>(): SharedStreams<Event> {
  const streams = new Map<string, Stream<Event>>();
  const all = new Set<Stream<Event>>();

  const forget = (stream: Stream<Event>, key: string | undefined): void => {
    all.delete(stream);
    // A newer stream may have taken the key since this one began to close.
    if (key !== undefined && streams.get(key) === stream) streams.delete(key);
  };
  const run = async (stream: Stream<Event>, { key, open }: JoinOptions<Event>): Promise<void> => {
    let failure: Readonly<{ error: unknown }> | undefined;
    try {
      await pump(stream, open(stream.closing.signal));
    } catch (error) {
      failure = { error };
    }
    forget(stream, key);
    stream.closing.abort();
    for (const { queue } of stream.readers) failure ? queue.fail(failure.error) : queue.end();
  };
  const register = ({ key }: JoinOptions<Event>): Stream<Event> => {
    const stream: Stream<Event> = { readers: new Set(), closing: new AbortController() };
    all.add(stream);
    if (key !== undefined) streams.set(key, stream);
    return stream;
  };
  const addReader = (stream: Stream<Event>, options: JoinOptions<Event>): Reader<Event> => {
    const leave = (): void => {
      stream.readers.delete(reader);
      if (stream.readers.size > 0) return;
      forget(stream, options.key);
      stream.closing.abort();
    };
    const reader: Reader<Event> = {
      queue: createBoundedQueue<Event>(options.maxBuffered, leave),
      onOverflow: options.onOverflow ?? (() => undefined),
    };
    stream.readers.add(reader);
    return reader;
  };

  return {
    join(options) {
      const existing = options.key === undefined ? undefined : streams.get(options.key);
      const stream = existing ?? register(options);
      const reader = addReader(stream, options);
      // Not before somebody reads: opening may fail at once, and whom would it tell?
      if (!existing) void run(stream, options);
      return reader.queue.items;
    },
    get size() {
      return all.size;
    },
  };
}
