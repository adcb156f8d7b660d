import type { MutationCreateStayArgs } from '../../generated/resolvers-types.ts';
import type { ListingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';
import { completeRoomType, stayDefaults as defaults } from '../input-defaults.ts';
import { withoutNulls } from '../shapes.ts';

export async function createStay(_: unknown, args: MutationCreateStayArgs, { app, principal }: ListingsContext) {
  const { roomTypes, ...input } = withoutNulls(args.input);
  const answer = await app.createStay({ ...defaults, ...input, roomTypes: roomTypes.map(completeRoomType) }, principal);
  return answer.ok ? { __typename: 'Stay' as const, ...answer.value } : toUserError(answer.failure);
}
