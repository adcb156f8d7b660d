import { distanceInKm as greatCircleInKm } from '@meridian/platform/values/geo';
import { addDays } from '@meridian/platform/values/local-date';
import { seasonOf } from '@meridian/schema/contracts/comparable';
import { contentHash } from '@meridian/schema/contracts/content-hash';
import type { Cabin } from '@meridian/schema/contracts/flight-records';
import type {
  CarObservation,
  FlightObservation,
  PriceObservationRecord,
  StayObservation,
} from '@meridian/schema/contracts/observation-records';
import type { MarketAirport } from './airports.ts';
import { carClasses, citiesWithCars, ordinaryDayInUsd } from './cars.ts';
import type { Connection } from './connections.ts';
import { hasBusinessCabin, ordinaryFareInUsd } from './flights.ts';
import { dayNumber } from './local-days.ts';
import { priced, quirk } from './prices.ts';
import { fraction, hashOf } from './random.ts';
import { type MarketStay, ordinaryNightInUsd } from './stays.ts';

/** Days until travel of the trips that are watched: one per lead-time bucket. */
const watchedLeadTimes = [4, 14, 40] as const;

/** The day's observations of one market, each for one comparable key. */
export type History = Readonly<{ observationsOn: (date: string) => readonly PriceObservationRecord[] }>;

type Trip = Readonly<{
  origin: string;
  destination: string;
  stops: number;
  cabin: Cabin;
  carrier: string;
  currency: string;
  distanceInKm: number;
}>;

const tripsOf = (airports: readonly MarketAirport[], connections: readonly Connection[]): readonly Trip[] => {
  const byCode = new Map(airports.map((airport) => [airport.city.iata, airport]));
  const trips = new Map<string, Trip>();
  for (const legs of connections) {
    const [first, last] = [legs[0], legs.at(-1)];
    const [from, to] = [byCode.get(first?.origin ?? ''), byCode.get(last?.destination ?? '')];
    if (first === undefined || from === undefined || to === undefined) continue;
    const cabins: readonly Cabin[] = hasBusinessCabin(legs) ? ['ECONOMY', 'BUSINESS'] : ['ECONOMY'];
    for (const cabin of cabins) {
      const trip = {
        origin: from.city.iata,
        destination: to.city.iata,
        stops: legs.length - 1,
        cabin,
        carrier: first.carrier,
        currency: from.city.currency,
        distanceInKm: greatCircleInKm(from.record, to.record),
      };
      trips.set(`${trip.origin}-${trip.destination}:${trip.stops}:${cabin}`, trip);
    }
  }
  return [...trips.values()];
};

/** Two days of three: twenty observations per key in a trailing month, five more than detection asks for. */
const isWatchedOn = (key: string, date: string): boolean => (dayNumber(date) + hashOf(key)) % 3 !== 0;

const observedAt = (key: string, date: string): number =>
  Date.parse(`${date}T00:00:00Z`) + Math.floor(fraction(`at:${key}:${date}`) * 86_400) * 1000;

const common = (key: string, date: string, leadTimeInDays: number) => ({
  sourceKey: `demo:observation:${key}:${date}`,
  observedAt: observedAt(key, date),
  travelDate: addDays(date, leadTimeInDays),
  leadTimeInDays,
  source: 'demo',
  historical: true,
});

/** Prices of an observation follow from its key and date, so these two are all that the hash has to cover. */
const hashed = <Content extends Readonly<{ sourceKey: string }>>(content: Content) => ({
  ...content,
  contentHash: contentHash(content.sourceKey),
});

const flightObservation = (trip: Trip, leadTimeInDays: number, date: string): FlightObservation => {
  const key = `flight:${trip.origin}-${trip.destination}:${trip.cabin}:${trip.stops}:${leadTimeInDays}`;
  const { distanceInKm, currency, ...route } = trip;
  const at = common(key, date, leadTimeInDays);
  const usd = ordinaryFareInUsd({ ...trip, date: at.travelDate, leadTimeInDays }) * quirk(`${key}:${date}`, 0.05);
  return hashed({ ...at, kind: 'FLIGHT' as const, ...route, price: priced(usd, currency) });
};

type StayKind = Readonly<{ stay: MarketStay; key: string }>;

const stayKinds = (stays: readonly MarketStay[]): readonly StayKind[] => {
  const kinds = new Map<string, StayKind>();
  for (const stay of stays) {
    const key = `stay:${stay.record.type}:${stay.city.iata}:${stay.area}`;
    if (!kinds.has(key)) kinds.set(key, { stay, key });
  }
  return [...kinds.values()];
};

const stayObservation = ({ stay, key }: StayKind, date: string, leadTimeInDays: number): StayObservation => {
  const { type, countryCode, latitude, city, area } = stay.record;
  const at = common(`${key}:${leadTimeInDays}`, date, leadTimeInDays);
  const usd = ordinaryNightInUsd(stay.city, stay.area, type) * quirk(`${key}:${at.travelDate}`, 0.05);
  return hashed({
    ...at,
    kind: 'STAY' as const,
    stayType: type,
    area: area ?? stay.area,
    city,
    countryCode,
    latitude,
    price: priced(usd, stay.city.currency),
  });
};

/** A season that begins within the market's sixty days is watched before it begins, or its first nights could not be judged. */
const stayLeadTimes = (date: string, latitude: number): readonly number[] => {
  const soon = seasonOf(addDays(date, 10), latitude);
  return seasonOf(addDays(date, 75), latitude) === soon ? [10] : [10, 75];
};

const carObservation = (
  { city, record }: MarketAirport,
  carClass: CarObservation['carClass'],
  date: string,
): CarObservation => {
  const key = `car:${city.iata}:${carClass}`;
  const usd = ordinaryDayInUsd(city, carClass) * quirk(`${key}:${date}`, 0.05);
  return hashed({
    ...common(key, date, 10),
    kind: 'CAR' as const,
    carClass,
    city: city.name,
    countryCode: record.countryCode,
    price: priced(usd, city.currency),
  });
};

/** What was seen of the market day by day: the same for a date whenever it is asked. */
export const createHistory = (
  market: Readonly<{
    airports: readonly MarketAirport[];
    connections: readonly Connection[];
    stays: readonly MarketStay[];
  }>,
): History => {
  const trips = tripsOf(market.airports, market.connections);
  const kinds = stayKinds(market.stays);
  const carKinds = citiesWithCars(market.airports).flatMap((airport) =>
    [...carClasses.keys()].map((carClass) => ({ airport, carClass, key: `car:${airport.city.iata}:${carClass}` })),
  );
  return {
    observationsOn: (date) => [
      ...trips.flatMap((trip) =>
        watchedLeadTimes
          .filter((days) => isWatchedOn(`${trip.origin}${trip.destination}${trip.cabin}${trip.stops}${days}`, date))
          .map((days) => flightObservation(trip, days, date)),
      ),
      ...kinds
        .filter(({ key }) => isWatchedOn(key, date))
        .flatMap((kind) =>
          stayLeadTimes(date, kind.stay.record.latitude).map((days) => stayObservation(kind, date, days)),
        ),
      ...carKinds
        .filter(({ key }) => isWatchedOn(key, date))
        .map(({ airport, carClass }) => carObservation(airport, carClass, date)),
    ],
  };
};
