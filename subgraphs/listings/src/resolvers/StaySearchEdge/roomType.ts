import { roomFound } from '../../domain/room-types.ts';
import type { StaySearchEdgeResolvers } from '../../generated/resolvers-types.ts';
import { requireListing } from '../loaded.ts';

export const roomType: StaySearchEdgeResolvers['roomType'] = async ({ found }, _args, context) => {
  const stay = await requireListing('STAY', found.candidate.id, context);
  return { room: roomFound(stay, found.option.room.roomKey), stay };
};
