import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { toUserError } from '../failures.ts';
import { quoteView } from '../views.ts';

export const quote: QueryResolvers['quote'] = async (_parent, { offers }, { bookings, principal }) => {
  const answer = await bookings.quote({ offers, principal });
  return answer.ok ? { __typename: 'Quote', ...quoteView(answer.quote) } : toUserError(answer.failure, ['offers']);
};
