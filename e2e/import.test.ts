import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@meridian/demo/eventually';
import { bookSeat, publishFlight, publishSeats, seatsOf } from './import/booked-meanwhile.ts';
import { flightsFile } from './import/made-files.ts';
import { createLook, listingsCreated, shiftedTo } from './import/market.ts';
import { type Counts, type Import, runImport, startImport } from './import/run-import.ts';
import { at, createApi, listAt, type Node, textAt } from './support/api.ts';
import { flightInput, inDays, oneAdult } from './support/inputs.ts';
import { flightOffer } from './support/offers.ts';
import { type Person, signInAs, signUp } from './support/people.ts';
import { type RunningServer, startServer } from './support/running-server.ts';

const files = resolve(import.meta.dirname, 'import/files');

let server: RunningServer;
let look: ReturnType<typeof createLook>;
beforeAll(async () => {
  server = await startServer({ market: 'small' });
  look = createLook(createApi(`${server.address}/public/graphql`));
}, 120_000);
afterAll(async () => server[Symbol.asyncDispose]());

const shift = ['--shift-dates'];
const of = (format: string, file: string, flags: readonly string[] = []): Import => ({
  data: server.data,
  format,
  file: join(files, file),
  flags,
});
/** One file of each of the nine formats, and the fuller of the two that Inside Airbnb publishes; flights before their airports. */
const all = (): readonly (readonly [Import, Partial<Counts>])[] => [
  [of('expedia', 'expedia.csv', shift), { read: 2, skipped: 2 }],
  [of('ourairports', 'airports.csv'), { read: 5, imported: 4 }],
  [of('openflights-airlines', 'airlines.dat'), { read: 2, imported: 1 }],
  [of('openflights-routes', 'routes.dat'), { read: 2, imported: 1 }],
  [of('expedia', 'expedia.csv', shift), { read: 2, imported: 1 }],
  [of('easemytrip', 'easemytrip.csv', shift), { read: 2, imported: 1 }],
  [of('airbnb-listings', 'airbnb-full.csv'), { read: 1, imported: 1 }],
  [of('airbnb-listings', 'airbnb-short.csv'), { read: 2 }],
  [of('airbnb-calendar', 'airbnb-calendar.csv', shift), { read: 8, imported: 7 }],
  [of('hotel-demand', 'hotel-demand.csv', shift), { read: 2, imported: 1 }],
  [of('cornell-cars', 'cars.csv'), { read: 2, imported: 1 }],
];

test('files of all formats are imported while the server runs, and importing them again changes nothing', async () => {
  const admin = await signInAs(server.address, 'admin');
  const before = await listingsCreated(admin.api);
  for (const [wish, expected] of all()) {
    const { code, counts, said } = await runImport(wish);
    expect([wish.format, code, counts]).toEqual([wish.format, 0, expect.objectContaining(expected)]);
    if (expected.skipped === 2) expect(said).toMatch(/line 2: unknown airport QQ[AB]/);
  }
  // All at once: imports stand beside each other as they stand beside the server.
  const again = await Promise.all(all().map(async ([wish]) => ({ format: wish.format, ...(await runImport(wish)) })));
  for (const { format, code, counts } of again)
    expect([format, code, counts]).toMatchObject([format, 0, { imported: 0, updated: 0 }]);
  // A flight, a stay and a car: analytics counts what they were announced with.
  await eventually(async () => expect(await listingsCreated(admin.api)).toBe(before + 3), 30_000);
}, 180_000);

test('airports, airlines and routes are there for everybody, with the zone of their coordinates', async () => {
  const { airport, airline } = await look.places();
  expect(airport).toMatchObject({ city: 'Quay City', timeZone: 'America/Los_Angeles', countryCode: 'US' });
  expect(listAt(airport, 'routes', 'edges')).toEqual([
    { node: { carrier: { code: 'Q9' }, destination: { code: 'QQB' } } },
  ]);
  expect(airline).toEqual({ name: 'Quay Air' });
});

test('an Expedia row is a flight with as many seats as remained, its price part of the history, and can be booked', async () => {
  const date = shiftedTo(1);
  const found = await eventually(async () => {
    const edge = await look.flight(date);
    // The stock comes by event, and so does what deals knows of it.
    expect(edge).toMatchObject({ node: { availability: [{ remaining: 7 }], priceInsight: {} } });
    return edge;
  });
  expect(found).toMatchObject({
    total: { amount: '120.50', currency: 'USD' },
    node: { segments: [{ carrier: { name: 'Quay Air' }, departsAt: `${date}T08:00`, arrivesAt: `${date}T14:00` }] },
  });
  const key = textAt(found, 'node', 'priceInsight', 'comparableKey');
  expect(key).toMatch(/^flight\|QQA-QQB\|ECONOMY\|nonstop\|/);
  const { api } = await signUp(server.address);
  const offers = [await flightOffer(api, textAt(found, 'node', 'id'))];
  const input = { offers, travelers: oneAdult, paymentToken: 'tok_visa', idempotencyKey: randomUUID() };
  const booked = await api.read(
    'mutation ($input: CreateBookingInput!) { createBooking(input: $input) { ... on Booking { state } } }',
    { input },
  );
  expect(booked).toEqual({ createBooking: { state: 'CONFIRMED' } });
  expect(await look.flight(date)).toMatchObject({ node: { availability: [{ remaining: 6 }] } });
});

