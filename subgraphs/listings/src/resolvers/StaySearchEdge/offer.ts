import type { StaySearchEdgeResolvers } from '../../generated/resolvers-types.ts';
import { requireListing } from '../loaded.ts';

export const offer: StaySearchEdgeResolvers['offer'] = async ({ found, criteria }, _args, context) => {
  const { checkIn, checkOut, guests, rooms } = criteria;
  if (checkIn === undefined || checkOut === undefined) return null;
  const stay = await requireListing('STAY', found.candidate.id, context);
  const roomTypeId = found.option.room.roomKey;
  return context.listings.offerStay({ stay, roomTypeId, checkIn, checkOut, guests, rooms })[0] ?? null;
};
