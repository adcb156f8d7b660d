import type { Clock } from '@meridian/platform/time/clock';
import type { Problem } from '@meridian/platform/values/problems';
import { type FailureOf, type Refusal, refuse } from '../domain/failures.ts';
import type { AgreedOffer, OfferReader, OfferReading } from '../ports/offers.ts';
import type { KnownListing } from '../ports/records.ts';
import type { TravelerInput } from './validate-input.ts';

/** Why offers cannot be used. */
export type OfferFailure = FailureOf<'OFFER_EXPIRED' | 'OFFER_INVALID' | 'VALIDATION_FAILED'>;

/** The offers of a request, read; or why they cannot be used. */
export type OffersRead = Readonly<{ ok: true; offers: readonly AgreedOffer[] }> | Refusal<OfferFailure>;

const pathOf = (prefix: readonly string[], index: number): string[] => [...prefix, 'offers', String(index)];

function refusalOf(readings: readonly OfferReading[], prefix: readonly string[]): Refusal<OfferFailure> | undefined {
  for (const [index, reading] of readings.entries()) {
    const path = pathOf(prefix, index);
    if (reading.kind === 'INVALID') return refuse({ code: 'OFFER_INVALID', flaw: reading.flaw, path });
    if (reading.kind === 'EXPIRED') {
      const { offerId, totalMinor, currency } = reading.offer;
      return refuse({ code: 'OFFER_EXPIRED', offerId, totalMinor, currency, path });
    }
  }
  return undefined;
}

/** What cannot be booked together, or not any more. */
function problemsOf(offers: readonly AgreedOffer[], prefix: readonly string[], atInMs: number): Problem[] {
  const currencies = [...new Set(offers.map((offer) => offer.currency))];
  const mixed = currencies.length > 1;
  const problems = mixed
    ? [{ path: [...prefix, 'offers'], message: `must share one currency, not ${currencies.join(' and ')}` }]
    : [];
  const late = offers.flatMap((offer, index) =>
    offer.startsAtInMs > atInMs
      ? []
      : [{ path: pathOf(prefix, index), message: `is for something that began at ${offer.memory.startsAt}` }],
  );
  return [...problems, ...late];
}

/** A seat needs a name; a room or a car needs one person who answers for it. */
export function partyProblems(offers: readonly AgreedOffer[], travelers: readonly TravelerInput[]): Problem[] {
  return offers.flatMap((offer, index) => {
    const size = offer.party.adults + offer.party.children;
    if (offer.kind === 'FLIGHT' && travelers.length !== size) {
      const message = `must name the ${size} people that offer ${index} was made for, not ${travelers.length}`;
      return [{ path: ['input', 'travelers'], message }];
    }
    if (travelers.length <= size) return [];
    return [
      { path: ['input', 'travelers'], message: `must name at most the ${size} people that offer ${index} is for` },
    ];
  });
}

/** Offer tokens, whose they must be, and where in the arguments the list stands. */
export type ReadOffersRequest = Readonly<{ tokens: readonly string[]; callerId: string; path: readonly string[] }>;

/** Reads tokens and checks what they say about each other. */
export const createReadOffers =
  (deps: Readonly<{ offers: OfferReader; clock: Clock }>) =>
  async ({ tokens, callerId, path }: ReadOffersRequest): Promise<OffersRead> => {
    const readings = await Promise.all(tokens.map((token) => deps.offers.read(token, callerId)));
    const refusal = refusalOf(readings, path);
    if (refusal) return refusal;
    const offers = readings.flatMap((reading) => (reading.kind === 'VALID' ? [reading.offer] : []));
    const problems = problemsOf(offers, path, deps.clock.now());
    return problems.length > 0 ? refuse({ code: 'VALIDATION_FAILED', problems }) : { ok: true, offers };
  };

/** {@link createReadOffers}, as other use cases get it. */
export type ReadOffers = ReturnType<typeof createReadOffers>;

/** A token outlives its listing; the listing's end counts. */
export function closedListing(
  offers: readonly AgreedOffer[],
  known: ReadonlyMap<string, KnownListing>,
  prefix: readonly string[],
): Refusal<FailureOf<'OFFER_INVALID'>> | undefined {
  const index = offers.findIndex((offer) => known.get(offer.listingId)?.isOpen === false);
  if (index < 0) return undefined;
  return refuse({ code: 'OFFER_INVALID', flaw: 'LISTING_GONE', path: pathOf(prefix, index) });
}

/** The limits of every fare bucket of some listings. */
export const bucketLimitsOf = (known: ReadonlyMap<string, KnownListing>): Record<string, number> =>
  Object.assign({}, ...[...known.values()].map((listing) => listing.bucketLimits));
