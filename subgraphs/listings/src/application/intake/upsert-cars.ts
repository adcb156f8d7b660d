import { addDays, todayIn } from '@meridian/platform/values/local-date';
import type { CarRecord } from '@meridian/schema/contracts/car-records';
import type { RowOutcome } from '@meridian/schema/contracts/intake';
import { termsOfFreeCancellation } from '../../domain/cancellation.ts';
import { hireHorizonInDays, pickUpPlaceOf } from '../../domain/car-draft.ts';
import { carProblems } from '../../domain/car-rules.ts';
import { type Car, type Listing, noRatings, platformOwnerId } from '../../domain/listing.ts';
import { rowKey } from '../../ports/intake-rows.ts';
import type { ListingWrite } from '../../ports/listing-book.ts';
import type { Airport } from '../../ports/reference-data.ts';
import type { IntakeDeps } from './intake-deps.ts';
import { noveltyOf, outcomeOf, skip } from './outcomes.ts';
import { cityPlace } from './places-of.ts';

type Made = Readonly<{ id: string; now: number; airport: Airport | undefined }>;

const describe = (record: CarRecord): string => {
  const traits = [record.fuel, record.transmission].flatMap((trait) => trait?.toLowerCase() ?? []);
  const engine = traits.length === 0 ? '' : ` (${traits.join(', ')})`;
  return `${record.make} ${record.model} of ${record.year}${engine} for up to ${record.seats} people. Picked up in ${record.city}.`;
};

function carFromRecord(record: CarRecord, { id, now, airport }: Made): Car {
  const today = todayIn(record.timeZone, now);
  return {
    id,
    kind: 'CAR',
    version: 1,
    ownerId: record.ownerId ?? platformOwnerId,
    sourceKey: record.sourceKey,
    status: 'PUBLISHED',
    title: `${record.make} ${record.model} (${record.year})`,
    description: describe(record),
    city: record.city,
    countryCode: record.countryCode,
    latitude: record.latitude,
    longitude: record.longitude,
    timeZone: record.timeZone,
    currency: record.dailyRate.currency,
    cancellation: termsOfFreeCancellation(record.freeCancellation),
    instantBook: record.instantBook ?? true,
    ratings: { ...noRatings, sourceRating: record.rating ?? null, sourceCount: record.reviewCount ?? 0 },
    host: record.host ? { name: record.host.name } : null,
    createdAt: now,
    updatedAt: now,
    carClass: record.carClass,
    make: record.make,
    model: record.model,
    year: record.year,
    seats: record.seats,
    doors: record.doors ?? null,
    transmission: record.transmission ?? null,
    fuel: record.fuel ?? null,
    airConditioning: record.airConditioning ?? null,
    airport: airport?.code ?? null,
    pickUpPlace: pickUpPlaceOf({ city: record.city, subdivision: record.subdivision, airportName: airport?.name }),
    dailyPriceMinor: record.dailyRate.minor,
    serviceFeeMinor: 0,
    taxPerMille: 0,
    units: record.fleetSize,
    availableFrom: today,
    availableUntil: addDays(today, hireHorizonInDays),
  };
}

/** What a record changes on a known car. Its ratings by guests of ours, and its identity, stay. */
const renewed = (stored: Listing, car: Car, version: number): Car => ({
  ...car,
  id: stored.id,
  version,
  status: stored.status,
  ratings: { ...car.ratings, ownSum: stored.ratings.ownSum, ownCount: stored.ratings.ownCount },
  createdAt: stored.createdAt,
});

type Batch = Readonly<{
  hashes: Map<string, string>;
  stored: Map<string, Listing>;
  airports: ReadonlyMap<string, Airport>;
  writes: Map<string, ListingWrite & Readonly<{ contentHash: string }>>;
  now: number;
}>;

function decide(record: CarRecord, batch: Batch, nextId: () => string): RowOutcome {
  const novelty = noveltyOf(batch.hashes, record);
  const before = batch.stored.get(record.sourceKey);
  if (novelty === 'same' || before?.status === 'REMOVED') return 'unchanged';
  const airport = record.airport === undefined ? undefined : batch.airports.get(record.airport);
  const car = carFromRecord(record, { id: before?.id ?? nextId(), now: batch.now, airport });
  const [problem] = carProblems(car, new Date(batch.now).getUTCFullYear());
  if (problem) return skip(problem.message);
  const pending = batch.writes.get(record.sourceKey);
  const listing = before ? renewed(before, car, pending?.listing.version ?? before.version + 1) : car;
  const { pictureSeeds, contentHash } = record;
  batch.writes.set(record.sourceKey, {
    listing,
    isNew: pending?.isNew ?? before === undefined,
    pictureSeeds,
    contentHash,
  });
  batch.stored.set(record.sourceKey, listing);
  batch.hashes.set(rowKey(record.sourceKey, 0), contentHash);
  return outcomeOf(novelty);
}

/** Takes in cars. */
export const createUpsertCars =
  (deps: IntakeDeps) =>
  async (records: readonly CarRecord[]): Promise<readonly RowOutcome[]> => {
    const airports = await deps.knownAirports.airports(records.flatMap(({ airport }) => airport ?? []));
    return deps.store.transaction(async (transaction) => {
      const keys = records.map(({ sourceKey }) => sourceKey);
      const hashes = new Map(await transaction.intakeRows.hashes(keys));
      const changed = records.filter((record) => noveltyOf(hashes, record) === 'changed');
      const stored = new Map(await transaction.listings.findBySourceKeys(changed.map(({ sourceKey }) => sourceKey)));
      const batch: Batch = { hashes, stored, airports, writes: new Map(), now: deps.clock.now() };
      const outcomes = records.map((record) => decide(record, batch, () => deps.ids.next('car')));
      const writes = [...batch.writes.values()];
      await transaction.listings.write(writes);
      await transaction.reference.putPlaces(uniqueById(writes.map(({ listing }) => cityPlace(listing, 50))));
      const rows = [...batch.writes].map(([sourceKey, { contentHash }]) => ({ sourceKey, richness: 0, contentHash }));
      await transaction.intakeRows.put(rows);
      return outcomes;
    });
  };

const uniqueById = <Item extends Readonly<{ id: string }>>(items: readonly Item[]): Item[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];
