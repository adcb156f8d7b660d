import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ListingsService, openListingsService } from './harness.ts';
import { fill } from './records.ts';

type Input = Readonly<Record<string, unknown>>;

// One market for all cases: searching changes nothing. It is 09:00 UTC on 1 March 2027.
let service: ListingsService;
beforeAll(async () => {
  service = await openListingsService();
  await fill(service.intake);
});
afterAll(() => service[Symbol.asyncDispose]());

const searches = {
  flights: ['searchFlights', 'FlightSearchInput', 'stops { value } carriers { value count }'],
  stays: ['searchStays', 'StaySearchInput', 'areas { value count } amenities { value count }'],
  cars: ['searchCars', 'CarSearchInput', 'classes { value count }'],
} as const;
type Kind = keyof typeof searches;

async function search(kind: Kind, input: Input, after?: string) {
  const [field, type, facets] = searches[kind];
  const query = `query ($input: ${type}!, $after: Cursor) { found: ${field}(input: $input, first: 1, after: $after) {
    totalCount facets { ${facets} } pageInfo { endCursor } } }`;
  return service.ask(query, { input, after });
}

const route = { origin: 'SIN', destination: 'LHR' };
const stayed = { place: 'SIN', checkIn: '2027-03-10', checkOut: '2027-03-12' };
const hired = { place: 'SIN', pickUpAt: '2027-03-10T10:00', dropOffAt: '2027-03-12T10:00' };

type Impossible = readonly [what: string, kind: Kind, input: Input, at: readonly string[]];

const impossible: readonly Impossible[] = [
  ['flights of nine stops', 'flights', { ...route, stops: [9] }, ['stops.0']],
  ['flights of minus one stop', 'flights', { ...route, stops: [0, -1] }, ['stops.1']],
  ['flights of at most three stops', 'flights', { ...route, maxStops: 3 }, ['maxStops']],
  ['nonstop flights with a stop', 'flights', { ...route, stops: [1, 2], maxStops: 0 }, ['maxStops']],
  ['flights from nowhere to nowhere', 'flights', {}, ['origin']],
  ['flights from here to here', 'flights', { origin: 'SIN', destination: 'SIN' }, ['destination']],
  ['flights from here to here, in small letters', 'flights', { origin: 'SIN', destination: 'sin' }, ['destination']],
  ['flights from an unknown airport', 'flights', { origin: 'QQQ', destination: 'LHR' }, ['origin']],
  ['flights to an unknown place', 'flights', { origin: 'SIN', destination: 'plc_none' }, ['destination']],
  ['flights of last month', 'flights', { ...route, date: '2027-02-01' }, ['date']],
  ['flights of the day before yesterday', 'flights', { ...route, date: '2027-02-27' }, ['date']],
  [
    'a way back before the way out',
    'flights',
    { ...route, date: '2027-03-10', returnDate: '2027-03-09' },
    ['returnDate'],
  ],
  ['a way back without a way out', 'flights', { ...route, returnDate: '2027-03-09' }, ['date']],
  [
    'departures before they begin',
    'flights',
    { ...route, departsAfter: '18:00', departsBefore: '06:00' },
    ['departsBefore'],
  ],
  [
    'departures at no time',
    'flights',
    { ...route, departsAfter: '25:00', departsBefore: 'noon' },
    ['departsAfter', 'departsBefore'],
  ],
  ['airlines by name', 'flights', { ...route, carriers: ['SQ', 'Singapore Airlines'] }, ['carriers.1']],
  ['airlines in small letters', 'flights', { ...route, carriers: ['sq'] }, ['carriers.0']],
  ['no traveler', 'flights', { ...route, adults: 0 }, ['adults']],
  ['ten travelers', 'flights', { ...route, adults: 5, children: 5 }, ['children']],
  ['the dearest cheaper than the cheapest', 'flights', { ...route, minPrice: '9', maxPrice: '8' }, ['maxPrice']],
  ['a price below nothing', 'flights', { ...route, maxPrice: '-1' }, ['maxPrice']],
  ['a price of half a cent', 'flights', { ...route, minPrice: '0.005' }, ['minPrice']],
  ['stays nowhere', 'stays', {}, ['place']],
  ['stays in an unknown place', 'stays', { place: 'Atlantis' }, ['place']],
  ['stays of last month', 'stays', { ...stayed, checkIn: '2027-02-01', checkOut: '2027-02-03' }, ['checkIn']],
  ['stays of the day before yesterday', 'stays', { ...stayed, checkIn: '2027-02-27' }, ['checkIn']],
  ['a check-out on the day of check-in', 'stays', { ...stayed, checkOut: '2027-03-10' }, ['checkOut']],
  ['a check-out before check-in', 'stays', { ...stayed, checkOut: '2027-03-09' }, ['checkOut']],
  ['61 nights', 'stays', { ...stayed, checkOut: '2027-05-10' }, ['checkOut']],
  ['half a visit', 'stays', { place: 'SIN', checkOut: '2027-03-12' }, ['checkIn']],
  ['no guest', 'stays', { ...stayed, guests: 0 }, ['guests']],
  ['ten rooms', 'stays', { ...stayed, rooms: 10 }, ['rooms']],
  ['a rating of none', 'stays', { ...stayed, minRating: 0 }, ['minRating']],
  ['a rating of six', 'stays', { ...stayed, minRating: 6 }, ['minRating']],
  ['amenities by name', 'stays', { ...stayed, amenities: ['wifi', 'Pets allowed'] }, ['amenities.1']],
  ['areas by name', 'stays', { ...stayed, areas: ['Central Region'] }, ['areas.0']],
  ['an amenity without a name', 'stays', { ...stayed, amenities: [''] }, ['amenities.0']],
  ['the dearest cheaper than the cheapest', 'stays', { ...stayed, minPrice: '9', maxPrice: '8' }, ['maxPrice']],
  ['cars in an unknown place', 'cars', { place: 'QQQ' }, ['place']],
  ['cars of last month', 'cars', { ...hired, pickUpAt: '2027-02-01T10:00' }, ['pickUpAt']],
  ['a drop-off at the pick-up', 'cars', { ...hired, dropOffAt: '2027-03-10T10:00' }, ['dropOffAt']],
  ['half a hire', 'cars', { place: 'SIN', pickUpAt: '2027-03-10T10:00' }, ['dropOffAt']],
  ['no seat', 'cars', { ...hired, minSeats: 0 }, ['minSeats']],
  ['21 seats', 'cars', { ...hired, minSeats: 21 }, ['minSeats']],
  ['the dearest cheaper than the cheapest', 'cars', { ...hired, minPrice: '9', maxPrice: '8' }, ['maxPrice']],
  [
    'everything at once',
    'flights',
    { ...route, destination: 'QQQ', date: '2027-02-01', stops: [7], carriers: ['?'], adults: 12, departsAfter: 'x' },
    ['adults', 'carriers.0', 'children', 'date', 'departsAfter', 'destination', 'stops.0'],
  ],
];

