import type { Consumption, FollowOptions } from './event-log.ts';
import type { Stream } from './log-store.ts';
import { type LogReader, type StreamWorker, startStreamWorker } from './stream-worker.ts';

const maxBatch = 200;

/** Reads every partition of the topics, those of topics declared later from their beginning. */
export function startFollower(log: LogReader, options: FollowOptions): Consumption {
  const workers = new Map<number, StreamWorker>();
  const startOf = ({ topic, partition, end }: Stream): number =>
    options.from === 'latest' ? end : (options.from.get(`${topic}/${partition}`) ?? end);

  const startMissing = (from: (stream: Stream) => number) => {
    const streams = options.topics.flatMap((topic) => log.view.topics().get(topic) ?? []);
    for (const stream of streams) {
      if (workers.has(stream.id)) continue;
      const task = {
        stream,
        from: from(stream),
        maxBatch,
        handle: options.handle,
        commit: () => Promise.resolve(true),
      };
      workers.set(stream.id, startStreamWorker(log, task));
    }
  };
  startMissing(startOf);
  const stopListening = log.view.onChange(() => {
    startMissing(() => 0);
    for (const worker of workers.values()) worker.wake();
  });

  const close = async () => {
    stopListening();
    await Promise.all([...workers.values()].map((worker) => worker.stop()));
  };
  return { close, [Symbol.asyncDispose]: close };
}
