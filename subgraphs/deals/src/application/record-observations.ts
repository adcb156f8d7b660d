import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';
import type { OutgoingEvent } from '@meridian/platform/outbox/outbox';
import { comparableKey } from '@meridian/schema/contracts/comparable';
import type { Outcomes, RowOutcome } from '@meridian/schema/contracts/intake';
import type { PriceObservationRecord } from '@meridian/schema/contracts/observation-records';
import { toBasis } from '../domain/basis.ts';
import type { DealsStore } from '../ports/deals-store.ts';
import type { Observation } from '../ports/observations.ts';
import type { Publisher } from '../ports/publisher.ts';

const longestBatch = 1_000;
/** A price beyond this is an error of its source, not a price. */
const highestBasisMinor = 1_000_000_000;

type Deps = Readonly<{ store: DealsStore; rates: ExchangeRates; publisher: Publisher }>;

type Stored = Readonly<{ contentHash: string; observedAt: number }>;

/** The price on the basis currency, `null` for a row without one, or why it cannot be used. */
function priceOf(record: PriceObservationRecord, rates: ExchangeRates): Observation['price'] | string {
  const { price } = record;
  if (price === undefined) return null;
  if (!Number.isSafeInteger(price.minor) || price.minor <= 0) return 'the price is not above zero';
  const basisMinor = toBasis(price, rates.at(record.observedAt));
  if (basisMinor === undefined) return `there is no reference rate for ${price.currency}`;
  if (basisMinor > highestBasisMinor) return 'the price is beyond ten million dollars';
  return { minor: price.minor, currency: price.currency, basisMinor };
}

function observationOf(record: PriceObservationRecord, rates: ExchangeRates): Observation | string {
  if (!Number.isFinite(record.observedAt)) return 'it is not known when the price was seen';
  const price = priceOf(record, rates);
  if (typeof price === 'string') return price;
  return {
    id: record.sourceKey,
    contentHash: record.contentHash,
    key: comparableKey(record),
    observedAt: record.observedAt,
    price,
    listingId: null,
    source: record.source,
    travelDate: record.travelDate,
    leadTimeInDays: record.leadTimeInDays,
    demand: record.demand ? JSON.stringify(record.demand) : null,
  };
}

function outcomeOf(observation: Observation, stored: Stored | undefined): RowOutcome {
  if (stored === undefined) return 'imported';
  const isOlder = observation.observedAt < stored.observedAt;
  return stored.contentHash === observation.contentHash || isOlder ? 'unchanged' : 'updated';
}

/** A price of now, for the pipeline's readers. What is of the past fills the history without an event of its own. */
function eventsOf(record: PriceObservationRecord, observation: Observation, publisher: Publisher): OutgoingEvent[] {
  if (record.historical || observation.price === null) return [];
  const event = publisher.normalized({
    observationId: observation.id,
    listingId: null,
    listingVersion: null,
    kind: record.kind,
    comparableKey: observation.key,
    basisMinor: observation.price.basisMinor,
    priceMinor: observation.price.minor,
    currency: observation.price.currency,
    observedAt: new Date(observation.observedAt).toISOString(),
    source: observation.source,
  });
  return [event];
}

/**
 * Takes over prices that feeds have seen, up to 1,000 in one transaction. A row is known by its source key: the same content
 * again, or an older sight of it, changes nothing.
 */
export const createRecordObservations =
  (deps: Deps) =>
  async (batch: readonly PriceObservationRecord[]): Outcomes => {
    if (batch.length > longestBatch) throw new RangeError(`A batch holds ${longestBatch} observations at most.`);
    return deps.store.transaction(async (transaction) => {
      const stored = new Map<string, Stored>(
        await transaction.observations.known(batch.map(({ sourceKey }) => sourceKey)),
      );
      const written = new Map<string, Observation>();
      const events: OutgoingEvent[] = [];
      const outcomes = batch.map((record): RowOutcome => {
        const observation = observationOf(record, deps.rates);
        if (typeof observation === 'string') return { skipped: observation };
        const outcome = outcomeOf(observation, stored.get(observation.id));
        if (outcome === 'unchanged') return outcome;
        stored.set(observation.id, observation);
        written.set(observation.id, observation);
        events.push(...eventsOf(record, observation, deps.publisher));
        return outcome;
      });
      await transaction.observations.put([...written.values()]);
      await transaction.announce(events);
      return outcomes;
    });
  };
