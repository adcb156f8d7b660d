import type { MutationUpdateStayArgs } from '../../generated/resolvers-types.ts';
import type { ListingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';
import { completeRoomType } from '../input-defaults.ts';
import { withoutNulls } from '../shapes.ts';

export async function updateStay(_: unknown, args: MutationUpdateStayArgs, { app, principal }: ListingsContext) {
  const { roomTypes, ...input } = withoutNulls(args.input);
  const rooms = roomTypes ? { roomTypes: roomTypes.map(completeRoomType) } : {};
  const answer = await app.updateStay({ ...input, ...rooms }, principal);
  return answer.ok ? { __typename: 'Stay' as const, ...answer.value } : toUserError(answer.failure);
}
