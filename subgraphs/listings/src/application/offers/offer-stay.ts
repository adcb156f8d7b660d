import type { Clock } from '@meridian/platform/time/clock';
import type { Stay } from '../../domain/listing.ts';
import { type Offer, offerFor } from '../../domain/offer.ts';
import { roomKeyOf } from '../../domain/room-types.ts';

/** Which room type of which stay, when and for whom; without a room type every one. Guests are of all rooms. */
export type OfferStayRequest = Readonly<{
  stay: Stay;
  roomTypeId?: string | undefined;
  checkIn: string;
  checkOut: string;
  guests: number;
  rooms: number;
}>;

/** The offers for guests at the stay's present prices, one for each room type that can be had, the cheapest first. */
export const createOfferStay =
  ({ clock }: Readonly<{ clock: Clock }>) =>
  ({ stay, roomTypeId, ...asked }: OfferStayRequest): readonly Offer[] => {
    const keys = roomTypeId === undefined ? stay.roomTypes.map(({ key }) => key) : [roomKeyOf(stay, roomTypeId)];
    const offers = keys.flatMap(
      (roomKey) => offerFor(stay, { kind: 'STAY', listingId: stay.id, roomKey, ...asked }, clock.now()) ?? [],
    );
    return offers.sort((left, right) => left.price.totalMinor - right.price.totalMinor);
  };
