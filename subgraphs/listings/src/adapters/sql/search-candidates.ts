import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlDatabase, SqlValue } from '@meridian/platform/sql/sql-database';
import type { BoundingBox } from '@meridian/platform/values/geo';
import type { Cabin, CarClass, Fuel, StayType, Transmission } from '../../domain/listing.ts';
import type { RoomRates } from '../../domain/night-rates.ts';
import type { CarCandidate } from '../../domain/search/car-search.ts';
import type { CandidateFare, FlightCandidate } from '../../domain/search/flight-search.ts';
import type { StayCandidate } from '../../domain/search/stay-search.ts';
import type {
  CarCandidateQuery,
  FlightCandidateQuery,
  SearchCandidates,
  StayCandidateQuery,
  StockQuery,
} from '../../ports/search-candidates.ts';
import { type PackedFare, unpackPrices } from './search-rows.ts';

type FlightRow = Readonly<{
  listing_id: string;
  origin: string;
  destination: string;
  departs_at: string;
  departs_instant: number;
  arrives_instant: number;
  duration_in_minutes: number;
  stops: number;
  carriers: string;
  currency: string;
  legs: string;
  fares: string;
}>;

const flightColumns =
  'listing_id, origin, destination, departs_at, departs_instant, arrives_instant, duration_in_minutes, stops, carriers, currency, legs, fares';

const toFare = ([
  id,
  cabin,
  segmentCabins,
  priceMinor,
  taxMinor,
  feeMinor,
  limit,
  refundable,
]: PackedFare): CandidateFare => ({
  id,
  cabin: cabin as Cabin,
  segmentCabins: segmentCabins as readonly Cabin[],
  priceMinor,
  taxMinor,
  feeMinor,
  limit,
  refundable: refundable === 1,
});

const toLeg = (text: string) => {
  const at = text.lastIndexOf('@');
  return { resource: text.slice(0, at), date: text.slice(at + 1) };
};

const toFlight = (row: FlightRow): FlightCandidate => ({
  id: row.listing_id,
  origin: row.origin,
  destination: row.destination,
  departsAt: row.departs_at,
  departsInstant: row.departs_instant,
  arrivesInstant: row.arrives_instant,
  durationInMinutes: row.duration_in_minutes,
  stops: row.stops,
  carriers: row.carriers.split(','),
  currency: row.currency,
  legs: row.legs.split('|').map(toLeg),
  fares: (JSON.parse(row.fares) as PackedFare[]).map(toFare),
});

/** Cities have a few airports, so a list per side stays far below any bound on placeholders. */
async function flights(database: SqlDatabase, query: FlightCandidateQuery): Promise<FlightCandidate[]> {
  const params: SqlValue[] = [];
  const among = (column: string, codes: readonly string[] | undefined): string[] => {
    if (codes === undefined) return [];
    params.push(...codes);
    return [`${column} IN (${codes.map(() => '?').join(', ')})`];
  };
  const conditions = [...among('origin', query.origins), ...among('destination', query.destinations)];
  conditions.push(query.date === undefined ? 'departs_on >= ?' : 'departs_on = ?');
  params.push(query.date ?? query.notBefore);
  const sql = `SELECT ${flightColumns} FROM flight_search WHERE ${conditions.join(' AND ')}`;
  return (await database.query<FlightRow>(sql, params)).map(toFlight);
}

type StayRow = Readonly<{
  listing_id: string;
  time_zone: string;
  area_key: string;
  stay_type: string;
  amenities: string;
  rating: number | null;
  free_cancellation: number;
  currency: string;
  cleaning_fee_minor: number;
  tax_per_mille: number;
  min_nights: number;
  max_nights: number;
  special_min_nights: string | null;
  resource: string;
  room_key: string;
  max_guests: number;
  units: number;
  base_minor: number | null;
  open_from: string;
  open_until: string;
  calendar_from: string | null;
  prices: Uint8Array | null;
}>;

const stayColumns = `s.listing_id, s.time_zone, s.area_key, s.stay_type, s.amenities, s.rating, s.free_cancellation, s.currency,
  s.cleaning_fee_minor, s.tax_per_mille, s.min_nights, s.max_nights, s.special_min_nights, r.resource, r.room_key,
  r.max_guests, r.units, r.base_minor, r.open_from, r.open_until, r.calendar_from, r.prices`;

const toRoom = (row: StayRow): RoomRates => ({
  resource: row.resource,
  roomKey: row.room_key,
  maxGuests: row.max_guests,
  units: row.units,
  baseMinor: row.base_minor,
  openFrom: row.open_from,
  openUntil: row.open_until,
  calendarFrom: row.calendar_from,
  prices: unpackPrices(row.prices),
});

type SpecialLength = readonly [date: string, least: number | null, most: number | null];

