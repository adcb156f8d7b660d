import type { Outbox, OutgoingEvent } from '@meridian/platform/outbox/outbox';
import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import { detect, mayBeDeal, windowInMs } from '../domain/detection.ts';
import type { DealBook } from '../ports/deal-book.ts';
import type { Observations } from '../ports/observations.ts';
import type { Cause, Normalized, Publisher } from '../ports/publisher.ts';

/** An event of the pipeline: its data and what it was told by. */
export type Told<Data> = Readonly<{ data: Data; cause: Cause }>;

export type DetectDeals = (transaction: SqlTransaction, normalized: readonly Told<Normalized>[]) => Promise<void>;

/**
 * Compares prices of listings with what was seen before them. Observations of feeds are in the history already when their event
 * comes, and nothing can be booked at them, so they are passed over.
 *
 * Goes on to `deals.scored`: what is a deal, and what may end one. Most prices are neither, and stop here.
 */
export const createDetectDeals =
  (deps: { observations: Observations; deals: DealBook; publisher: Publisher; outbox: Outbox }): DetectDeals =>
  async (transaction, normalized) => {
    const ofListings = normalized.filter(({ data }) => data.listingId !== null);
    const ids = new Set(ofListings.map(({ data }) => data.listingId ?? ''));
    const withDeal = new Set((await deps.deals.activeOf(transaction, [...ids])).map(({ listingId }) => listingId));
    const events: OutgoingEvent[] = [];
    for (const { data, cause } of ofListings) {
      const observedAt = Date.parse(data.observedAt);
      // One by one, so that a price is compared with what came before it however events fall into batches.
      await deps.observations.put(transaction, [observationOf(data, observedAt)]);
      const probe = { id: data.observationId, key: data.comparableKey, observedAt, basisMinor: data.basisMinor };
      const hasDeal = withDeal.has(data.listingId ?? '');
      const totals = await deps.observations.totals(transaction, probe, windowInMs);
      if (!hasDeal && !mayBeDeal(data.basisMinor, totals)) continue;
      const comparables = await deps.observations.comparables(transaction, probe, windowInMs);
      const { isDeal, ...numbers } = detect(data.basisMinor, comparables);
      if (!isDeal && !hasDeal) continue;
      events.push(deps.publisher.scored({ ...data, ...numbers }, cause));
    }
    await deps.outbox.add(transaction, events);
  };

const observationOf = (data: Normalized, observedAt: number) => ({
  id: data.observationId,
  contentHash: '',
  key: data.comparableKey,
  observedAt,
  price: { minor: data.priceMinor, currency: data.currency, basisMinor: data.basisMinor },
  listingId: data.listingId,
  source: data.source,
  travelDate: null,
  leadTimeInDays: null,
  demand: null,
});
