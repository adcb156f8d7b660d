import type { StayResolvers } from '../../generated/resolvers-types.ts';

export const offer: StayResolvers['offer'] = (stay, { guests, rooms, roomTypeId, ...dates }, { listings }) => {
  const asked = { guests: guests ?? 1, rooms: rooms ?? 1, roomTypeId: roomTypeId ?? undefined };
  return listings.offerStay({ stay, ...dates, ...asked })[0] ?? null;
};
