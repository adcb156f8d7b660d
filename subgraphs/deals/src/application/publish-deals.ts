import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';
import type { Ids } from '@meridian/platform/ids/ids';
import type { Clock } from '@meridian/platform/time/clock';
import { addDays } from '@meridian/platform/values/local-date';
import { toInstant } from '@meridian/platform/values/zoned-time';
import { basisRateOf, fromBasis } from '../domain/basis.ts';
import type { Deal, EndReason } from '../domain/deal.ts';
import { gradeOf, publishedFrom } from '../domain/detection.ts';
import { type ListingFacts, snapshotOf } from '../domain/listing-facts.ts';
import { levelsFrom, resourcesOf, unitsForDeal } from '../domain/stock.ts';
import { type DealTag, dealTags } from '../domain/tags.ts';
import type { DealsTransaction } from '../ports/deals-store.ts';
import type { KnownListing } from '../ports/listing-book.ts';
import type { LiveHub } from '../ports/live-hub.ts';
import type { Cause, Publisher, Tagged } from '../ports/publisher.ts';
import { dealStream } from '../ports/streams.ts';
import type { Told } from './detect-deals.ts';
import type { EndDeals } from './end-deals.ts';
import { takenBy } from './tag-deals.ts';

/** Publishes, changes and ends deals by what was tagged, in the order in which it is given. */
export type PublishDeals = (transaction: DealsTransaction, tagged: readonly Told<Tagged>[]) => Promise<void>;

type Deps = Readonly<{
  rates: ExchangeRates;
  publisher: Publisher;
  ids: Ids;
  clock: Clock;
  hub: LiveHub;
  endDeals: EndDeals;
}>;

/**
 * Whether a comparison still tells of the listing's present price. A listing may have changed twice while the first comparison was
 * on its way; the later one follows and decides.
 */
const isPresent = (known: KnownListing | undefined, data: Tagged): known is KnownListing =>
  known?.facts.live === true &&
  known.observed?.key === data.comparableKey &&
  known.observed.priceMinor === data.priceMinor;

const isTag = (tag: string): tag is DealTag => (dealTags as readonly string[]).includes(tag);

/** When the deal is over by itself: at departure, when the night is over, or when the car is no longer on hire. */
function endOf(facts: ListingFacts, slot: string): number {
  if (facts.departsAt !== null) return facts.departsAt;
  const until = facts.stock.kind === 'DATES' ? facts.stock.until : null;
  return toInstant(`${until ?? addDays(slot, 1)}T00:00`, facts.timeZone);
}

const routeOf = (facts: ListingFacts) => {
  const subject = facts.compared?.subject;
  return subject?.kind === 'FLIGHT'
    ? { origin: subject.origin, destination: subject.destination }
    : { origin: null, destination: null };
};

function dealFrom(deps: Deps, data: Tagged, of: { facts: ListingFacts; before: Deal | undefined }): Deal | undefined {
  const { facts, before } = of;
  const observedAt = Date.parse(data.observedAt);
  const rates = deps.rates.at(observedAt);
  const typicalPrice = fromBasis(data.meanMinor, data.currency, rates);
  if (facts.compared === null || typicalPrice === undefined) return undefined;
  const taken = takenBy(facts.compared.subject);
  const now = deps.clock.now();
  return {
    id: before?.id ?? deps.ids.next('deal'),
    listingId: facts.id,
    listingVersion: data.listingVersion ?? facts.version,
    kind: facts.kind,
    status: 'ACTIVE',
    endReason: null,
    snapshot: snapshotOf(facts, data.priceMinor),
    score: data.score,
    grade: gradeOf(data.discountPercent),
    discountPercent: data.discountPercent,
    price: { minor: data.priceMinor, currency: data.currency },
    typicalPrice,
    rate: basisRateOf(data.currency, rates),
    basis: {
      priceMinor: data.basisMinor,
      meanMinor: data.meanMinor,
      medianMinor: data.medianMinor,
      observations: data.observations,
      key: data.comparableKey,
    },
    tags: data.tags.filter(isTag),
    ...taken,
    city: facts.city,
    ...routeOf(facts),
    observedAt,
    detectedAt: now,
    publishedAt: before?.publishedAt ?? now,
    endedAt: null,
    endsAt: endOf(facts, taken.slot),
    revision: (before?.revision ?? 0) + 1,
  };
}

const isSame = (before: Deal | undefined, after: Deal): boolean =>
  before?.price.minor === after.price.minor && before.score === after.score && before.basis.key === after.basis.key;

async function isSoldOut(transaction: DealsTransaction, deal: Deal, facts: ListingFacts): Promise<boolean> {
  const levels = await transaction.stock.levels(resourcesOf(facts.stock), deal.slot);
  return unitsForDeal(facts.stock, deal, levelsFrom(levels)).left <= 0;
}

type Publication = Readonly<{ deal: Deal; resources: readonly string[]; cause: Cause }>;

/** Stores deals, gives them their positions in the stream, announces them, and wakes those who listen after the commit. */
async function publish(transaction: DealsTransaction, deps: Deps, publications: readonly Publication[]): Promise<void> {
  if (publications.length === 0) return;
  const deals = publications.map(({ deal }) => deal);
  await transaction.deals.save(publications.map(({ deal, resources }) => [deal, resources]));
  await transaction.deals.publish(deals, deps.clock.now());
  await transaction.announce(publications.map(({ deal, cause }) => deps.publisher.published(deal, cause)));
  transaction.afterCommit(() => deps.hub.wake(dealStream));
}

type Decision =
  | Readonly<{ kind: 'PUBLISH'; publication: Publication }>
  | Readonly<{ kind: 'END'; deal: Deal; reason: EndReason; at: number }>;

/** What a comparison means for a listing that may have a deal already. Undefined: nothing changes. */
async function decide(
  transaction: DealsTransaction,
  deps: Deps,
  of: Readonly<{ told: Told<Tagged>; facts: ListingFacts; before: Deal | undefined }>,
): Promise<Decision | undefined> {
  const { told, facts, before } = of;
  const at = Date.parse(told.data.observedAt);
  const end = (reason: EndReason): Decision | undefined => before && { kind: 'END', deal: before, reason, at };
  const deal = told.data.score >= publishedFrom ? dealFrom(deps, told.data, { facts, before }) : undefined;
  if (deal === undefined) return end('PRICE_ROSE');
  if (isSame(before, deal)) return undefined;
  if (deal.endsAt <= deps.clock.now()) return end('DEPARTED');
  if (await isSoldOut(transaction, deal, facts)) return end('SOLD_OUT');
  return { kind: 'PUBLISH', publication: { deal, resources: resourcesOf(facts.stock), cause: told.cause } };
}

/** Brings tagged prices into the read model: a deal begins, changes or ends. Of several for one listing the last one counts. */
export const createPublishDeals =
  (deps: Deps): PublishDeals =>
  async (transaction, tagged) => {
    const latest = new Map(tagged.map((told) => [told.data.listingId ?? '', told]));
    const listings = await transaction.listings.load([...latest.keys()]);
    const holding = await transaction.deals.activeOf([...latest.keys()]);
    const publications: Publication[] = [];
    for (const [listingId, told] of latest) {
      const known = listings.get(listingId);
      if (!isPresent(known, told.data)) continue;
      const before = holding.find((deal) => deal.listingId === listingId);
      const decision = await decide(transaction, deps, { told, facts: known.facts, before });
      if (decision?.kind === 'PUBLISH') publications.push(decision.publication);
      if (decision?.kind === 'END') await deps.endDeals(transaction, [decision.deal], decision);
    }
    await publish(transaction, deps, publications);
  };
