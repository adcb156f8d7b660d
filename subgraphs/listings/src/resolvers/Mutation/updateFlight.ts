import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toUserError } from '../failures.ts';
import { completeFare } from '../input-defaults.ts';
import { withoutNulls } from '../shapes.ts';

export const updateFlight: MutationResolvers['updateFlight'] = async (_parent, { input }, { listings, principal }) => {
  const { fares, ...given } = withoutNulls(input);
  const changed = fares ? { fares: fares.map(completeFare) } : {};
  const answer = await listings.updateFlight({ ...given, ...changed, principal });
  return answer.ok ? { __typename: 'Flight', ...answer.flight } : toUserError(answer.failure);
};
