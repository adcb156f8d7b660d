import type { CancelInput } from '../../application/cancel-booking.ts';
import type { BookingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';

export async function cancelBooking(
  _: unknown,
  { input }: { input: CancelInput },
  { bookings, principal }: BookingsContext,
) {
  const answer = await bookings.cancelBooking(principal, input);
  return answer.ok ? { __typename: 'Booking', ...answer.booking } : toUserError(answer.failure, ['input', 'bookingId']);
}