test('what was only observed is part of the price history: by route, and by type, area and season', async () => {
  const flights = await look.history('flight|QQC-QQD|ECONOMY|one|0-6');
  expect(flights).toMatchObject({ observations: 1, points: [{ lowest: { currency: 'USD' } }] });
  const seasons = ['winter', 'spring', 'summer', 'autumn'];
  const stays = await Promise.all(seasons.map((season) => look.history(`stay|HOTEL|pt||quay hotel|${season}`)));
  expect(stays.filter((history) => history !== null)).toMatchObject([{ observations: 1 }]);
});

test('an Airbnb listing keeps what the fuller file told, and has the nights and prices of its calendar', async () => {
  const stay: Node = await eventually(async () => {
    const seen = await look.stay();
    at(seen, 'priceInsight', 'comparableKey');
    return seen;
  });
  // The short file, which has no description, came later.
  expect(stay).toMatchObject({ area: 'Harbour', description: 'Two rooms.\n\nQuiet\nand green' });
  const nights = listAt(stay, 'roomTypes', 0, 'nights');
  const first = shiftedTo(3);
  const priced = nights.filter(({ date }) => String(date) >= first).slice(0, 7);
  expect(priced.map((night) => textAt(night, 'price', 'amount'))).toEqual(
    [20, 21, 22, 23, 24, 25, 26].map((day) => `10${day}.00`),
  );
});

test('a car of the Cornell file is found at its airport, and is compared with its like', async () => {
  const { first } = await eventually(async () => {
    const cars = await look.cars();
    at(cars.first, 'priceInsight', 'comparableKey');
    at(cars.first, 'availability', 0);
    return cars;
  });
  expect(first).toMatchObject({
    make: 'Tesla',
    carClass: 'SUV',
    dailyPrice: { amount: '135.00', currency: 'USD' },
    priceInsight: { comparableKey: 'car|SUV|us|quay city' },
  });
  expect(await look.history('car|SUV|us|quay city')).toMatchObject({ points: [{ lowest: { amount: '135.00' } }] });
});

test('while an import runs no booking fails: every one is answered, and the stock is exact afterwards', async () => {
  const owner = await signUp(server.address, 'OWNER');
  const people = await Promise.all([signUp(server.address), signUp(server.address), signUp(server.address)]);
  const [plenty, scarce] = [await publishSeats(owner, 900), await publishSeats(owner, 4)];
  const file = join(server.data, 'meanwhile.csv');
  await writeFile(file, flightsFile(2_000, { searches: [inDays(0)], firstDay: inDays(30) }));
  const running = startImport({ ...of('expedia', '', ['--dataset', 'meanwhile']), file });
  const answers: string[] = [];
  const bookWhileItRuns = async (person: Person) => {
    const scarceAnswers = [await bookSeat(person, scarce), await bookSeat(person, scarce)];
    while (running.isRunning()) answers.push(await bookSeat(person, plenty));
    return scarceAnswers;
  };
  const scarceAnswers = (await Promise.all(people.map(bookWhileItRuns))).flat();
  expect((await running.ended).counts).toMatchObject({ read: 2_000, imported: 2_000, skipped: 0 });
  expect(answers.length).toBeGreaterThan(5);
  expect(new Set(answers)).toEqual(new Set(['CONFIRMED']));
  expect(scarceAnswers.sort()).toEqual([...Array(4).fill('CONFIRMED'), 'SoldOut', 'SoldOut']);
  expect(await seatsOf(owner, plenty)).toEqual({ capacity: 900, remaining: 900 - answers.length });
  expect(await seatsOf(owner, scarce)).toEqual({ capacity: 4, remaining: 0 });
}, 120_000);

test('a second flight on a departure that tells fewer seats of it takes none away', async () => {
  const owner = await signUp(server.address, 'OWNER');
  const input = flightInput({ seats: 20 });
  const first = await publishFlight(owner, input);
  const fewer = input.segments.map((segment) => ({ ...segment, seats: [{ cabin: 'ECONOMY', capacity: 5 }] }));
  const second = await publishFlight(owner, { ...input, segments: fewer, fares: flightInput({ seats: 5 }).fares });
  expect(await seatsOf(owner, first)).toEqual({ capacity: 20, remaining: 20 });
  expect(await bookSeat(owner, second)).toBe('CONFIRMED');
  expect(await seatsOf(owner, first)).toEqual({ capacity: 20, remaining: 19 });
}, 30_000);
