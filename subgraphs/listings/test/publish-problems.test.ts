import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { asUser } from '@meridian/platform/testkit/people';
import { type ListingsService, openListingsService } from './harness.ts';
import { createRun, newCar, newFlight, newStay, pathsOf } from './publish-inputs.ts';
import { fill, flight } from './records.ts';

type Input = Readonly<Record<string, unknown>>;

// One service for all cases: nothing here is taken, so nothing changes.
let service: ListingsService;
let ids: Readonly<Record<'flight' | 'stay' | 'car', string>>;
beforeAll(async () => {
  service = await openListingsService();
  await fill(service.intake);
  const run = createRun(service);
  const [ofFlight, ofStay, ofCar] = [
    await run('createFlight', newFlight),
    await run('createStay', newStay),
    await run('createCar', newCar),
  ];
  ids = { flight: ofFlight.id, stay: ofStay.id, car: ofCar.id };
});
afterAll(() => service[Symbol.asyncDispose]());

const [segment = {}] = newFlight.segments;
const [fare = {}] = newFlight.fares;
/** From the field below `input`, sorted: the order of problems is nobody's business. */
const problemsOf = async (mutation: string, input: Input): Promise<string[]> => {
  const refused = await createRun(service)(mutation, input);
  expect(refused).toMatchObject({ __typename: 'ValidationFailed' });
  return pathsOf(refused)
    .map((path) => path.slice('input.'.length))
    .sort();
};
const flightWith = (segments: Input, fares: readonly Input[] = [fare]): Input => ({
  ...newFlight,
  segments: [{ ...segment, ...segments }],
  fares,
});
const twoLegs = (second: Input, fares: readonly Input[] = [fare], first: Input = {}): Input => ({
  ...newFlight,
  segments: [
    { ...segment, ...first },
    {
      ...{ carrier: 'LH', flightNumber: '5', origin: 'LHR', destination: 'GRU' },
      ...{ departsAt: '2027-04-02T10:00', arrivesAt: '2027-04-02T18:00' },
      seats: [{ cabin: 'ECONOMY', capacity: 8 }],
      ...second,
    },
  ],
  fares,
});

describe('seats of a fare', () => {
  test.each([
    ['none', flightWith({}, [{ ...fare, seats: 0 }]), ['fares.0.seats']],
    ['more than the cabin has', flightWith({}, [{ ...fare, seats: 21 }]), ['fares.0.seats']],
    ['more than the cabin has on the second segment', twoLegs({}, [{ ...fare, seats: 9 }]), ['fares.0.seats']],
    [
      'too many of the dearer fare, which is named first',
      flightWith({}, [
        { ...fare, seats: 21 },
        { ...fare, key: 'saver', price: '10.00' },
      ]),
      ['fares.0.seats'],
    ],
  ])('of a new flight: %s', async (_, input, paths) => {
    expect(await problemsOf('createFlight', input)).toEqual(paths);
  });

  test.each([
    ['none', [{ ...fare, seats: 0 }], ['fares.0.seats']],
    ['more than the cabin has', [fare, { ...fare, key: 'saver', price: '10.00', seats: 21 }], ['fares.1.seats']],
  ])('of a flight that is changed: %s', async (_, fares, paths) => {
    expect(await problemsOf('updateFlight', { id: ids.flight, expectedVersion: 1, fares })).toEqual(paths);
  });

  test('as many as the cabin has on each segment are taken', async () => {
    await using own = await openListingsService();
    await fill(own.intake);
    const run = createRun(own);
    expect(await run('createFlight', twoLegs({}, [{ ...fare, seats: 8 }]))).toMatchObject({ __typename: 'Flight' });
    expect(await run('createFlight', flightWith({ flightNumber: '7' }, [{ ...fare, seats: 20 }]))).toMatchObject({
      __typename: 'Flight',
    });
  });

  test('what a source has told is taken as it is, and another word of its flight may be changed', async () => {
    await using own = await openListingsService();
    await fill(own.intake);
    const [seats, price] = [[{ cabin: 'ECONOMY' as const, capacity: 2 }], { minor: 9, currency: 'SGD' }];
    const base = flight();
    const told = flight({
      sourceKey: 'test:flight:told',
      segments: base.segments.map((one) => ({ ...one, departureKey: 'SQ9/SIN/2027-03-10', seats })),
      fares: base.fares.slice(0, 1).map((one) => ({ ...one, taxes: price, limit: 6 })),
    });
    expect(await own.intake.upsertFlights([told])).toEqual(['imported']);
    const change = { id: 'flt_0000000000000000000002', expectedVersion: 1, description: 'As the source has it.' };
    const admin = asUser('usr_admin', ['ADMIN']);
    expect(await createRun(own)('updateFlight', change, admin)).toMatchObject({ __typename: 'Flight', version: 2 });
  });
});

