import type { MutationUpdateStayArgs } from '../../generated/resolvers-types.ts';
import type { ListingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';
import { completeRoomType } from '../input-defaults.ts';
import { withoutNulls } from '../shapes.ts';

export async function updateStay(
  _parent: unknown,
  { input }: MutationUpdateStayArgs,
  { listings, principal }: ListingsContext,
) {
  const { roomTypes, ...given } = withoutNulls(input);
  const changed = roomTypes ? { roomTypes: roomTypes.map(completeRoomType) } : {};
  const answer = await listings.updateStay({ ...given, ...changed, principal });
  return answer.ok ? { __typename: 'Stay' as const, ...answer.stay } : toUserError(answer.failure);
}
