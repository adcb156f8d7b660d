import type { ApprovalState } from '../domain/approval.ts';
import type { BookingTransaction } from '../ports/booking-store.ts';

/** Closes the questions to owners that are still open when their booking ends otherwise. */
export async function closeRequests(
  tx: BookingTransaction,
  bookingId: string,
  as: Readonly<{ state: Extract<ApprovalState, 'EXPIRED' | 'WITHDRAWN'>; atInMs: number }>,
): Promise<void> {
  const requests = await tx.requests.of(bookingId);
  for (const request of requests.filter((each) => each.state === 'PENDING')) {
    await tx.requests.move('PENDING', { ...request, state: as.state, answeredAtInMs: as.atInMs });
  }
}
