import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ListingsService, openListingsService } from './harness.ts';
import { car, fare, fill, flight, segment, stay } from './records.ts';

type Input = Readonly<Record<string, unknown>>;
/** A filter, an input with which it finds what is looked for, and one that differs in this filter alone and does not. */
type FilterCase = readonly [filter: string, finds: Input, misses: Input];

const light = 'flt_0000000000000000000001';
const connection = 'flt_0000000000000000000002';
const back = 'flt_0000000000000000000003';
const house = 'sty_0000000000000000000001';
const rio = 'car_0000000000000000000001';

const viaSaoPaulo = [
  segment({ departureKey: 'LH1/SIN/2027-03-10', carrier: 'LH', flightNumber: '1', destination: 'GRU' }),
  segment({
    ...{ departureKey: 'BA2/GRU/2027-03-11', carrier: 'BA', flightNumber: '2', origin: 'GRU', destination: 'LHR' },
    ...{ departureLocal: '2027-03-11T09:00', arrivalLocal: '2027-03-12T07:00' },
  }),
];
const home = segment({
  ...{ departureKey: 'SQ317/LHR/2027-03-17', flightNumber: '317', origin: 'LHR', destination: 'SIN' },
  ...{ departureLocal: '2027-03-17T11:25', arrivalLocal: '2027-03-18T08:05', durationInMinutes: 760 },
});

async function fillMarket({ intake }: ListingsService): Promise<void> {
  await fill(intake);
  await intake.upsertFlights([
    flight({ sourceKey: 'via', segments: viaSaoPaulo, fares: [fare({ segmentCabins: ['ECONOMY', 'ECONOMY'] })] }),
    flight({ sourceKey: 'home', origin: 'LHR', destination: 'SIN', segments: [home], fares: [fare({ limit: 9 })] }),
  ]);
  await intake.upsertStays([
    stay({
      roomTypes: [{ key: 'whole', name: 'Whole place', maxGuests: 4, units: 2, pricePercent: 100 }],
      ...{ type: 'VILLA', rating: 4.2, reviewCount: 9, freeCancellation: true, neighbourhood: 'Joo Chiat' },
    }),
  ]);
  const closed = { date: '2027-03-12', available: false };
  await intake.upsertStayNights([{ staySourceKey: 'test:stay:1', nights: [closed] }]);
  await intake.upsertCars([car({ transmission: 'MANUAL', fuel: 'DIESEL', fleetSize: 1 })]);
}

// One market for all cases: nothing here changes it.
let service: ListingsService;
beforeAll(async () => {
  service = await openListingsService();
  await fillMarket(service);
});
afterAll(() => service[Symbol.asyncDispose]());

const inputTypes = { searchFlights: 'FlightSearchInput', searchStays: 'StaySearchInput', searchCars: 'CarSearchInput' };

/** Whether a search finds a listing. */
async function finds(search: keyof typeof inputTypes, input: Input, id: string): Promise<boolean> {
  const query = `query ($input: ${inputTypes[search]}!) { ${search}(input: $input) { totalCount edges { node { id } } } }`;
  const { data, errors } = await service.ask(query, { input });
  expect(errors).toEqual([]);
  const ids: string[] = data[search].edges.map(({ node }: { node: { id: string } }) => node.id);
  expect(ids).toHaveLength(data[search].totalCount);
  return ids.includes(id);
}

