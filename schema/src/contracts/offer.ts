import { z } from 'zod';

/** One line of a price. Amounts are integer minor units of the offer's currency. */
const offerLine = z.object({
  kind: z.enum(['PRICE', 'TAX', 'FEE']),
  label: z.string().max(120),
  amountMinor: z.int(),
});

/**
 * One unit of stock that the offer takes. `resource` names what is scarce, `slot` the local date; a flight's fare bucket is a
 * nested limit within its cabin. Bookings takes slots in the order of `(resource, slot)`.
 */
const offerSlot = z.object({
  resource: z.string(),
  slot: z.iso.date(),
  units: z.int().positive().max(99),
  bucket: z.string().optional(),
});

/** What cancelling costs: the first step whose `hoursBefore` is at most the hours left until the start applies. */
export const cancellationTerms = z.object({
  name: z.enum(['FLEXIBLE', 'MODERATE', 'STRICT', 'NON_REFUNDABLE']),
  steps: z.array(z.object({ hoursBefore: z.int().nonnegative(), refundPercent: z.int().min(0).max(100) })),
});

/**
 * The claims of an offer token: a JWS (EdDSA, `kid` in the header, `typ` `offer+jwt`). Listings signs it, bookings holds public
 * keys only. An unexpired token's price is binding. Instants are epoch seconds, as JWT has them.
 */
export const offerClaims = z.object({
  iss: z.literal('meridian/listings'),
  /** Who may use it: a user's id, or `public` for an offer made to an anonymous caller. */
  aud: z.string(),
  /** The offer's id: it describes listing, dates, party and fare, so that listings can make a fresh one from it. */
  jti: z.string().startsWith('off_'),
  iat: z.int(),
  exp: z.int(),
  listingId: z.string(),
  listingVersion: z.int().positive(),
  kind: z.enum(['FLIGHT', 'STAY', 'CAR']),
  ownerId: z.string(),
  currency: z.string().length(3),
  totalMinor: z.int().nonnegative(),
  lines: z.array(offerLine).min(1),
  slots: z.array(offerSlot).min(1),
  party: z.object({
    adults: z.int().positive(),
    children: z.int().nonnegative(),
    rooms: z.int().positive().optional(),
  }),
  cancellation: cancellationTerms,
  instantBook: z.boolean(),
  /** What the booking remembers of the listing. */
  snapshot: z.object({
    title: z.string(),
    place: z.string(),
    city: z.string(),
    countryCode: z.string().length(2),
    /** Local date-times, `2027-03-01T09:30`, at the zones beside them. */
    startsAt: z.string(),
    endsAt: z.string(),
    timeZone: z.string(),
    endTimeZone: z.string(),
    /** Of a flight's legs, `SQ 321`; absent for what has none. */
    flightNumbers: z.array(z.string()).optional(),
  }),
});

export type OfferClaims = z.infer<typeof offerClaims>;
/** An offer lives for 15 minutes. */
export const OFFER_LIFETIME_IN_SECONDS = 15 * 60;
