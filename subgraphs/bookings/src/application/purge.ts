import type { Clock } from '@meridian/platform/time/clock';
import type { BookingStore } from '../ports/booking-store.ts';
import { ANSWERS_KEPT_IN_MS } from './time-limits.ts';

/** Forgets answers that were kept longer than promised. Returns how many. */
export const createPurgeAnswers = (deps: Readonly<{ store: BookingStore; clock: Clock }>) => (): Promise<number> =>
  deps.store.transaction((tx) => tx.operations.purge(deps.clock.now() - ANSWERS_KEPT_IN_MS));
