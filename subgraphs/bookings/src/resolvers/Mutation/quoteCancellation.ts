import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toUserError } from '../failures.ts';

export const quoteCancellation: MutationResolvers['quoteCancellation'] = async (
  _parent,
  { input },
  { bookings, principal },
) => {
  const answer = await bookings.quoteCancellation({ ...input, principal });
  return answer.ok
    ? { __typename: 'CancellationQuote', ...answer.quote }
    : toUserError(answer.failure, ['input', 'bookingId']);
};
