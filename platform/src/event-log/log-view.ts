import type { SqlDatabase } from '../sql/sql-database.ts';
import type { Diagnostics } from './diagnostics.ts';
import { readStreams, type Stream, type TopicMap, toTopicMap } from './log-store.ts';

/** What this process knows of the log: where each stream ends, and the generation of each group. */
export interface LogView {
  topics(): TopicMap;
  /** The next offset to be written of a stream. */
  end(stream: number): number;
  /** Counts up when members or partitions of the group change hands, and when topics are added. */
  generation(group: string): number;
  /** Reads the view now. Resolves when it shows everything committed before the call. */
  refresh(): Promise<void>;
  /** Calls `listener` after the view has changed. Returns a function that stops it. */
  onChange(listener: () => void): () => void;
  close(): void;
}

const retryInMs = 100;

type Snapshot = Readonly<{
  topics: TopicMap;
  ends: ReadonlyMap<number, number>;
  generations: ReadonlyMap<string, number>;
}>;

/**
 * Opens the view. One query per burst of commits, of this or another process, serves every consumer of the process; the many
 * commits that only move offsets change nothing in it and wake nobody.
 */
export async function openLogView(database: SqlDatabase, logger: Diagnostics): Promise<LogView> {
  const listeners = new Set<() => void>();
  let snapshot = await readSnapshot(database);
  let fingerprint = fingerprintOf(snapshot);

  const refresh = async () => {
    snapshot = await readSnapshot(database);
    const latest = fingerprintOf(snapshot);
    if (latest === fingerprint) return;
    fingerprint = latest;
    for (const listener of listeners) listener();
  };
  let open = true;
  let scheduled = false;
  const refreshSoon = () => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      if (open) refresh().catch(tryLater);
    });
  };
  const tryLater = (error: unknown) => {
    if (!open) return;
    logger.warn({ error }, 'The event log could not be looked at. It is tried again.');
    setTimeout(refreshSoon, retryInMs).unref();
  };
  const stopListening = database.onCommit(refreshSoon);

  return {
    topics: () => snapshot.topics,
    end: (stream) => snapshot.ends.get(stream) ?? 0,
    generation: (group) => (snapshot.generations.get(group) ?? 0) + snapshot.ends.size,
    refresh,
    onChange(listener) {
      const own = () => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    close() {
      open = false;
      stopListening();
    },
  };
}

async function readSnapshot(database: SqlDatabase): Promise<Snapshot> {
  const streams: Stream[] = await readStreams(database);
  const groups = await database.query<{ name: string; generation: number }>(
    'SELECT name, generation FROM consumer_groups',
  );
  return {
    topics: toTopicMap(streams),
    ends: new Map(streams.map((stream) => [stream.id, stream.end])),
    generations: new Map(groups.map((group) => [group.name, group.generation])),
  };
}

/** Ends and generations only grow, so their sum tells whether any has changed. */
function fingerprintOf(snapshot: Snapshot): number {
  let sum = snapshot.ends.size;
  for (const end of snapshot.ends.values()) sum += end;
  for (const generation of snapshot.generations.values()) sum += generation;
  return sum;
}
