import type { Clock } from '@meridian/platform/time/clock';
import type { BookingStore } from '../ports/booking-store.ts';
import { ANSWERS_KEPT_IN_MS } from './time-limits.ts';

/** Forgets answers that were kept longer than promised, and cancellation quotes that are over. Returns how many of both. */
export const createPurge = (deps: Readonly<{ store: BookingStore; clock: Clock }>) => (): Promise<number> =>
  deps.store.transaction(async (tx) => {
    const atInMs = deps.clock.now();
    const answers = await tx.operations.purge(atInMs - ANSWERS_KEPT_IN_MS);
    return answers + (await tx.bookings.forgetQuotes(atInMs));
  });
