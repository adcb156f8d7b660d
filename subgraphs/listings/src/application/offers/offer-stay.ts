import type { Clock } from '@meridian/platform/time/clock';
import type { Stay } from '../../domain/listing.ts';
import { type Offer, offerFor } from '../../domain/offer.ts';
import { roomKeyOf } from '../../domain/room-types.ts';

/** Which room type of which stay, when and for whom; without a room type the cheapest one that fits. Guests are of all rooms. */
export type OfferStayRequest = Readonly<{
  stay: Stay;
  roomTypeId?: string | undefined;
  checkIn: string;
  checkOut: string;
  guests: number;
  rooms: number;
}>;

/** The offer for guests at the stay's present price; undefined when it cannot be had. */
export const createOfferStay =
  ({ clock }: Readonly<{ clock: Clock }>) =>
  ({ stay, roomTypeId, ...asked }: OfferStayRequest): Offer | undefined => {
    const keys = roomTypeId === undefined ? stay.roomTypes.map(({ key }) => key) : [roomKeyOf(stay, roomTypeId)];
    const offers = keys.flatMap(
      (roomKey) => offerFor(stay, { kind: 'STAY', listingId: stay.id, roomKey, ...asked }, clock.now()) ?? [],
    );
    return offers.sort((left, right) => left.price.totalMinor - right.price.totalMinor)[0];
  };
