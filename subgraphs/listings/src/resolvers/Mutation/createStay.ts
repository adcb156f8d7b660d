import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toUserError } from '../failures.ts';
import { completeRoomType, stayDefaults } from '../input-defaults.ts';
import { withoutNulls } from '../shapes.ts';

export const createStay: MutationResolvers['createStay'] = async (_parent, { input }, { listings, principal }) => {
  const { roomTypes, ...given } = withoutNulls(input);
  const filled = { ...stayDefaults, ...given, roomTypes: roomTypes.map(completeRoomType) };
  const answer = await listings.createStay({ ...filled, principal });
  return answer.ok ? { __typename: 'Stay', ...answer.stay } : toUserError(answer.failure);
};
