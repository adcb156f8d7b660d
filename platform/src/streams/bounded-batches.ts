import type { Logger } from '../observability/logger.ts';

/** How batches are made. Everything that waits is in memory, so there is a bound on it. */
export type BatchBounds = Readonly<{
  /** A batch leaves when it has so many entries, */
  largestBatch: number;
  /** or when its first entry has waited so long. After a refusal it is tried again as late. */
  longestWaitInMs: number;
  /** So many entries are held at most, those on their way included. Beyond it, new ones are lost. */
  mostHeld: number;
}>;

/** What batches are sent with. */
export type BatchDeps<Entry> = Readonly<{
  /** Sends a batch. A throw means that it was not sent: it is tried again. */
  send: (batch: readonly Entry[]) => Promise<void>;
  logger: Pick<Logger, 'warn'>;
  bounds: BatchBounds;
}>;

/** Entries on their way, in order, in batches, in the background. */
export interface BoundedBatches<Entry> {
  /**
   * Takes an entry and answers true, or loses it and answers false when as many wait as may. It never waits and never throws.
   * Of entries that are added in one go, those taken are the first ones: room is made only while nobody adds.
   */
  add(entry: Entry): boolean;
  /** Resolves when what was taken before the call is sent, or was refused once more and still waits. */
  flush(): Promise<void>;
  /** Flushes; what is refused once more is lost. Call it last: what is added later is lost, too. */
  close(): Promise<void>;
}

/** Counts what is lost. The log hears of the first loss at once, and of their number when all of it has left. */
function createLosses(logger: Pick<Logger, 'warn'>) {
  let lost = 0;
  return {
    add(count: number) {
      if (lost === 0 && count > 0) logger.warn({}, 'More waits to be sent than may wait. What comes now is lost.');
      lost += count;
    },
    report() {
      if (lost > 0) logger.warn({ lost }, 'So many entries were lost, because others could not be sent in time.');
      lost = 0;
    },
  };
}

/** What is held, and how it is sent: batch by batch, from the front. */
function createHeld<Entry>({ send, logger, bounds }: BatchDeps<Entry>) {
  const held: Entry[] = [];
  const sendUpTo = async (count: number): Promise<number> => {
    const batch = held.slice(0, count);
    try {
      await send(batch);
    } catch (error) {
      logger.warn({ error, held: held.length }, 'A batch could not be sent. It waits.');
      return 0;
    }
    // Only now: what is on its way counts as held.
    held.splice(0, batch.length);
    return batch.length;
  };
  /** Sends what is held now, and answers whether it could. What comes meanwhile is the next round's: a flush ends under any load. */
  const sendHeld = async (): Promise<boolean> => {
    for (let left = held.length; left > 0; ) {
      const sent = await sendUpTo(Math.min(left, bounds.largestBatch));
      if (sent === 0) return false;
      left -= sent;
    }
    return true;
  };
  return { held, sendHeld };
}

/**
 * Holds at most {@link BatchBounds.mostHeld} entries, and sends one batch at a time. While the receiver stands still, the oldest
 * entries wait and the newest are lost: a queue that gives way at its end costs nothing per entry and keeps the order.
 */
export function createBoundedBatches<Entry>(deps: BatchDeps<Entry>): BoundedBatches<Entry> {
  const { largestBatch, longestWaitInMs, mostHeld } = deps.bounds;
  const { held, sendHeld } = createHeld(deps);
  const losses = createLosses(deps.logger);
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> | undefined;
  let isOpen = true;

  const start = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    round ??= sendHeld().then(endRound);
    return round;
  };
  const schedule = (isDue: boolean): void => {
    if (isDue) void start();
    else timer ??= setTimeout(() => void start(), longestWaitInMs);
  };
  const endRound = (isSent: boolean): void => {
    round = undefined;
    if (held.length === 0) losses.report();
    else if (isOpen) schedule(isSent && held.length >= largestBatch);
  };
  const flush = async (): Promise<void> => {
    await round;
    await start();
  };
  return {
    add(entry) {
      if (!isOpen || held.length >= mostHeld) {
        losses.add(1);
        return false;
      }
      held.push(entry);
      if (round === undefined) schedule(held.length >= largestBatch);
      return true;
    },
    flush,
    async close() {
      isOpen = false;
      await flush();
      losses.add(held.splice(0).length);
      losses.report();
    },
  };
}
