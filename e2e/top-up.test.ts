import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { type Api, at, listAt, textAt } from './support/api.ts';
import { fareInput } from './support/inputs.ts';
import { signInAs } from './support/people.ts';
import { startServer } from './support/running-server.ts';

const horizonInDays = 60;
const laterInDays = 45;
const dayInMs = 86_400_000;

const marketProgram = resolve(import.meta.dirname, '../tools/market/dist/main.js');

/** Brings the small market to an instant. Answers what it said. */
async function topUp(data: string, now: number): Promise<string> {
  const args = ['--data', data, '--market', 'small', '--today', new Date(now).toISOString()];
  const child = spawn(process.execPath, [marketProgram, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  expect(code).toBe(0);
  return said;
}

const flightsQuery = `query ($input: FlightSearchInput!, $from: LocalDate!, $to: LocalDate!) {
  searchFlights(input: $input, first: 100) { totalCount edges { node { id version availability(from: $from, to: $to) { remaining } } } }
}`;
const staysQuery = `query ($input: StaySearchInput!) {
  searchStays(input: $input, first: 1) { edges { node { id version } } }
}`;
const nightsQuery = `query ($id: ID!, $from: LocalDate!, $until: LocalDate!) {
  stay(id: $id) { roomTypes { nights(from: $from, until: $until) { price { amount } } } }
}`;
const faresQuery = 'query ($id: ID!) { flight(id: $id) { fares { price { amount } } } }';
const countQuery = 'query ($kind: ListingKind!) { myListings(kind: $kind, first: 1) { totalCount } }';
const repriceFlight = `mutation ($input: UpdateFlightInput!) {
  updateFlight(input: $input) { __typename ... on UserError { message } }
}`;
const repriceNights = `mutation ($input: SetNightlyPricesInput!) {
  setNightlyPrices(input: $input) { __typename ... on UserError { message } }
}`;

type Night = Readonly<{ price: Readonly<{ amount: string }> | null }>;

/** Asks about the market as it lies so many days from a day. */
function createLook(api: Api, today: number) {
  const day = (days: number) => new Date(today + days * dayInMs).toISOString().slice(0, 10);
  const flightsOn = async (days: number) => {
    const input = { origin: 'JFK', destination: 'LHR', date: day(days) };
    const answer = await api.read(flightsQuery, { input, from: day(days), to: day(days + 1) });
    return listAt(answer, 'searchFlights', 'edges').map((edge) => at(edge, 'node'));
  };
  return {
    day,
    flightsOn,
    flightIdsOn: async (days: number) => (await flightsOn(days)).map((flight) => textAt(flight, 'id')),
    stayOn: async (days: number) => {
      const input = { place: 'LHR', checkIn: day(days), checkOut: day(days + 1), guests: 1 };
      return at(await api.read(staysQuery, { input }), 'searchStays', 'edges', 0, 'node');
    },
    /** The prices of a stay's nights, both days included. The market closes a few; which ones depends on the day. */
    pricesOf: async (id: string, [first, last]: readonly [first: number, last: number]) => {
      const answer = await api.read(nightsQuery, { id, from: day(first), until: day(last + 1) });
      return listAt(answer, 'stay', 'roomTypes', 0, 'nights').map(
        (night) => (night as Night).price?.amount ?? 'closed',
      );
    },
    faresOf: async (id: string) => listAt(await api.read(faresQuery, { id }), 'flight', 'fares'),
    counts: async () => {
      const counts: Record<string, number> = {};
      for (const kind of ['FLIGHT', 'STAY', 'CAR']) {
        counts[kind] = Number(at(await api.read(countQuery, { kind }), 'myListings', 'totalCount'));
      }
      return counts;
    },
  };
}

/** Two weeks at one price were set by nobody: weekends cost more. */
const isPriced = (prices: readonly string[]): boolean => new Set(prices).size > 1;

async function withOwner<Result>(data: string, today: number, work: (look: Look, api: Api) => Promise<Result>) {
  await using server = await startServer({ data, market: 'none' });
  const { api } = await signInAs(server.address, 'owner');
  return await work(createLook(api, today), api);
}
type Look = ReturnType<typeof createLook>;

test('45 days later the market is topped up to 60 days from then: nothing doubled, owners’ prices kept', async () => {
  const data = await mkdtemp(join(tmpdir(), 'meridian-top-up-'));
  const today = Date.now();
  expect(await topUp(data, today)).toMatch(/[1-9][\d,]* records written/);

  const before = await withOwner(data, today, async (look, api) => {
    const counts = await look.counts();
    expect(await look.flightIdsOn(horizonInDays)).not.toEqual([]);
    expect(await look.flightIdsOn(horizonInDays + 1)).toEqual([]);
    const flight = (await look.flightsOn(30))[0];
    const flightId = textAt(flight, 'id');
    const fares = [fareInput({ price: '777.00' })];
    const repriced = await api.read(repriceFlight, {
      input: { id: flightId, expectedVersion: at(flight, 'version'), fares },
    });
    expect(repriced).toEqual({ updateFlight: { __typename: 'Flight' } });
    const stay = await look.stayOn(30);
    const stayId = textAt(stay, 'id');
    const nights = [{ from: look.day(30), until: look.day(31), price: '888.00' }];
    const set = await api.read(repriceNights, { input: { stayId, expectedVersion: at(stay, 'version'), nights } });
    expect(set).toEqual({ setNightlyPrices: { __typename: 'Stay' } });
    // Nights of the market have prices of their own; all others cost what the stay costs where no other price is set.
    expect(isPriced(await look.pricesOf(stayId, [horizonInDays - 13, horizonInDays]))).toBe(true);
    expect(isPriced(await look.pricesOf(stayId, [horizonInDays + 1, horizonInDays + 14]))).toBe(false);
    return { counts, flightId, stayId, fares: await look.faresOf(flightId), ids: await look.flightIdsOn(40) };
  });

  const later = today + laterInDays * dayInMs;
  expect(await topUp(data, later)).toMatch(/[1-9][\d,]* records written/);
  expect(await topUp(data, later)).toMatch(/: 0 records written/);

  await withOwner(data, today, async (look) => {
    const until = laterInDays + horizonInDays;
    const { FLIGHT = 0, ...standing } = before.counts;
    expect(await look.counts()).toEqual({ FLIGHT: (FLIGHT * until) / horizonInDays, ...standing });
    for (const days of [horizonInDays + 1, until]) {
      const flights = await look.flightsOn(days);
      expect(flights.length).toBeGreaterThan(0);
      // Bookings know the new departures' seats, too: the events have gone all the way.
      for (const flight of flights) expect(listAt(flight, 'availability').length).toBeGreaterThan(0);
    }
    expect(await look.flightIdsOn(until + 1)).toEqual([]);
    expect(isPriced(await look.pricesOf(before.stayId, [horizonInDays + 1, horizonInDays + 14]))).toBe(true);
    expect(isPriced(await look.pricesOf(before.stayId, [until - 13, until]))).toBe(true);
    expect(isPriced(await look.pricesOf(before.stayId, [until + 1, until + 14]))).toBe(false);
    expect((await look.flightIdsOn(40)).sort()).toEqual([...before.ids].sort());
    expect(before.fares).toEqual([{ price: { amount: '777.00' } }]);
    expect(await look.faresOf(before.flightId)).toEqual(before.fares);
    expect(await look.pricesOf(before.stayId, [30, 30])).toEqual(['888.00']);
  });
  await rm(data, { recursive: true, force: true });
}, 240_000);
