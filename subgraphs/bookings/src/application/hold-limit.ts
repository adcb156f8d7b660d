import { type FailureOf, type Refusal, refuse } from '../domain/failures.ts';
import type { BookingRecords } from '../ports/records.ts';

/**
 * Refuses one more hold to an account that has as many as it may have: what it holds is held back from others, and costs it nothing.
 * Undefined where there is room.
 */
export async function beyondHoldLimit(
  bookings: Pick<BookingRecords, 'holdEndsOf'>,
  asked: Readonly<{ userId: string; limit: number; atInMs: number }>,
): Promise<Refusal<FailureOf<'TOO_MANY_HOLDS'>> | undefined> {
  const ends = await bookings.holdEndsOf(asked.userId);
  // So many must end before there is room; more than one where the limit was lowered.
  const last = ends[ends.length - asked.limit];
  if (last === undefined) return undefined;
  return refuse({ code: 'TOO_MANY_HOLDS', limit: asked.limit, freeAtInMs: Math.max(last, asked.atInMs) });
}
