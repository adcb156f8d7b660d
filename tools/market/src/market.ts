import type { CarRecord } from '@meridian/schema/contracts/car-records';
import type { FlightRecord } from '@meridian/schema/contracts/flight-records';
import type { PriceObservationRecord } from '@meridian/schema/contracts/observation-records';
import type { AirlineRecord, AirportRecord, RouteRecord } from '@meridian/schema/contracts/place-records';
import type { ReviewRecord } from '@meridian/schema/contracts/review-records';
import type { StayNightsRecord, StayRecord } from '@meridian/schema/contracts/stay-records';
import { loadAirports, type MarketAirport } from './airports.ts';
import { airlineRecords } from './carriers.ts';
import { buildCars, carRecord } from './cars.ts';
import { buildConnections, type Connection } from './connections.ts';
import { createFlightMaker } from './flights.ts';
import { createHistory } from './history.ts';
import { datesBetween } from './local-days.ts';
import { cutTo, type MarketSize } from './market-size.ts';
import { buildNetwork, routeRecords } from './network.ts';
import { ratingOf, reviewsOf } from './reviews.ts';
import { buildStays, type MarketStay, nightOf, stayRecord } from './stays.ts';
import { createZoneOffsets } from './zone-offsets.ts';

/**
 * A made-up market on real airports. Everything follows from fixed words and dates, never from the order of calls or the wall
 * clock: the same date has the same departures, nights and observations in every run and every process.
 */
export type Market = Readonly<{
  airports: readonly AirportRecord[];
  airlines: readonly AirlineRecord[];
  routes: readonly RouteRecord[];
  stays: readonly StayRecord[];
  cars: readonly CarRecord[];
  reviews: readonly ReviewRecord[];
  /** Itineraries whose first segment leaves on a local date. `today` decides how dear the lead time makes them. */
  flightsOn: (date: string, today: string) => readonly FlightRecord[];
  /** The nights of every stay, both dates included. */
  nightsBetween: (from: string, until: string) => Iterable<StayNightsRecord>;
  /** What was seen of prices on a day in UTC. */
  observationsOn: (date: string) => readonly PriceObservationRecord[];
}>;

const minuteInMs = 60_000;
/** Days of an ordinary year, near enough to each other that clocks are set on no two continents between two of them. */
const daysOfYear = Array.from({ length: 122 }, (_, index) => Date.UTC(2026, 0, 1 + index * 3, 12));

/** Nonstops are trips of one leg; connections fly the same departures. */
const tripsOf = (airports: readonly MarketAirport[], legs: ReturnType<typeof buildNetwork>): readonly Connection[] => {
  const offsets = new Map(
    airports.map(({ city, record: { timeZone } }) => {
      const zone = createZoneOffsets(timeZone);
      return [city.iata, daysOfYear.map((day) => (zone.toLocal(day) - day) / minuteInMs)];
    }),
  );
  return [...legs.map((leg) => [leg]), ...buildConnections(legs, (airport) => offsets.get(airport) ?? [])];
};

function* nightsOf(stays: readonly MarketStay[], dates: readonly string[]): Generator<StayNightsRecord> {
  for (const stay of stays)
    yield { staySourceKey: stay.record.sourceKey, nights: dates.map((date) => nightOf(stay, date)) };
}

/** @param ownerId the user of ours to whom all listings of the market belong */
export const createMarket = async (ownerId: string, size: MarketSize = 'full'): Promise<Market> => {
  const airports = await loadAirports();
  const legs = buildNetwork(airports);
  const whole = { trips: tripsOf(airports, legs), stays: buildStays(airports), cars: buildCars(airports) };
  const { trips, stays, cars } = cutTo(size, whole);
  const stayReviews = new Map(stays.map(({ record }) => [record.sourceKey, reviewsOf(record.sourceKey, 'STAY')]));
  const carReviews = new Map(cars.map(({ record }) => [record.sourceKey, reviewsOf(record.sourceKey, 'CAR')]));
  const maker = createFlightMaker(airports, ownerId);
  return {
    airports: airports.map(({ record }) => record),
    airlines: airlineRecords(),
    routes: routeRecords(legs),
    stays: stays.map((stay) => stayRecord(stay, ownerId, ratingOf(stayReviews.get(stay.record.sourceKey) ?? []))),
    cars: cars.map((car) => carRecord(car, ownerId, ratingOf(carReviews.get(car.record.sourceKey) ?? []))),
    reviews: [...stayReviews.values(), ...carReviews.values()].flat(),
    flightsOn: (date, today) => trips.map((trip) => maker.flight(trip, date, today)),
    nightsBetween: (from, until) => nightsOf(stays, datesBetween(from, until)),
    observationsOn: createHistory({ airports, connections: trips, stays }).observationsOn,
  };
};
