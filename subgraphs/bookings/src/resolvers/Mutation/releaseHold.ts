import type { ReleaseInput } from '../../application/release-hold.ts';
import type { BookingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';

export async function releaseHold(
  _: unknown,
  { input }: { input: ReleaseInput },
  { bookings, principal }: BookingsContext,
) {
  const answer = await bookings.releaseHold(principal, input);
  return answer.ok ? { __typename: 'Booking', ...answer.booking } : toUserError(answer.failure, ['input', 'bookingId']);
}
