import type { SqlValue } from '@meridian/platform/sql/sql-database';
import type { LocalDate } from '@meridian/platform/values/local-date';
import { toInstant } from '@meridian/platform/values/zoned-time';
import { isFree } from '../../domain/cancellation.ts';
import { cityKeyOf, fold, slug } from '../../domain/folded-text.ts';
import { type Car, carResource, type Flight, ratingOf, type Stay, stopsOf } from '../../domain/listing.ts';
import { datesIn } from '../../domain/night-calendar.ts';
import { type RoomRates, ratesOf } from '../../domain/night-rates.ts';
import { toFlag } from './statements.ts';

/** The columns of `flight_search`, in the order of {@link toFlightSearchRow}. */
export const flightSearchColumns = [
  'listing_id',
  'origin',
  'destination',
  'departs_on',
  'departs_at',
  'departs_instant',
  'arrives_instant',
  'duration_in_minutes',
  'stops',
  'carriers',
  'currency',
  'legs',
  'fares',
] as const;

/** A fare as the search table holds it: short, because thousands are read per second. */
export type PackedFare = readonly [
  id: string,
  cabin: string,
  segmentCabins: readonly string[],
  price: number,
  tax: number,
  fee: number,
  limit: number,
  refundable: number,
];

const packFares = (flight: Flight): PackedFare[] =>
  flight.fares.map((fare) => [
    fare.id,
    fare.cabin,
    fare.segmentCabins.every((cabin) => cabin === fare.cabin) ? [] : fare.segmentCabins,
    fare.priceMinor,
    fare.taxMinor,
    fare.feeMinor,
    fare.limit,
    toFlag(fare.refundable),
  ]);

/** The row of a flight in `flight_search`. */
export const toFlightSearchRow = (flight: Flight): readonly SqlValue[] => [
  flight.id,
  flight.origin,
  flight.destination,
  flight.departsAt.slice(0, 10),
  flight.departsAt,
  toInstant(flight.departsAt, flight.timeZone),
  toInstant(flight.arrivesAt, flight.arrivalTimeZone),
  flight.durationInMinutes,
  stopsOf(flight),
  [...new Set(flight.segments.map(({ carrier }) => carrier))].join(','),
  flight.currency,
  flight.segments.map(({ resource, departsAt }) => `${resource}@${departsAt.slice(0, 10)}`).join('|'),
  JSON.stringify(packFares(flight)),
];

/** The columns of `stay_search`, in the order of {@link toStaySearchRow}. */
export const staySearchColumns = [
  'listing_id',
  'city_key',
  'area_key',
  'area',
  'neighbourhood_key',
  'latitude',
  'longitude',
  'time_zone',
  'stay_type',
  'amenities',
  'rating',
  'free_cancellation',
  'currency',
  'cleaning_fee_minor',
  'tax_per_mille',
  'min_nights',
  'max_nights',
  'special_min_nights',
] as const;

/** Dates on which a stay that begins has a rule of its own, as `[date, fewest, most]`; null when there is none. */
function specialLengths(stay: Stay, today: LocalDate): string | null {
  const { calendar } = stay;
  if (calendar === null) return null;
  const special = calendar.nights.flatMap((night, index) => {
    const least = night?.minNights ?? stay.minNights;
    const most = night?.maxNights ?? stay.maxNights;
    if (night === null || (least === stay.minNights && most === stay.maxNights)) return [];
    return [[index, night.minNights, night.maxNights] as const];
  });
  if (special.length === 0) return null;
  const last = special.at(-1)?.[0] ?? 0;
  const dates = datesIn(calendar.firstDate, calendarEnd(calendar.firstDate, last));
  const dated = special.map(([index, least, most]) => [dates[index], least, most] as const);
  return JSON.stringify(dated.filter(([date]) => date !== undefined && date >= today));
}

const dayInMs = 86_400_000;
const calendarEnd = (first: LocalDate, lastIndex: number): LocalDate =>
  new Date(Date.parse(first) + (lastIndex + 1) * dayInMs).toISOString().slice(0, 10);

/** The row of a stay in `stay_search`. */
export const toStaySearchRow = (stay: Stay, today: LocalDate): readonly SqlValue[] => [
  stay.id,
  cityKeyOf(stay),
  slug(stay.area),
  stay.area,
  fold(stay.neighbourhood ?? ''),
  stay.latitude,
  stay.longitude,
  stay.timeZone,
  stay.stayType,
  stay.amenities.map(slug).sort().join(','),
  ratingOf(stay.ratings),
  toFlag(isFree(stay.cancellation)),
  stay.currency,
  stay.cleaningFeeMinor,
  stay.taxPerMille,
  stay.minNights,
  stay.maxNights,
  specialLengths(stay, today),
];

/** The columns of `stay_rooms`, in the order of {@link toStayRoomRows}. */
export const stayRoomColumns = [
  'resource',
  'listing_id',
  'room_key',
  'max_guests',
  'units',
  'base_minor',
  'open_from',
  'open_until',
  'calendar_from',
  'prices',
] as const;

/** 64-bit floats hold every amount exactly, and a search reads them without parsing. */
const packPrices = (prices: ArrayLike<number>): Uint8Array | null =>
  prices.length === 0 ? null : new Uint8Array(Float64Array.from(prices).buffer);

/** Reads what {@link packPrices} wrote. A driver may hand out bytes at any address, so unaligned ones are copied. */
export function unpackPrices(bytes: Uint8Array | null): ArrayLike<number> {
  if (bytes === null) return [];
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  return new Float64Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 8);
}

const toRoomRow = (stayId: string, rates: RoomRates): readonly SqlValue[] => [
  rates.resource,
  stayId,
  rates.roomKey,
  rates.maxGuests,
  rates.units,
  rates.baseMinor,
  rates.openFrom,
  rates.openUntil,
  rates.calendarFrom,
  packPrices(rates.prices),
];

/** The rows of a stay in `stay_rooms`. */
export const toStayRoomRows = (stay: Stay, today: LocalDate): (readonly SqlValue[])[] =>
  ratesOf(stay, today).map((rates) => toRoomRow(stay.id, rates));

/** The columns of `car_search`, in the order of {@link toCarSearchRow}. */
export const carSearchColumns = [
  'listing_id',
  'resource',
  'city_key',
  'airport',
  'time_zone',
  'car_class',
  'seats',
  'transmission',
  'fuel',
  'rating',
  'currency',
  'daily_minor',
  'service_fee_minor',
  'tax_per_mille',
  'units',
  'available_from',
  'available_until',
] as const;

/** The row of a car in `car_search`. */
export const toCarSearchRow = (car: Car): readonly SqlValue[] => [
  car.id,
  carResource(car.id),
  cityKeyOf(car),
  car.airport,
  car.timeZone,
  car.carClass,
  car.seats,
  car.transmission,
  car.fuel,
  ratingOf(car.ratings),
  car.currency,
  car.dailyPriceMinor,
  car.serviceFeeMinor,
  car.taxPerMille,
  car.units,
  car.availableFrom,
  car.availableUntil,
];
