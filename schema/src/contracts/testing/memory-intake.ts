import type { FlightRecord } from '../flight-records.ts';
import type { IntakeState, KnownAirport, ListingsIntake, PriceIntake, RowOutcome } from '../intake.ts';
import type { AirportRecord } from '../place-records.ts';
import type { Identified } from '../record.ts';
import type { StayNight, StayNightsRecord, StayRecord } from '../stay-records.ts';

/** Both intakes in memory, for tests of those who call them. It keeps the rules of the contract that a caller can see. */
export type MemoryIntake = Readonly<{
  listings: ListingsIntake;
  prices: PriceIntake;
  /** All records by source key, the newest of each. */
  records: ReadonlyMap<string, unknown>;
  nights: ReadonlyMap<string, StayNight>;
  /** Sizes of the batches in the order of the calls. */
  batches: readonly number[];
}>;

type Check<Item> = (item: Item) => string | undefined;

const createState = (): IntakeState => {
  const values = new Map<string, string>();
  return {
    get: async (key) => values.get(key),
    put: async (key, value) => {
      values.set(key, value);
    },
    putIfAbsent: async (key, value) => {
      const stored = values.get(key) ?? value;
      values.set(key, stored);
      return stored;
    },
  };
};

/** `source key → hash`, and with it what every write answers. */
const createLedger = (records: Map<string, unknown>) => {
  const hashes = new Map<string, string>();
  return (record: Identified, key: string = record.sourceKey): RowOutcome => {
    const before = hashes.get(key);
    if (before === record.contentHash) return 'unchanged';
    hashes.set(key, record.contentHash);
    records.set(key, record);
    return before === undefined ? 'imported' : 'updated';
  };
};

const unknownAirport =
  (airports: ReadonlyMap<string, unknown>) =>
  (codes: readonly string[]): string | undefined => {
    const unknown = codes.find((code) => !airports.has(code));
    return unknown === undefined ? undefined : `unknown airport ${unknown}; import ourairports first`;
  };

const withoutFlightOf =
  (airportReason: (codes: readonly string[]) => string | undefined): Check<FlightRecord> =>
  (flight) =>
    airportReason(flight.segments.flatMap((segment) => [segment.origin, segment.destination]));

const createNights =
  (records: ReadonlyMap<string, unknown>, nights: Map<string, StayNight>) =>
  (record: StayNightsRecord): RowOutcome[] =>
    record.nights.map((night) => {
      if (!records.has(record.staySourceKey))
        return { skipped: `unknown stay ${record.staySourceKey}; import airbnb-listings first` };
      const key = `${record.staySourceKey}:${night.date}`;
      const before = nights.get(key);
      nights.set(key, night);
      if (before === undefined) return 'imported';
      return JSON.stringify(before) === JSON.stringify(night) ? 'unchanged' : 'updated';
    });

const olderThan = (records: ReadonlyMap<string, unknown>, flight: FlightRecord): boolean => {
  const before = records.get(flight.sourceKey) as FlightRecord | undefined;
  return before?.observedAt !== undefined && flight.observedAt !== undefined && flight.observedAt < before.observedAt;
};

type Upsert = <Item extends Identified>(
  check?: Check<Item>,
  put?: (item: Item) => RowOutcome,
) => (batch: readonly Item[]) => Promise<RowOutcome[]>;

const createUpsert =
  (write: (record: Identified) => RowOutcome, batches: number[]): Upsert =>
  (check = () => undefined, put = write) =>
  async (batch) => {
    batches.push(batch.length);
    return batch.map((item) => {
      const reason = check(item);
      return reason === undefined ? put(item) : { skipped: reason };
    });
  };

const createLookups = (airports: ReadonlyMap<string, AirportRecord>, records: ReadonlyMap<string, unknown>) => ({
  airports: async (): Promise<readonly KnownAirport[]> => [...airports.values()],
  stays: async (keys: readonly string[]) => {
    const known = keys.filter((key) => records.has(key));
    return new Map(known.map((key) => [key, { currency: (records.get(key) as StayRecord).currency }]));
  },
});

/** Creates both intakes, with nothing in them. */
export const createMemoryIntake = (): MemoryIntake => {
  const [records, nights] = [new Map<string, unknown>(), new Map<string, StayNight>()];
  const [airports, batches] = [new Map<string, AirportRecord>(), [] as number[]];
  const write = createLedger(records);
  const airportReason = unknownAirport(airports);
  const upsert = createUpsert(write, batches);
  const putAirport = (airport: AirportRecord): RowOutcome => {
    airports.set(airport.iata, airport);
    return write(airport);
  };
  const putStay = (stay: StayRecord): RowOutcome => {
    const isKnown = records.has(stay.sourceKey);
    const outcome = write(stay, `${stay.sourceKey}#${stay.richness}`);
    records.set(stay.sourceKey, stay);
    return outcome === 'imported' && isKnown ? 'updated' : outcome;
  };
  const putNights = createNights(records, nights);
  const listings: ListingsIntake = {
    ...createLookups(airports, records),
    upsertAirports: upsert(undefined, putAirport),
    upsertAirlines: upsert(),
    upsertRoutes: upsert((route) => airportReason([route.origin, route.destination])),
    upsertFlights: upsert(withoutFlightOf(airportReason), (flight) =>
      olderThan(records, flight) ? 'unchanged' : write(flight),
    ),
    upsertStays: upsert(undefined, putStay),
    upsertCars: upsert(),
    upsertReviews: upsert((review) =>
      records.has(review.listingSourceKey) ? undefined : `unknown listing ${review.listingSourceKey}`,
    ),
    upsertStayNights: async (batch) => batch.map(putNights),
    state: createState(),
  };
  return { listings, prices: { recordObservations: upsert() }, records, nights, batches };
};
