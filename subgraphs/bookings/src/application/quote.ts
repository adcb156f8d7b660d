import type { Principal } from '@meridian/platform/identity/principal';
import { type FailureOf, type Refusal, refuse } from '../domain/failures.ts';
import type { AgreedOffer } from '../ports/offers.ts';
import type { KnownListing } from '../ports/records.ts';
import type { StockCheck } from '../ports/stock.ts';
import { userOf } from './caller.ts';
import { slotsOf } from './carry-out.ts';
import { soldOut } from './place-hold.ts';
import { bucketLimitsOf, closedListing, type OfferFailure, type ReadOffers } from './read-offers.ts';
import { quoteProblems } from './validate-input.ts';

/** Offers that could be booked now, together. */
export type Quote = Readonly<{ offers: readonly AgreedOffer[]; currency: string; totalMinor: number }>;

type Deps = Readonly<{
  readOffers: ReadOffers;
  stock: StockCheck;
  findListings: (ids: readonly string[]) => Promise<ReadonlyMap<string, KnownListing>>;
  /** The listing and its version that an offer was made of, also of an expired one. */
  describe: (token: string, callerId: string) => Promise<Pick<AgreedOffer, 'listingId' | 'listingVersion'> | undefined>;
}>;
type Failure = OfferFailure | FailureOf<'SOLD_OUT' | 'PRICE_CHANGED'>;

/** An expired offer of a listing whose prices have changed since says so, for its price will be another one. */
async function sharpen(
  deps: Deps,
  failure: OfferFailure,
  asked: Readonly<{ tokens: readonly string[]; callerId: string }>,
): Promise<Refusal<Failure>> {
  if (failure.code !== 'OFFER_EXPIRED') return refuse(failure);
  const made = await deps.describe(asked.tokens[Number(failure.path.at(-1))] ?? '', asked.callerId);
  const known = made && (await deps.findListings([made.listingId])).get(made.listingId);
  if (!known || known.pricedVersion <= made.listingVersion) return refuse(failure);
  return refuse({ ...failure, code: 'PRICE_CHANGED' });
}

/** Says what some offers cost together and whether all of it is left. Takes nothing. */
export const createQuote =
  (deps: Deps) =>
  async (
    caller: Principal,
    tokens: readonly string[],
  ): Promise<Readonly<{ ok: true; quote: Quote }> | Refusal<Failure>> => {
    const problems = quoteProblems(tokens);
    if (problems.length > 0) return refuse({ code: 'VALIDATION_FAILED', problems });
    const callerId = userOf(caller) ?? 'public';
    const read = await deps.readOffers(tokens, callerId, []);
    if (!read.ok) return sharpen(deps, read.failure, { tokens, callerId });
    const { offers } = read;
    const known = await deps.findListings([...new Set(offers.map((offer) => offer.listingId))]);
    const closed = closedListing(offers, known, []);
    if (closed) return closed;
    const shortage = await deps.stock.shortageOf(slotsOf(offers), bucketLimitsOf(known));
    if (shortage) return soldOut(offers, shortage);
    const totalMinor = offers.reduce((total, offer) => total + offer.totalMinor, 0);
    return { ok: true, quote: { offers, currency: offers[0]?.currency ?? '', totalMinor } };
  };
