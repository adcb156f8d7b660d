import { todayIn } from '@meridian/platform/values/local-date';
import { slug } from '../domain/folded-text.ts';
import type { Stay as StayModel } from '../domain/listing.ts';
import type { Offer } from '../domain/offer.ts';
import type { StayOfferArgs, StayResolvers } from '../generated/resolvers-types.ts';
import type { ListingsContext } from './context.ts';
import { listingFields } from './listing-fields.ts';
import { listingReference } from './references.ts';
import { inWords, toMoney, toPercent } from './shapes.ts';

const resolveReference = listingReference('STAY');

/** A room type's id is `<stay>.<key>`. */
const roomKeyOf = (stay: StayModel, id: string): string =>
  id.startsWith(`${stay.id}.`) ? id.slice(stay.id.length + 1) : id;

/** The offer for the room type that was asked for, or the cheapest of those that fit. */
function offer(stay: StayModel, args: StayOfferArgs, { app }: ListingsContext): Offer | null {
  const { checkIn, checkOut, roomTypeId } = args;
  const wanted = roomTypeId ?? null;
  const keys = wanted === null ? stay.roomTypes.map(({ key }) => key) : [roomKeyOf(stay, wanted)];
  const asked = {
    kind: 'STAY' as const,
    listingId: stay.id,
    checkIn,
    checkOut,
    guests: args.guests ?? 1,
    rooms: args.rooms ?? 1,
  };
  const offers = keys.flatMap((roomKey) => app.offerFor(stay, { ...asked, roomKey }) ?? []);
  return offers.sort((left, right) => left.price.totalMinor - right.price.totalMinor)[0] ?? null;
}

export const Stay: StayResolvers = {
  ...listingFields,
  __resolveReference: (reference, context) => resolveReference(reference, context),
  amenities: ({ amenities }) => amenities.map((name) => ({ key: slug(name), name })),
  roomTypes: (stay) => stay.roomTypes.map((room) => ({ room, stay })),
  nightlyPrice: ({ basePriceMinor, currency }) => (basePriceMinor === null ? null : toMoney(basePriceMinor, currency)),
  cleaningFee: ({ cleaningFeeMinor, currency }) => toMoney(cleaningFeeMinor, currency),
  taxPercent: ({ taxPerMille }) => toPercent(taxPerMille),
  petFriendly: ({ amenities }) => amenities.some((name) => /\bpets?\b/i.test(name) && !/\bno pets?\b/i.test(name)),
  subratings: ({ subratings }) =>
    Object.entries(subratings).map(([aspect, rating]) => ({ aspect: inWords(aspect), rating })),
  offer,
};

/** Today at the place. */
export const todayAt = (stay: StayModel, { app }: ListingsContext): string => todayIn(stay.timeZone, app.now());
