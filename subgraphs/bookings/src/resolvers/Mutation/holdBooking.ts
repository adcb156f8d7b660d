import type { HoldInput } from '../../application/validate-input.ts';
import type { BookingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';

export async function holdBooking(
  _: unknown,
  { input }: { input: HoldInput },
  { bookings, principal }: BookingsContext,
) {
  const answer = await bookings.holdBooking(principal, input);
  return answer.ok ? { __typename: 'Booking', ...answer.booking } : toUserError(answer.failure, ['input', 'offers']);
}
