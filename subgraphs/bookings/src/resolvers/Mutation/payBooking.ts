import type { PayInput } from '../../application/pay-booking.ts';
import type { BookingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';

export async function payBooking(_: unknown, { input }: { input: PayInput }, { bookings, principal }: BookingsContext) {
  const answer = await bookings.payBooking(principal, input);
  return answer.ok ? { __typename: 'Booking', ...answer.booking } : toUserError(answer.failure, ['input', 'bookingId']);
}
