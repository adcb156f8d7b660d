import { OFFER_LIFETIME_IN_SECONDS, type OfferClaims } from '@meridian/schema/contracts/offer';
import type { Offer } from '../../domain/offer.ts';

/** When an offer was made, and for whom. */
export type MadeFor = Readonly<{ audience: string; issuedAtInSeconds: number }>;

/** The city, or for a flight both cities. */
const placeOf = ({ listing }: Offer): string =>
  listing.kind === 'FLIGHT' ? `${listing.city} – ${listing.destinationCity}` : listing.city;

/** As `Segment.flightNumber` tells them. */
const flightNumbersOf = ({ listing }: Offer): Readonly<{ flightNumbers?: string[] }> =>
  listing.kind === 'FLIGHT'
    ? {
        flightNumbers: listing.segments.flatMap(({ carrier, flightNumber }) =>
          flightNumber === null ? [] : `${carrier} ${flightNumber}`,
        ),
      }
    : {};

const snapshotOf = (offer: Offer): OfferClaims['snapshot'] => ({
  title: offer.listing.title,
  place: placeOf(offer),
  city: offer.listing.city,
  countryCode: offer.listing.countryCode,
  startsAt: offer.startsAt,
  endsAt: offer.endsAt,
  timeZone: offer.timeZone,
  endTimeZone: offer.endTimeZone,
  ...flightNumbersOf(offer),
});

/** The claims that make an offer binding for {@link OFFER_LIFETIME_IN_SECONDS}. */
export const claimsOf = (offer: Offer, { audience, issuedAtInSeconds }: MadeFor): OfferClaims => ({
  iss: 'meridian/listings',
  aud: audience,
  jti: offer.id,
  iat: issuedAtInSeconds,
  exp: issuedAtInSeconds + OFFER_LIFETIME_IN_SECONDS,
  listingId: offer.listing.id,
  listingVersion: offer.listing.version,
  kind: offer.listing.kind,
  ownerId: offer.listing.ownerId,
  currency: offer.price.currency,
  totalMinor: offer.price.totalMinor,
  lines: offer.price.lines.map(({ kind, label, amountMinor }) => ({ kind, label: label.slice(0, 120), amountMinor })),
  slots: offer.slots.map((slot) => ({ ...slot })),
  party: { ...offer.party },
  cancellation: { name: offer.cancellation.name, steps: [...offer.cancellation.steps] },
  instantBook: offer.listing.instantBook,
  snapshot: snapshotOf(offer),
});
