import { type FailureOf, type Refusal, refuse } from '../domain/failures.ts';
import type { BookingRecords } from '../ports/records.ts';

/**
 * Refuses whoever has deleted the account: its access token stays good for minutes, but what it booked now, nobody could ask about later.
 * Undefined for everybody else.
 */
export async function refuseForgotten(
  bookings: Pick<BookingRecords, 'isForgotten'>,
  userId: string,
): Promise<Refusal<FailureOf<'NOT_PERMITTED'>> | undefined> {
  return (await bookings.isForgotten(userId)) ? refuse({ code: 'NOT_PERMITTED', reason: 'ACCOUNT_GONE' }) : undefined;
}