const route = { origin: 'SIN', destination: 'LHR' };
const inSgd = { ...route, currency: 'SGD' };
const flights: readonly FilterCase[] = [
  ['origin', { origin: 'SIN' }, { origin: 'GRU' }],
  ['destination', { destination: 'LHR' }, { destination: 'GRU' }],
  ['date', { ...route, date: '2027-03-10' }, { ...route, date: '2027-03-11' }],
  [
    'date of the way back',
    { ...route, date: '2027-03-10', returnDate: '2027-03-17' },
    { ...route, date: '2027-03-10', returnDate: '2027-03-18' },
  ],
  ['party, adults', { ...route, adults: 6 }, { ...route, adults: 7 }],
  ['party, children', { ...route, adults: 4, children: 2 }, { ...route, adults: 4, children: 3 }],
  ['cabins', { ...route, cabins: ['BUSINESS', 'FIRST'] }, { ...route, cabins: ['FIRST'] }],
  ['stops', { ...route, stops: [0, 2] }, { ...route, stops: [1] }],
  ['carriers', { ...route, carriers: ['LH', 'SQ'] }, { ...route, carriers: ['LH'] }],
  ['lowest price', { ...inSgd, minPrice: '4090.50' }, { ...inSgd, minPrice: '4090.51' }],
  ['highest price', { ...inSgd, maxPrice: '690.50' }, { ...inSgd, maxPrice: '690.49' }],
  ['price per party', { ...inSgd, adults: 2, maxPrice: '1381' }, { ...inSgd, adults: 2, maxPrice: '1380.99' }],
  ['departure window', { ...route, departureWindows: ['EVENING'] }, { ...route, departureWindows: ['MORNING'] }],
  ['earliest departure', { ...route, departsAfter: '23:45' }, { ...route, departsAfter: '23:46' }],
  ['latest departure', { ...route, departsBefore: '23:45' }, { ...route, departsBefore: '23:44' }],
];
const otherFlights: readonly (readonly [...FilterCase, id: string])[] = [
  ['most stops', { ...route, maxStops: 1 }, { ...route, maxStops: 0 }, connection],
  ['carriers of any segment', { ...route, carriers: ['BA'] }, { ...route, carriers: ['SQ'] }, connection],
  [
    'refundable',
    { origin: 'LHR', destination: 'SIN', refundable: false },
    { origin: 'LHR', destination: 'SIN', refundable: true },
    back,
  ],
];

const place = { place: 'SIN' };
const stayed = { ...place, checkIn: '2027-03-10', checkOut: '2027-03-12' };
const stayedInSgd = { ...stayed, currency: 'SGD' };
const box = { south: 1.2, north: 1.3, west: 103.8, east: 103.9 };
const stays: readonly FilterCase[] = [
  ['place', stayed, { ...stayed, place: 'LHR' }],
  ['box', { box }, { box: { ...box, south: 1.295 } }],
  ['box within a place', { ...place, box }, { place: 'LHR', box }],
  ['dates', stayed, { ...stayed, checkOut: '2027-03-13' }],
  ['guests', { ...stayed, guests: 4 }, { ...stayed, guests: 5 }],
  ['guests of several rooms', { ...stayed, rooms: 2, guests: 8 }, { ...stayed, rooms: 2, guests: 9 }],
  ['rooms', { ...stayed, rooms: 2 }, { ...stayed, rooms: 3 }],
  ['lowest price', { ...stayedInSgd, minPrice: '300' }, { ...stayedInSgd, minPrice: '300.01' }],
  ['highest price', { ...stayedInSgd, maxPrice: '300' }, { ...stayedInSgd, maxPrice: '299.99' }],
  ['type', { ...stayed, types: ['HOTEL', 'VILLA'] }, { ...stayed, types: ['HOTEL'] }],
  ['rating', { ...stayed, minRating: 4.2 }, { ...stayed, minRating: 4.3 }],
  [
    'amenities, all of them',
    { ...stayed, amenities: ['wifi', 'pets-allowed'] },
    { ...stayed, amenities: ['wifi', 'pool'] },
  ],
  ['areas', { ...stayed, areas: ['central-region'] }, { ...stayed, areas: ['east-region'] }],
  ['free cancellation', { ...stayed, freeCancellation: true }, { ...stayed, freeCancellation: false }],
];