type Wrong = readonly [what: string, mutation: string, input: () => Input, paths: readonly string[]];

describe('every problem of an input is told in one answer', () => {
  test.each<Wrong>([
    [
      'a flight with an unknown airport, another’s capacity and a landing before its departure',
      'createFlight',
      () => ({
        ...twoLegs(
          { destination: 'XXX', seats: [{ cabin: 'ECONOMY', capacity: 0 }] },
          [{ ...fare, name: ' ', price: '-1.00', seats: 50, checkedBags: 99 }],
          { arrivesAt: '2027-04-01T10:00', flightNumber: '00' },
        ),
        description: '',
      }),
      [
        'description',
        'fares.0.checkedBags',
        'fares.0.name',
        'fares.0.price',
        'fares.0.seats',
        'segments.0.arrivesAt',
        'segments.0.flightNumber',
        'segments.1.destination',
        'segments.1.seats.0.capacity',
      ],
    ],
    [
      'a flight of the past with no fare, from here to here, without an airline',
      'createFlight',
      () =>
        flightWith(
          { carrier: 'lufthansa', destination: 'SIN', departsAt: '2027-02-01T10:00', arrivesAt: '2027-02-01T12:00' },
          [],
        ),
      ['fares', 'segments.0.carrier', 'segments.0.departsAt', 'segments.0.destination'],
    ],
    [
      'a stay',
      'createStay',
      () => ({
        ...newStay,
        ...{ title: ' ', city: '', latitude: 91, nightlyPrice: '1.234', cleaningFee: '-1', taxPercent: 51 },
        ...{ minNights: 0, maxNights: 2000, checkInFrom: '25:00', amenities: ['Wifi', 'Sea, view'] },
        roomTypes: [{ key: 'A', name: '', maxGuests: 0, units: -1, pricePercent: 0 }],
      }),
      [
        ...['amenities.1', 'checkInFrom', 'city', 'cleaningFee', 'latitude', 'maxNights', 'minNights', 'nightlyPrice'],
        ...['roomTypes.0.key', 'roomTypes.0.maxGuests', 'roomTypes.0.name', 'roomTypes.0.pricePercent'],
        ...['roomTypes.0.units', 'taxPercent', 'title'],
      ],
    ],
    [
      'a stay that is changed',
      'updateStay',
      () => ({
        ...{ id: ids.stay, expectedVersion: 1, title: '', nightlyPrice: '0', cleaningFee: '-1' },
        ...{ taxPercent: 7.55, checkOutUntil: 'noon', roomTypes: [], amenities: [''] },
      }),
      ['amenities.0', 'checkOutUntil', 'cleaningFee', 'nightlyPrice', 'roomTypes', 'taxPercent', 'title'],
    ],
    [
      'nights',
      'setNightlyPrices',
      () => ({
        stayId: ids.stay,
        expectedVersion: 1,
        nights: [
          { from: '2027-03-10', until: '2027-03-09', price: '0', minNights: 0 },
          { from: '2027-02-01', until: '2027-02-02', price: '1.234', minNights: 400 },
        ],
      }),
      [
        ...['nights.0.minNights', 'nights.0.price', 'nights.0.until'],
        ...['nights.1.from', 'nights.1.minNights', 'nights.1.price'],
      ],
    ],
    [
      'a car',
      'createCar',
      () => ({
        ...newCar,
        ...{
          make: ' ',
          year: 1800,
          seats: 0,
          doors: 40,
          airport: 'ZZZ',
          timeZone: 'Europe/London',
          dailyPrice: '1.234',
        },
        ...{ serviceFee: '-1', taxPercent: 7.55, units: 0, description: '' },
      }),
      [
        ...['airport', 'dailyPrice', 'description', 'doors', 'make', 'seats', 'serviceFee', 'taxPercent', 'timeZone'],
        ...['units', 'year'],
      ],
    ],
    [
      'a car that is changed',
      'updateCar',
      () => ({
        ...{ id: ids.car, expectedVersion: 1, dailyPrice: '0', serviceFee: '-1', taxPercent: 60, units: -1 },
        description: '',
      }),
      ['dailyPrice', 'description', 'serviceFee', 'taxPercent', 'units'],
    ],
  ])('%s', async (...[, mutation, input, paths]) => {
    expect(await problemsOf(mutation, input())).toEqual(paths);
  });

  test('a departure of somebody else is told beside the rest', async () => {
    const input = { ...newFlight, description: '', fares: [{ ...fare, seats: 0 }] };
    const refused = await createRun(service)('createFlight', input, asUser('usr_other', ['OWNER']));
    expect(pathsOf(refused).sort()).toEqual([
      'input.description',
      'input.fares.0.seats',
      'input.segments.0.flightNumber',
    ]);
  });
});
