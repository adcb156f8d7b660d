import { distanceInKm as greatCircleInKm } from '@meridian/platform/values/geo';
import { daysBetween } from '@meridian/platform/values/local-date';
import { identified } from '@meridian/schema/contracts/content-hash';
import type { Cabin, FareRecord, FlightRecord, SegmentRecord } from '@meridian/schema/contracts/flight-records';
import type { MarketAirport } from './airports.ts';
import type { Connection } from './connections.ts';
import { type Leg, longHaulInKm } from './network.ts';
import {
  dealFactor,
  demandFactor,
  distanceFareInUsd,
  leadTimeFactor,
  priced,
  quirk,
  share,
  weekdayFactor,
} from './prices.ts';
import { createSegmentMaker } from './segments.ts';

/** Whether a business cabin goes all the way: every leg is a long haul. */
export const hasBusinessCabin = (legs: readonly Leg[]): boolean =>
  legs.every((leg) => leg.distanceInKm >= longHaulInKm);

/** The cheapest fare of a cabin on an ordinary trip, with taxes, in US dollars; without the quirks of a single departure. */
export const ordinaryFareInUsd = (
  trip: Readonly<{ distanceInKm: number; stops: number; cabin: Cabin; date: string; leadTimeInDays: number }>,
): number => {
  const stopsFactor = [1, 0.88, 0.82][trip.stops] ?? 0.8;
  const cabinFactor = trip.cabin === 'BUSINESS' ? 3.1 : 1;
  const dayFactor = leadTimeFactor(trip.leadTimeInDays) * weekdayFactor(trip.date) * demandFactor(trip.date);
  return distanceFareInUsd(trip.distanceInKm) * stopsFactor * cabinFactor * dayFactor;
};

type Trip = Readonly<{
  legs: readonly Leg[];
  date: string;
  segments: readonly SegmentRecord[];
  leadTimeInDays: number;
  currency: string;
}>;
type FareKind = Readonly<{
  key: string;
  name: string;
  cabin: Cabin;
  bucket: string;
  percent: number;
  share: number;
  bags: number;
}>;

const fareKinds: readonly FareKind[] = [
  { key: 'economy-light', name: 'Economy Light', cabin: 'ECONOMY', bucket: 'L', percent: 100, share: 0.5, bags: 0 },
  { key: 'economy-classic', name: 'Economy Classic', cabin: 'ECONOMY', bucket: 'M', percent: 122, share: 0.8, bags: 1 },
  { key: 'economy-flex', name: 'Economy Flex', cabin: 'ECONOMY', bucket: 'Y', percent: 165, share: 1, bags: 1 },
  { key: 'business', name: 'Business', cabin: 'BUSINESS', bucket: 'C', percent: 100, share: 1, bags: 2 },
];

const capacityOf = (segments: readonly SegmentRecord[], cabin: Cabin): number =>
  Math.min(...segments.map((segment) => segment.seats.find((seats) => seats.cabin === cabin)?.capacity ?? 0));

const taxPercent = 18;

const fareOf = (trip: Trip, kind: FareKind, distanceInKm: number): FareRecord => {
  const { legs, date, segments, leadTimeInDays, currency } = trip;
  const tripKey = segments.map((segment) => segment.departureKey).join('+');
  const ordinary = ordinaryFareInUsd({ distanceInKm, stops: legs.length - 1, cabin: kind.cabin, date, leadTimeInDays });
  const total = share(priced(ordinary * quirk(tripKey, 0.04) * dealFactor(tripKey), currency), kind.percent);
  const taxes = share(total, taxPercent);
  return {
    key: kind.key,
    name: kind.name,
    cabin: kind.cabin,
    segmentCabins: segments.map(() => kind.cabin),
    bucket: kind.bucket,
    fareBasis: `${kind.bucket}${leadTimeInDays >= 21 ? 'AP21' : 'OW'}${legs[0]?.carrier ?? ''}`,
    base: { minor: total.minor - taxes.minor, currency },
    taxes,
    refundable: kind.key === 'economy-flex' || kind.cabin === 'BUSINESS',
    changeable: kind.key !== 'economy-light',
    basic: kind.key === 'economy-light',
    limit: Math.max(Math.ceil(capacityOf(segments, kind.cabin) * kind.share), 1),
    checkedBags: kind.bags,
  };
};

/** Makes the flights of a day from the timetable. */
export type FlightMaker = Readonly<{
  /** @param date local date of the first departure. @param today decides how dear the lead time makes it. */
  flight: (legs: Connection, date: string, today: string) => FlightRecord;
}>;

/** @param ownerId the user of ours to whom the flights belong */
export const createFlightMaker = (airports: readonly MarketAirport[], ownerId: string): FlightMaker => {
  const byCode = new Map(airports.map((airport) => [airport.city.iata, airport]));
  const segmentsOf = createSegmentMaker(airports);
  const flight = (legs: Connection, date: string, today: string): FlightRecord => {
    const segments = segmentsOf(legs, date);
    const [origin, destination] = [legs[0]?.origin ?? '', legs.at(-1)?.destination ?? ''];
    const [from, to] = [byCode.get(origin), byCode.get(destination)];
    if (from === undefined || to === undefined) throw new Error(`${origin}-${destination} is not in the market`);
    const trip = { legs, date, segments, leadTimeInDays: daysBetween(today, date), currency: from.city.currency };
    const distanceInKm = greatCircleInKm(from.record, to.record);
    const kinds = fareKinds.filter((kind) => kind.cabin === 'ECONOMY' || hasBusinessCabin(legs));
    const fares = kinds.map((kind) => fareOf(trip, kind, distanceInKm));
    const sourceKey = `demo:flight:${segments.map((segment) => segment.departureKey).join('+')}`;
    return identified({ sourceKey, ownerId, origin, destination, segments, fares });
  };
  return { flight };
};