describe('what can never be found', () => {
  test.each(impossible)('%s (%s) are refused, and told where', async (...[, kind, input, at]) => {
    const { data, errors } = await search(kind, input);
    expect(data.found).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ path: ['found'], extensions: { code: 'BAD_USER_INPUT' } });
    const problems = errors[0]?.extensions.problems as readonly { path: string[]; message: string }[];
    expect(problems.map(({ path }) => path.join('.')).sort()).toEqual(at.map((path) => `input.${path}`));
    // Each says what to do, and all of it stands in the error's own text, which is what people see.
    for (const { message } of problems) expect(errors[0]?.message).toContain(message);
  });
});

describe('what could be found', () => {
  test.each<[what: string, kind: Kind, input: Input, facet: string]>([
    ['an airline without flights', 'flights', { ...route, carriers: ['ZZ'] }, 'carriers'],
    ['an amenity that nobody offers', 'stays', { ...stayed, amenities: ['moat'] }, 'amenities'],
    ['an area without stays', 'stays', { ...stayed, areas: ['east-region'] }, 'areas'],
    ['a class of which there is none', 'cars', { ...hired, classes: ['LUXURY'] }, 'classes'],
  ])('%s finds nothing, and the facet tells what there is', async (...[, kind, input, facet]) => {
    const { data, errors } = await search(kind, input);
    expect(errors).toEqual([]);
    expect(data.found.totalCount).toBe(0);
    // All stays have their amenities at once, so beside a missing one there is nothing to count.
    if (facet !== 'amenities') expect(data.found.facets[facet]).toEqual([expect.objectContaining({ count: 1 })]);
  });

  test.each<[what: string, kind: Kind, input: Input]>([
    ['flights of yesterday in UTC', 'flights', { ...route, date: '2027-02-28' }],
    ['flights back on the day of the way out', 'flights', { ...route, date: '2027-03-10', returnDate: '2027-03-10' }],
    ['flights at one minute', 'flights', { ...route, departsAfter: '23:45', departsBefore: '23:45' }],
    ['flights of one stop at most, with none or two', 'flights', { ...route, stops: [0, 2], maxStops: 1 }],
    ['stays from yesterday in UTC', 'stays', { ...stayed, checkIn: '2027-02-28' }],
    ['stays of any rating that somebody gave', 'stays', { ...stayed, minRating: 1 }],
    ['cars from yesterday in UTC', 'cars', { ...hired, pickUpAt: '2027-02-28T23:00' }],
  ])('%s are searched for', async (...[, kind, input]) => {
    expect((await search(kind, input)).errors).toEqual([]);
  });

  test.each<[Kind, Input, Input]>([
    ['flights', route, { cabins: [], stops: [], carriers: [], departureWindows: [] }],
    ['stays', stayed, { types: [], amenities: [], areas: [] }],
    ['cars', hired, { classes: [], fuels: [] }],
  ])('%s: an empty list filters nothing, and is the same search', async (kind, input, empty) => {
    const plain = await search(kind, input);
    expect(plain.data.found.totalCount).toBe(1);
    const emptied = await search(kind, { ...input, ...empty });
    expect(emptied).toEqual(plain);
    const { errors } = await search(kind, { ...input, ...empty }, plain.data.found.pageInfo.endCursor);
    expect(errors).toEqual([]);
  });

  test('places of no kind in particular are places of any kind', async () => {
    const query = 'query ($kinds: [PlaceKind!]) { places(search: "Sing", kinds: $kinds) { id } }';
    const [any, none] = [await service.ask(query), await service.ask(query, { kinds: [] })];
    expect(any.data.places.length).toBeGreaterThan(0);
    expect(none).toEqual(any);
  });
});
