import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toUserError } from '../failures.ts';
import { completeRoomType } from '../input-defaults.ts';
import { withoutNulls } from '../shapes.ts';

export const updateStay: MutationResolvers['updateStay'] = async (_parent, { input }, { listings, principal }) => {
  const { roomTypes, ...given } = withoutNulls(input);
  const changed = roomTypes ? { roomTypes: roomTypes.map(completeRoomType) } : {};
  const answer = await listings.updateStay({ ...given, ...changed, principal });
  return answer.ok ? { __typename: 'Stay', ...answer.stay } : toUserError(answer.failure);
};
