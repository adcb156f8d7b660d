import type { OutgoingEvent } from '@meridian/platform/outbox/outbox';
import type { ComparableSubject, ListingFacts } from '../domain/listing-facts.ts';
import { levelsFrom, resourcesOf, unitsForDeal } from '../domain/stock.ts';
import { type DealTag, tagsOf } from '../domain/tags.ts';
import type { DealsTransaction } from '../ports/deals-store.ts';
import type { Publisher, Scored } from '../ports/publisher.ts';
import { leadTimeAt } from './comparables.ts';
import type { Told } from './detect-deals.ts';

/** Tags scored prices, one event for each. */
export type TagDeals = (transaction: DealsTransaction, scored: readonly Told<Scored>[]) => Promise<void>;

/** What a deal takes of the stock. */
export const takenBy = (subject: ComparableSubject) => ({
  cabin: subject.kind === 'FLIGHT' ? subject.cabin : null,
  slot: subject.travelDate,
});

/** Tags of a listing's price at an instant, from its facts and its stock. */
export async function readTags(
  transaction: DealsTransaction,
  of: Readonly<{ facts: ListingFacts; at: number }>,
): Promise<DealTag[]> {
  const { facts, at } = of;
  if (facts.compared === null) return [];
  const { subject } = facts.compared;
  const levels = await transaction.stock.levels(resourcesOf(facts.stock), subject.travelDate);
  return tagsOf({
    traits: facts.traits,
    stock: unitsForDeal(facts.stock, takenBy(subject), levelsFrom(levels)),
    leadTimeInDays: leadTimeAt(subject.travelDate, at, facts.timeZone),
    isFlight: facts.kind === 'FLIGHT',
  });
}

/** Gives scored prices their tags. */
export const createTagDeals =
  (deps: { publisher: Publisher }): TagDeals =>
  async (transaction, scored) => {
    const ids = [...new Set(scored.map(({ data }) => data.listingId ?? ''))];
    const listings = await transaction.listings.load(ids);
    const events: OutgoingEvent[] = [];
    for (const { data, cause } of scored) {
      const facts = listings.get(data.listingId ?? '')?.facts;
      const at = Date.parse(data.observedAt);
      const tags = facts ? await readTags(transaction, { facts, at }) : [];
      events.push(deps.publisher.tagged({ ...data, tags }, cause));
    }
    await transaction.announce(events);
  };