const hired = { ...place, pickUpAt: '2027-03-10T10:00', dropOffAt: '2027-03-12T10:00' };
const hiredInSgd = { ...hired, currency: 'SGD' };
const cars: readonly FilterCase[] = [
  ['place', hired, { ...hired, place: 'LHR' }],
  ['pick-up time', hired, { ...hired, pickUpAt: '2027-03-01T10:00' }],
  [
    'drop-off time',
    // On hire for a year. Brought back at midnight, the day that begins then is not touched.
    { ...hired, pickUpAt: '2028-02-27T10:00', dropOffAt: '2028-02-29T00:00' },
    { ...hired, pickUpAt: '2028-02-27T10:00', dropOffAt: '2028-02-29T00:01' },
  ],
  ['classes', { ...hired, classes: ['SUV', 'COMPACT'] }, { ...hired, classes: ['SUV'] }],
  ['seats', { ...hired, minSeats: 5 }, { ...hired, minSeats: 6 }],
  ['transmission', { ...hired, transmission: 'MANUAL' }, { ...hired, transmission: 'AUTOMATIC' }],
  ['fuels', { ...hired, fuels: ['DIESEL', 'HYBRID'] }, { ...hired, fuels: ['HYBRID'] }],
  ['lowest price', { ...hiredInSgd, minPrice: '80' }, { ...hiredInSgd, minPrice: '80.01' }],
  ['highest price', { ...hiredInSgd, maxPrice: '80' }, { ...hiredInSgd, maxPrice: '79.99' }],
];

describe('each filter of a search lets through what it should, and nothing else', () => {
  test.each(flights)('flights by %s', async (_, found, missed) => {
    expect([await finds('searchFlights', found, light), await finds('searchFlights', missed, light)]).toEqual([
      ...[true, false],
    ]);
  });

  test.each(otherFlights)('flights by %s', async (...[, found, missed, id]) => {
    expect([await finds('searchFlights', found, id), await finds('searchFlights', missed, id)]).toEqual([true, false]);
  });

  test.each(stays)('stays by %s', async (_, found, missed) => {
    expect([await finds('searchStays', found, house), await finds('searchStays', missed, house)]).toEqual([
      ...[true, false],
    ]);
  });

  test.each(cars)('cars by %s', async (_, found, missed) => {
    expect([await finds('searchCars', found, rio), await finds('searchCars', missed, rio)]).toEqual([true, false]);
  });
});

describe('what is found can be had', () => {
  const offered = `query ($input: StaySearchInput!) { searchStays(input: $input) { edges { node { city } offer { id } } } }`;
  const honolulu = {
    ...{ city: 'Honolulu', countryCode: 'US', timeZone: 'Pacific/Honolulu' },
    ...{ latitude: 21.3, longitude: -157.8 },
  };

  test('a stay is found from today on, on the calendar of its place, however long ago it was last changed', async () => {
    await using own = await openListingsService();
    await own.intake.upsertStays([stay(), stay({ sourceKey: 'test:stay:hnl', ...honolulu })]);
    own.clock.advance(86_400_000);
    // 09:00 UTC on 2 March: still 1 March in Honolulu, 17:00 in Singapore.
    const found = async (checkIn: string) => {
      const edges: { node: { city: string }; offer: object | null }[] = [];
      for (const { latitude, longitude } of [honolulu, { latitude: 1.29, longitude: 103.85 }]) {
        const around = { south: latitude - 1, west: longitude - 1, north: latitude + 1, east: longitude + 1 };
        const { data, errors } = await own.ask(offered, { input: { box: around, checkIn, checkOut: '2027-03-04' } });
        expect(errors).toEqual([]);
        edges.push(...data.searchStays.edges);
      }
      return edges.map(({ node, offer }) => `${node.city} ${offer ? 'offered' : 'not offered'}`).sort();
    };
    expect(await found('2027-03-01')).toEqual(['Honolulu offered']);
    expect(await found('2027-03-02')).toEqual(['Honolulu offered', 'Singapore offered']);
  });
});
