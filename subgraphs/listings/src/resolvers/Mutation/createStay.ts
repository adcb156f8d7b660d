import type { MutationCreateStayArgs } from '../../generated/resolvers-types.ts';
import type { ListingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';
import { completeRoomType, stayDefaults } from '../input-defaults.ts';
import { withoutNulls } from '../shapes.ts';

export async function createStay(
  _parent: unknown,
  { input }: MutationCreateStayArgs,
  { listings, principal }: ListingsContext,
) {
  const { roomTypes, ...given } = withoutNulls(input);
  const filled = { ...stayDefaults, ...given, roomTypes: roomTypes.map(completeRoomType) };
  const answer = await listings.createStay({ ...filled, principal });
  return answer.ok ? { __typename: 'Stay' as const, ...answer.stay } : toUserError(answer.failure);
}
