import type { StayResolvers } from '../../generated/resolvers-types.ts';

export const offers: StayResolvers['offers'] = (stay, { guests, rooms, ...dates }, { listings }) =>
  listings.offerStay({ stay, ...dates, guests: guests ?? 1, rooms: rooms ?? 1 });
