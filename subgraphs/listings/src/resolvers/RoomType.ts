import { roomResource } from '../domain/listing.ts';
import type { RoomTypeResolvers } from '../generated/resolvers-types.ts';
import { nights } from './RoomType/nights.ts';

/** A kind of room, or the whole place. */
export const RoomType: RoomTypeResolvers = {
  id: ({ room, stay }) => roomResource(stay.id, room.key),
  key: ({ room }) => room.key,
  name: ({ room }) => room.name,
  maxGuests: ({ room }) => room.maxGuests,
  bedrooms: ({ room }) => room.bedrooms,
  beds: ({ room }) => room.beds,
  baths: ({ room }) => room.baths,
  units: ({ room }) => room.units,
  pricePercent: ({ room }) => room.pricePercent,
  nights,
};
