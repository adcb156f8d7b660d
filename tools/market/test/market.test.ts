import { describe, expect, test } from '@jest/globals';
import { addDays } from '@meridian/platform/values/local-date';
import { comparableKey } from '@meridian/schema/contracts/comparable';
import { Temporal } from 'temporal-polyfill';
import { datesBetween } from '../src/local-days.ts';
import { createMarket, type Market } from '../src/market.ts';
import { createZoneOffsets } from '../src/zone-offsets.ts';

const today = '2026-11-20';
const dates = datesBetween(addDays(today, 1), addDays(today, 60));
const markets: Market[] = [];
const market = async (): Promise<Market> => {
  const known = markets[0] ?? (await createMarket('usr_owner'));
  markets[0] = known;
  return known;
};
const sixtyDays = async () => {
  const it = await market();
  return dates.flatMap((date) => it.flightsOn(date, today));
};

describe('the demo market', () => {
  test('is large enough', async () => {
    const it = await market();
    const flights = await sixtyDays();
    expect(it.airports.length).toBeGreaterThanOrEqual(60);
    expect(flights.length).toBeGreaterThanOrEqual(20_000);
    expect(it.stays.length).toBeGreaterThanOrEqual(2000);
    expect(it.cars.length).toBeGreaterThanOrEqual(800);
    expect(new Set(flights.map((flight) => flight.segments.length))).toEqual(new Set([1, 2, 3]));
    expect(new Set(flights.map((flight) => flight.sourceKey)).size).toBe(flights.length);
  });

  test('stays differ in what a guest asks about: nothing is the same for all of them', async () => {
    const { stays } = await market();
    const told = [
      'type',
      'area',
      'checkInFrom',
      'checkOutUntil',
      'minNights',
      'instantBook',
      'freeCancellation',
    ] as const;
    const same = told.filter((field) => new Set(stays.map((stay) => stay[field])).size < 2);
    expect(same).toEqual([]);
  });

  test('local times, zones and durations agree for every segment', async () => {
    const it = await market();
    const zones = new Map(it.airports.map((airport) => [airport.iata, airport.timeZone]));
    const instantOf = (local: string, airport: string) =>
      Temporal.PlainDateTime.from(local).toZonedDateTime(zones.get(airport) ?? '').epochMilliseconds;
    const flights = [
      ...it.flightsOn('2026-11-21', today),
      ...it.flightsOn('2027-03-13', today),
      ...it.flightsOn('2027-03-28', today),
    ];
    for (const { segments } of flights) {
      let ready = 0;
      for (const segment of segments) {
        const departure = instantOf(segment.departureLocal, segment.origin);
        expect(instantOf(segment.arrivalLocal, segment.destination) - departure).toBe(
          segment.durationInMinutes * 60_000,
        );
        expect(departure).toBeGreaterThanOrEqual(ready);
        ready = departure + (segment.durationInMinutes + 45) * 60_000;
      }
    }
    expect(flights.length).toBeGreaterThan(900);
  });

  test('connections fly the departures that are sold nonstop, with the same seats', async () => {
    const flights = await sixtyDays();
    const nonstops = new Map(
      flights
        .filter(({ segments }) => segments.length === 1)
        .map(({ segments }) => [segments[0]?.departureKey, segments[0]]),
    );
    const shared = flights
      .filter(({ segments }) => segments.length > 1)
      .flatMap(({ segments }) => segments)
      .filter(({ departureKey, departureLocal }) => nonstops.has(departureKey) && departureLocal.length > 0);
    expect(shared.length).toBeGreaterThan(1000);
    for (const segment of shared) expect(segment).toEqual(nonstops.get(segment.departureKey));
  });

  test('one changes planes within 45 minutes to six hours, on every day of the year and wherever clocks change', async () => {
    const it = await market();
    const zones = new Map(it.airports.map((airport) => [airport.iata, createZoneOffsets(airport.timeZone)]));
    const instantOf = (local: string, airport: string) => zones.get(airport)?.toInstant(Date.parse(`${local}Z`)) ?? 0;
    const waits = datesBetween(today, addDays(today, 366))
      .flatMap((date) => it.flightsOn(date, today))
      .flatMap(({ segments }) =>
        segments.slice(1).map((segment, index) => {
          const { arrivalLocal = '', destination = '' } = segments[index] ?? {};
          const landed = instantOf(arrivalLocal, destination);
          return (instantOf(segment.departureLocal, segment.origin) - landed) / 60_000;
        }),
      );
    // 60 connections of one change and 20 of two, on each day.
    expect(waits).toHaveLength(367 * 100);
    expect(waits.reduce((least, wait) => Math.min(least, wait))).toBeGreaterThanOrEqual(45);
    expect(waits.reduce((most, wait) => Math.max(most, wait))).toBeLessThanOrEqual(360);
  });

  test('every key has 15 observations and more in each trailing 30 days, and flights find their key', async () => {
    const it = await market();
    const counts = new Map<string, number>();
    for (const date of datesBetween(addDays(today, -30), addDays(today, -1))) {
      for (const observation of it.observationsOn(date)) {
        const key = comparableKey(observation);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(15);
    for (const flight of it.flightsOn('2026-12-15', today)) {
      const stops = ['nonstop', 'one', 'more'][flight.segments.length - 1];
      expect(counts.get(`flight|${flight.origin}-${flight.destination}|ECONOMY|${stops}|21+`)).toBeGreaterThanOrEqual(
        15,
      );
    }
    for (const stay of it.stays) {
      const key = `stay|${stay.type}|${stay.countryCode.toLowerCase()}|${stay.city.toLowerCase()}|${(stay.area ?? '').toLowerCase()}|`;
      const found = ['winter', 'spring', 'summer', 'autumn'].filter((season) => counts.has(key + season));
      expect(found.length).toBeGreaterThanOrEqual(1);
    }
  });

  test('some flights are real deals, most are not', async () => {
    const it = await market();
    const means = new Map<string, { sum: number; count: number }>();
    for (const date of datesBetween(addDays(today, -30), addDays(today, -1))) {
      for (const observation of it.observationsOn(date)) {
        const key = comparableKey(observation);
        const mean = means.get(key) ?? { sum: 0, count: 0 };
        means.set(key, { sum: mean.sum + (observation.price?.minor ?? 0), count: mean.count + 1 });
      }
    }
    const flights = (await sixtyDays()).filter(({ segments }) => segments.length === 1);
    const cheap = flights.filter((flight) => {
      const lead = dates.indexOf(flight.segments[0]?.departureLocal.slice(0, 10) ?? '') + 1;
      const bucket = lead < 7 ? '0-6' : lead < 21 ? '7-20' : '21+';
      const mean = means.get(`flight|${flight.origin}-${flight.destination}|ECONOMY|nonstop|${bucket}`);
      const fare = flight.fares[0];
      return (
        mean !== undefined &&
        fare !== undefined &&
        (fare.base.minor + fare.taxes.minor) / (mean.sum / mean.count) <= 0.85
      );
    });
    expect(cheap.length / flights.length).toBeGreaterThan(0.015);
    expect(cheap.length / flights.length).toBeLessThan(0.1);
  });

  test('does not depend on what was asked before', async () => {
    const fresh = await createMarket('usr_owner');
    expect(fresh.flightsOn('2026-12-24', today)).toEqual((await market()).flightsOn('2026-12-24', today));
    expect(fresh.observationsOn('2026-10-01')).toEqual((await market()).observationsOn('2026-10-01'));
  });
});
