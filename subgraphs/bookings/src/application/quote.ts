import type { Principal } from '@meridian/platform/identity/principal';
import { type FailureOf, type Refusal, refuse } from '../domain/failures.ts';
import type { AgreedOffer, OfferReader } from '../ports/offers.ts';
import type { KnownListing } from '../ports/records.ts';
import type { StockCheck } from '../ports/stock.ts';
import { userOf } from './caller.ts';
import { slotsOf } from './carry-out.ts';
import { soldOut } from './place-hold.ts';
import { bucketLimitsOf, closedListing, type OfferFailure, type ReadOffers } from './read-offers.ts';
import { quoteProblems } from './validate-input.ts';

/** Offers that could be booked now, together. */
export type Quote = Readonly<{ offers: readonly AgreedOffer[]; currency: string; totalMinor: number }>;

/** Offer tokens, and who wants to know what they cost: anybody may. */
export type QuoteRequest = Readonly<{ principal: Principal; offers: readonly string[] }>;

type Deps = Readonly<{
  readOffers: ReadOffers;
  stock: StockCheck;
  findListings: (ids: readonly string[]) => Promise<ReadonlyMap<string, KnownListing>>;
  offers: OfferReader;
}>;
type Failure = OfferFailure | FailureOf<'SOLD_OUT' | 'PRICE_CHANGED'>;

/** An expired offer of a listing whose prices have changed since says so, for its price will be another one. */
async function sharpen(
  deps: Deps,
  failure: OfferFailure,
  asked: Readonly<{ tokens: readonly string[]; callerId: string }>,
): Promise<Refusal<Failure>> {
  if (failure.code !== 'OFFER_EXPIRED') return refuse(failure);
  const reading = await deps.offers.read(asked.tokens[Number(failure.path.at(-1))] ?? '', asked.callerId);
  if (reading.kind === 'INVALID') return refuse(failure);
  const { listingId, listingVersion } = reading.offer;
  const known = (await deps.findListings([listingId])).get(listingId);
  if (!known || known.pricedVersion <= listingVersion) return refuse(failure);
  return refuse({ ...failure, code: 'PRICE_CHANGED' });
}

/** Says what some offers cost together and whether all of it is left. Takes nothing. */
export const createQuote =
  (deps: Deps) =>
  async ({
    principal,
    offers: tokens,
  }: QuoteRequest): Promise<Readonly<{ ok: true; quote: Quote }> | Refusal<Failure>> => {
    const problems = quoteProblems(tokens);
    if (problems.length > 0) return refuse({ code: 'VALIDATION_FAILED', problems });
    const callerId = userOf(principal) ?? 'public';
    const read = await deps.readOffers({ tokens, callerId, path: [] });
    if (!read.ok) return sharpen(deps, read.failure, { tokens, callerId });
    const { offers } = read;
    const known = await deps.findListings([...new Set(offers.map((offer) => offer.listingId))]);
    const closed = closedListing(offers, known, []);
    if (closed) return closed;
    const shortage = await deps.stock.shortageOf(slotsOf(offers), bucketLimitsOf(known));
    if (shortage) return soldOut(offers, shortage, ['offers']);
    const totalMinor = offers.reduce((total, offer) => total + offer.totalMinor, 0);
    return { ok: true, quote: { offers, currency: offers[0]?.currency ?? '', totalMinor } };
  };
