import { isCurrencyCode } from '@meridian/platform/values/currency';
import { isLocalDateTime } from '@meridian/platform/values/zoned-time';
import type { FareRecord, FlightRecord, SegmentRecord } from '@meridian/schema/contracts/flight-records';
import type { RowOutcome } from '@meridian/schema/contracts/intake';
import {
  type Airports,
  type FareDraft,
  flightOf,
  type SegmentDraft,
  unknownAirport,
} from '../../domain/flight-draft.ts';
import { flightProblems } from '../../domain/flight-rules.ts';
import { type Flight, type Listing, platformOwnerId } from '../../domain/listing.ts';
import { rowKey } from '../../ports/intake-rows.ts';
import type { ListingWrite } from '../../ports/listing-book.ts';
import type { IntakeDeps } from './intake-deps.ts';
import { noveltyOf, outcomeOf, skip } from './outcomes.ts';

const segmentDraft = (segment: SegmentRecord): SegmentDraft => ({
  resource: segment.departureKey,
  carrier: segment.carrier,
  carrierName: segment.carrierName,
  flightNumber: segment.flightNumber,
  origin: segment.origin,
  destination: segment.destination,
  departsAt: segment.departureLocal,
  arrivesAt: segment.arrivalLocal,
  durationInMinutes: segment.durationInMinutes,
  distanceInKm: segment.distanceInKm,
  aircraft: segment.aircraft,
  seats: segment.seats,
});

const fareDraft = (fare: FareRecord): FareDraft => ({
  key: fare.key,
  name: fare.name,
  cabin: fare.cabin,
  segmentCabins: fare.segmentCabins,
  bucket: fare.bucket,
  priceMinor: fare.base.minor,
  taxMinor: fare.taxes.minor,
  feeMinor: 0,
  refundable: fare.refundable,
  changeable: fare.changeable ?? false,
  limit: fare.limit,
  checkedBags: fare.checkedBags ?? 0,
});

/** What cannot even be made into a flight. */
function recordProblem(record: FlightRecord, airports: Airports): string | undefined {
  const unknown = unknownAirport(record.segments, airports);
  if (unknown !== undefined) return `unknown airport ${unknown}; import ourairports first`;
  const currencies = new Set(record.fares.flatMap(({ base, taxes }) => [base.currency, taxes.currency]));
  const [currency] = currencies;
  if (currencies.size !== 1 || !isCurrencyCode(currency)) return 'the fares have no common ISO 4217 currency';
  const times = record.segments.flatMap(({ departureLocal, arrivalLocal }) => [departureLocal, arrivalLocal]);
  const wrong = times.find((time) => !isLocalDateTime(time));
  return wrong === undefined ? undefined : `"${wrong}" is no local date and time`;
}

type Made = Readonly<{ flight: Flight } | { problem: string }>;

function makeFlight(record: FlightRecord, airports: Airports, of: Readonly<{ id: string; now: number }>): Made {
  const problem = recordProblem(record, airports);
  if (problem !== undefined) return { problem };
  const flight = flightOf(
    {
      ...of,
      ownerId: record.ownerId ?? platformOwnerId,
      sourceKey: record.sourceKey,
      currency: record.fares[0]?.base.currency ?? '',
      instantBook: true,
      segments: record.segments.map(segmentDraft),
      fares: record.fares.map(fareDraft),
      observedAt: record.observedAt ?? null,
    },
    airports,
  );
  if (!flight) return { problem: 'the flight has no segments' };
  const [first] = flightProblems(flight);
  return first ? { problem: first.message } : { flight };
}

/** The next version of a stored flight, with what its source does not know kept. */
const renewed = (stored: Listing, flight: Flight): Flight => ({
  ...flight,
  id: stored.id,
  version: stored.version + 1,
  ratings: stored.ratings,
  createdAt: stored.createdAt,
  status: stored.status,
});

const isOlder = (record: FlightRecord, stored: Listing | undefined): boolean =>
  stored?.kind === 'FLIGHT' &&
  stored.observedAt !== null &&
  record.observedAt !== undefined &&
  record.observedAt < stored.observedAt;

const codesOf = (batch: readonly FlightRecord[]): string[] => [
  ...new Set(batch.flatMap(({ segments }) => segments.flatMap(({ origin, destination }) => [origin, destination]))),
];

type Batch = Readonly<{
  airports: Airports;
  hashes: Map<string, string>;
  stored: Map<string, Listing>;
  writes: Map<string, ListingWrite & Readonly<{ contentHash: string }>>;
  now: number;
}>;

/** Decides what becomes of a record, and notes what is to be written. */
function decide(record: FlightRecord, batch: Batch, nextId: () => string): RowOutcome {
  const { stored, writes } = batch;
  const novelty = noveltyOf(batch.hashes, record);
  const before = stored.get(record.sourceKey);
  if (novelty === 'same' || before?.status === 'REMOVED' || isOlder(record, before)) return 'unchanged';
  const made = makeFlight(record, batch.airports, { id: before?.id ?? nextId(), now: batch.now });
  if ('problem' in made) return skip(made.problem);
  // A key that comes twice in a batch is one change: the last record is written, at the version of the first.
  const pending = writes.get(record.sourceKey);
  const listing = before ? renewed(before, made.flight) : made.flight;
  const written = pending ? { ...listing, version: pending.listing.version } : listing;
  const { contentHash } = record;
  writes.set(record.sourceKey, {
    listing: written,
    isNew: pending?.isNew ?? before === undefined,
    contentHash,
  });
  stored.set(record.sourceKey, written);
  batch.hashes.set(rowKey(record.sourceKey, 0), contentHash);
  return outcomeOf(novelty);
}

/** Takes in dated itineraries with their fares. */
export const createUpsertFlights =
  (deps: IntakeDeps) =>
  async (records: readonly FlightRecord[]): Promise<readonly RowOutcome[]> => {
    const airports = await deps.knownAirports.airports(codesOf(records));
    return deps.store.transaction(async (transaction) => {
      const keys = records.map(({ sourceKey }) => sourceKey);
      const hashes = new Map(await transaction.intakeRows.hashes(keys));
      const changed = records.filter((record) => noveltyOf(hashes, record) === 'changed');
      const stored = new Map(await transaction.listings.findBySourceKeys(changed.map(({ sourceKey }) => sourceKey)));
      const batch: Batch = { airports, hashes, stored, writes: new Map(), now: deps.clock.now() };
      const outcomes = records.map((record) => decide(record, batch, () => deps.ids.next('flt')));
      await transaction.listings.write([...batch.writes.values()]);
      const rows = [...batch.writes].map(([sourceKey, { contentHash }]) => ({ sourceKey, richness: 0, contentHash }));
      await transaction.intakeRows.put(rows);
      return outcomes;
    });
  };
