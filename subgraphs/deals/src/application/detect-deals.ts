import type { OutgoingEvent } from '@meridian/platform/outbox/outbox';
import { detect, mayBeDeal, windowInMs } from '../domain/detection.ts';
import type { DealsTransaction } from '../ports/deals-store.ts';
import type { Cause, Normalized, Publisher } from '../ports/publisher.ts';

/** An event of the pipeline: its data and what it was told by. */
export type Told<Data> = Readonly<{ data: Data; cause: Cause }>;

/** Compares prices in the order in which they are given, within the transaction of whoever was told of them. */
export type DetectDeals = (transaction: DealsTransaction, normalized: readonly Told<Normalized>[]) => Promise<void>;

/**
 * Compares prices of listings with what was seen before them. Observations of feeds are in the history already when their event
 * comes, and nothing can be booked at them, so they are passed over.
 *
 * Goes on to `deals.scored`: what is a deal, and what may end one. Most prices are neither, and stop here.
 */
export const createDetectDeals =
  (deps: { publisher: Publisher }): DetectDeals =>
  async (transaction, normalized) => {
    const ofListings = normalized.filter(({ data }) => data.listingId !== null);
    const ids = new Set(ofListings.map(({ data }) => data.listingId ?? ''));
    const withDeal = new Set((await transaction.deals.activeOf([...ids])).map(({ listingId }) => listingId));
    const events: OutgoingEvent[] = [];
    for (const { data, cause } of ofListings) {
      const observedAt = Date.parse(data.observedAt);
      // One by one, so that a price is compared with what came before it however events fall into batches.
      await transaction.observations.put([observationOf(data, observedAt)]);
      const probe = { id: data.observationId, key: data.comparableKey, observedAt, basisMinor: data.basisMinor };
      const hasDeal = withDeal.has(data.listingId ?? '');
      const totals = await transaction.observations.totals(probe, windowInMs);
      if (!hasDeal && !mayBeDeal(data.basisMinor, totals)) continue;
      const comparables = await transaction.observations.comparables(probe, windowInMs);
      const { isDeal, ...numbers } = detect(data.basisMinor, comparables);
      if (!isDeal && !hasDeal) continue;
      events.push(deps.publisher.scored({ ...data, ...numbers }, cause));
    }
    await transaction.announce(events);
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
