import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toUserError } from '../failures.ts';

export const createBooking: MutationResolvers['createBooking'] = async (
  _parent,
  { input },
  { bookings, principal },
) => {
  const answer = await bookings.createBooking({ ...input, principal });
  return answer.ok ? { __typename: 'Booking', ...answer.booking } : toUserError(answer.failure, ['input', 'offers']);
};