function toStay(row: StayRow, rooms: readonly RoomRates[]): StayCandidate {
  const special = row.special_min_nights === null ? [] : (JSON.parse(row.special_min_nights) as SpecialLength[]);
  return {
    id: row.listing_id,
    timeZone: row.time_zone,
    stayType: row.stay_type as StayType,
    areaKey: row.area_key,
    amenities: row.amenities === '' ? [] : row.amenities.split(','),
    rating: row.rating,
    freeCancellation: row.free_cancellation === 1,
    currency: row.currency,
    cleaningFeeMinor: row.cleaning_fee_minor,
    taxPerMille: row.tax_per_mille,
    minNights: row.min_nights,
    maxNights: row.max_nights,
    specialLengths: new Map(special.map(([date, least, most]) => [date, [least, most] as const])),
    rooms,
  };
}

function longitudes({ west, east }: BoundingBox): Readonly<{ condition: string; params: readonly number[] }> {
  // A box across the 180th meridian is what lies east of its west, or west of its east.
  const word = west <= east ? 'AND' : 'OR';
  return { condition: `(s.longitude >= ? ${word} s.longitude <= ?)`, params: [west, east] };
}

function inBox(box: BoundingBox): Readonly<{ condition: string; params: readonly number[] }> {
  const { condition, params } = longitudes(box);
  return { condition: `s.latitude BETWEEN ? AND ? AND ${condition}`, params: [box.south, box.north, ...params] };
}

async function countStays(database: SqlDatabase, box: BoundingBox, most: number): Promise<number> {
  const { condition, params } = inBox(box);
  const [row] = await database.query<{ count: number }>(
    `SELECT COUNT(*) AS count FROM (SELECT 1 FROM stay_search s WHERE ${condition} LIMIT ?) counted`,
    [...params, most],
  );
  return Number(row?.count ?? 0);
}

async function stays(database: SqlDatabase, query: StayCandidateQuery): Promise<StayCandidate[]> {
  const conditions: string[] = [];
  const params: SqlValue[] = [];
  const where = (condition: string, ...values: readonly SqlValue[]) => {
    conditions.push(condition);
    params.push(...values);
  };
  if (query.cityKey !== undefined) where('s.city_key = ?', query.cityKey);
  if (query.areaKey !== undefined)
    where('(s.neighbourhood_key = ? OR s.area_key = ?)', query.areaKey, query.areaKey.replaceAll(' ', '-'));
  if (query.box) {
    const { condition, params: edges } = inBox(query.box);
    where(condition, ...edges);
  }
  const sql = `SELECT ${stayColumns} FROM stay_search s JOIN stay_rooms r ON r.listing_id = s.listing_id WHERE ${conditions.join(' AND ')}`;
  const byStay = new Map<string, StayRow[]>();
  for (const row of await database.query<StayRow>(sql, params)) {
    const rows = byStay.get(row.listing_id);
    if (rows) rows.push(row);
    else byStay.set(row.listing_id, [row]);
  }
  return [...byStay.values()].flatMap((rows) => (rows[0] ? [toStay(rows[0], rows.map(toRoom))] : []));
}

type CarRow = Readonly<{
  listing_id: string;
  resource: string;
  time_zone: string;
  car_class: string;
  seats: number;
  transmission: string | null;
  fuel: string | null;
  rating: number | null;
  currency: string;
  daily_minor: number;
  service_fee_minor: number;
  tax_per_mille: number;
  units: number;
  available_from: string;
  available_until: string;
}>;

const toCar = (row: CarRow): CarCandidate => ({
  id: row.listing_id,
  resource: row.resource,
  timeZone: row.time_zone,
  carClass: row.car_class as CarClass,
  seats: row.seats,
  transmission: row.transmission as Transmission | null,
  fuel: row.fuel as Fuel | null,
  rating: row.rating,
  currency: row.currency,
  dailyPriceMinor: row.daily_minor,
  serviceFeeMinor: row.service_fee_minor,
  taxPerMille: row.tax_per_mille,
  units: row.units,
  availableFrom: row.available_from,
  availableUntil: row.available_until,
});

async function cars(database: SqlDatabase, { cityKey, airport }: CarCandidateQuery): Promise<CarCandidate[]> {
  const sql = 'SELECT * FROM car_search WHERE city_key = ?';
  const inCity = await database.query<CarRow>(sql, [cityKey]);
  if (airport === undefined) return inCity.map(toCar);
  const atAirport = await database.query<CarRow>('SELECT * FROM car_search WHERE airport = ?', [airport]);
  return [...new Map([...inCity, ...atAirport].map((row) => [row.listing_id, toCar(row)])).values()];
}

async function remaining(database: SqlDatabase, { resources, from, until }: StockQuery): Promise<Map<string, number>> {
  const rows = await selectIn<{ resource: string; slot: string; capacity: number; taken: number }>(
    database,
    'SELECT resource, slot, capacity, taken FROM availability WHERE slot BETWEEN ? AND ? AND resource IN (…)',
    { values: resources, before: [from, until] },
  );
  return new Map(rows.map((row) => [`${row.resource}@${row.slot}`, Math.max(0, row.capacity - row.taken)]));
}

/** Candidates from the search tables. */
export const createSqlSearchCandidates = (database: SqlDatabase): SearchCandidates => ({
  flights: (query) => flights(database, query),
  stays: (query) => stays(database, query),
  countStays: (box, most) => countStays(database, box, most),
  cars: (query) => cars(database, query),
  remaining: (query) => remaining(database, query),
});
