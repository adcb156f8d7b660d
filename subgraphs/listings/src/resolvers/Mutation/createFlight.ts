import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toUserError } from '../failures.ts';
import { completeFare } from '../input-defaults.ts';
import { withoutNulls } from '../shapes.ts';

export const createFlight: MutationResolvers['createFlight'] = async (_parent, { input }, { listings, principal }) => {
  const { fares, instantBook = true, ...given } = withoutNulls(input);
  const filled = { ...given, instantBook, fares: fares.map(completeFare) };
  const answer = await listings.createFlight({ ...filled, principal });
  return answer.ok ? { __typename: 'Flight', ...answer.flight } : toUserError(answer.failure);
};
