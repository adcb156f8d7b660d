import type { BookingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';

type Arguments = Readonly<{ input: Readonly<{ bookingId: string }> }>;

export async function quoteCancellation(_: unknown, { input }: Arguments, { bookings, principal }: BookingsContext) {
  const answer = await bookings.quoteCancellation(principal, input);
  return answer.ok
    ? { __typename: 'CancellationQuote', ...answer.quote }
    : toUserError(answer.failure, ['input', 'bookingId']);
}
