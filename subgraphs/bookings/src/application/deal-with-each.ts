import type { Logger } from '@meridian/platform/observability/logger';
import type { Clock } from '@meridian/platform/time/clock';

/** Finds due things, at most `limit` of them. */
type Find = (atInMs: number, limit: number) => Promise<string[]>;

/** Finds due things and does `act` for each. Returns how many were found. */
export type DealWithEach = (find: Find, act: (id: string) => Promise<unknown>) => Promise<number>;

type Deps = Readonly<{
  clock: Clock;
  logger: Logger;
  /** How many are done side by side. */
  width: number;
}>;

/** How many things of one sort are done in one go; the next one goes on. */
const batch = 100;

/** How long what has failed is left alone. */
const pauseInMs = 60_000;

/**
 * One thing's trouble must not keep the others waiting: what fails is told to the log and left alone for a minute, so that things that
 * cannot be dealt with do not stand before the others again and again.
 */
export function createDealWithEach({ clock, logger, width }: Deps): DealWithEach {
  const againAt = new Map<string, number>();
  const attempt = async (id: string, act: (id: string) => Promise<unknown>): Promise<void> => {
    try {
      await act(id);
    } catch (error) {
      logger.error({ error, id }, 'a due item could not be dealt with; it is tried again in a minute');
      againAt.set(id, clock.now() + pauseInMs);
    }
  };
  return async (find, act) => {
    const now = clock.now();
    for (const [id, at] of againAt) if (at <= now) againAt.delete(id);
    const found = await find(now, batch + againAt.size);
    const waiting = found.filter((id) => !againAt.has(id)).slice(0, batch);
    const next = waiting.values();
    const worker = async () => {
      for (const id of next) await attempt(id, act);
    };
    await Promise.all(Array.from({ length: width }, worker));
    return waiting.length;
  };
}
