import type { CreateInput } from '../../application/create-booking.ts';
import type { BookingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';

export async function createBooking(
  _: unknown,
  { input }: { input: CreateInput },
  { bookings, principal }: BookingsContext,
) {
  const answer = await bookings.createBooking(principal, input);
  return answer.ok
    ? { __typename: 'Booking', ...answer.booking }
    : toUserError(answer.failure, ['input', 'paymentToken']);
}
