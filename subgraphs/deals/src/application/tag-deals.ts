import type { Outbox, OutgoingEvent } from '@meridian/platform/outbox/outbox';
import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import type { ComparableSubject, ListingFacts } from '../domain/listing-facts.ts';
import { levelsFrom, resourcesOf, unitsForDeal } from '../domain/stock.ts';
import { type DealTag, tagsOf } from '../domain/tags.ts';
import type { ListingBook } from '../ports/listing-book.ts';
import type { Publisher, Scored } from '../ports/publisher.ts';
import type { StockBook } from '../ports/stock-book.ts';
import { leadTimeAt } from './comparables.ts';
import type { Told } from './detect-deals.ts';

export type TagDeals = (transaction: SqlTransaction, scored: readonly Told<Scored>[]) => Promise<void>;

/** What a deal takes of the stock. */
export const takenBy = (subject: ComparableSubject) => ({
  cabin: subject.kind === 'FLIGHT' ? subject.cabin : null,
  slot: subject.travelDate,
});

/** Tags of a listing's price at an instant, from its facts and its stock. */
export async function readTags(
  transaction: SqlTransaction,
  of: Readonly<{ facts: ListingFacts; at: number }>,
  stock: StockBook,
): Promise<DealTag[]> {
  const { facts, at } = of;
  if (facts.compared === null) return [];
  const { subject } = facts.compared;
  const levels = await stock.levels(transaction, resourcesOf(facts.stock), subject.travelDate);
  return tagsOf({
    traits: facts.traits,
    stock: unitsForDeal(facts.stock, takenBy(subject), levelsFrom(levels)),
    leadTimeInDays: leadTimeAt(subject.travelDate, at, facts.timeZone),
    isFlight: facts.kind === 'FLIGHT',
  });
}

/** Gives scored prices their tags. */
export const createTagDeals =
  (deps: { listings: ListingBook; stock: StockBook; publisher: Publisher; outbox: Outbox }): TagDeals =>
  async (transaction, scored) => {
    const ids = [...new Set(scored.map(({ data }) => data.listingId ?? ''))];
    const listings = await deps.listings.load(transaction, ids);
    const events: OutgoingEvent[] = [];
    for (const { data, cause } of scored) {
      const facts = listings.get(data.listingId ?? '')?.facts;
      const at = Date.parse(data.observedAt);
      const tags = facts ? await readTags(transaction, { facts, at }, deps.stock) : [];
      events.push(deps.publisher.tagged({ ...data, tags }, cause));
    }
    await deps.outbox.add(transaction, events);
  };
