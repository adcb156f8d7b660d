import { describe, expect, test } from '@jest/globals';
import { openListingsService } from './harness.ts';
import { createRun, newCar, newFlight, newStay, pathsOf } from './publish-inputs.ts';
import { fill } from './records.ts';

type Segment = (typeof newFlight.segments)[number];

/** Singapore and London are 10,900 km and eight hours apart, seven in summer. */
const flightWith = (segment: Partial<Segment>) => ({
  ...newFlight,
  segments: [{ ...newFlight.segments[0], ...segment }],
});
const toLondon = (departsAt: string, arrivesAt: string) => flightWith({ departsAt, arrivesAt });
const hop = (arrivesAt: string) =>
  flightWith({ origin: 'LHR', destination: 'LGW', departsAt: '2027-04-01T08:00', arrivesAt });
const fareOf = (price: string, taxes: string) => ({ ...newFlight, fares: [{ ...newFlight.fares[0], price, taxes }] });

const places = { stay: newStay, car: newCar };
/** The way of the demo journey: it arrives on the next day at noon, whatever its airports. */
const intoTheMorning = { departsAt: '2027-04-01T08:00', arrivesAt: '2027-04-02T12:00' };

type Refused = readonly [what: string, mutation: string, input: object, path: string];

describe('what an owner publishes can be', () => {
  test.each<Refused>([
    [
      'a flight at three times the speed of sound',
      'createFlight',
      toLondon('2027-04-01T10:00', '2027-04-01T06:00'),
      'segments.0.arrivesAt',
    ],
    ['a hop of minutes that takes a day', 'createFlight', hop('2027-04-02T07:00'), 'segments.0.arrivesAt'],
    [
      'a departure in the hour that clocks skip',
      'createFlight',
      flightWith({ origin: 'LHR', destination: 'SIN', departsAt: '2027-03-28T01:30', arrivesAt: '2027-03-28T21:30' }),
      'segments.0.departsAt',
    ],
    [
      'an arrival in the hour that clocks skip',
      'createFlight',
      toLondon('2027-03-27T19:30', '2027-03-28T01:30'),
      'segments.0.arrivesAt',
    ],
    ['a fare of nothing', 'createFlight', fareOf('0.00', '0'), 'fares.0.price'],
    [
      'a stay with the clocks of another continent',
      'createStay',
      { ...places.stay, timeZone: 'Asia/Tokyo' },
      'timeZone',
    ],
    [
      'a car with the clocks of another continent',
      'createCar',
      { ...places.car, timeZone: 'Europe/London' },
      'timeZone',
    ],
    [
      'a stay in another country than its coordinates',
      'createStay',
      { ...places.stay, countryCode: 'BR' },
      'countryCode',
    ],
    ['a car in another country than its coordinates', 'createCar', { ...places.car, countryCode: 'JP' }, 'countryCode'],
    ['a car that is to be picked up on another continent', 'createCar', { ...places.car, airport: 'LHR' }, 'airport'],
  ])('%s is refused, and says where', async (...[, mutation, input, path]) => {
    await using service = await openListingsService();
    await fill(service.intake);
    const refused = await createRun(service)(mutation, input);
    expect(refused).toMatchObject({ __typename: 'ValidationFailed' });
    expect(pathsOf(refused)).toEqual([`input.${path}`]);
  });

  test.each([
    ['a flight with the jet stream', 'createFlight', toLondon('2027-04-01T10:00', '2027-04-01T13:00')],
    ['a hop that waits for hours on the ground', 'createFlight', hop('2027-04-01T13:00')],
    [
      'a flight over night into the next noon',
      'createFlight',
      flightWith({ origin: 'GRU', destination: 'SIN', ...intoTheMorning }),
    ],
    ['a fare of taxes alone', 'createFlight', fareOf('0', '10.00')],
    ['a stay with the clocks of a zone beside it', 'createStay', { ...places.stay, timeZone: 'Europe/London' }],
    ['a houseboat off the coast', 'createStay', { ...places.stay, longitude: -12 }],
    ['a car with clocks that show the same', 'createCar', { ...places.car, timeZone: 'Asia/Kuala_Lumpur' }],
  ])('%s is taken', async (_, mutation, input) => {
    await using service = await openListingsService();
    await fill(service.intake);
    expect(await createRun(service)(mutation, input)).toMatchObject({ id: expect.any(String) });
  });

  test('a stay that ends before it begins is told so', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const search = async (checkIn: string, checkOut: string) => {
      const query = 'query ($input: StaySearchInput!) { searchStays(input: $input) { totalCount } }';
      const { errors } = await service.ask(query, { input: { place: 'Singapore', checkIn, checkOut } });
      return JSON.stringify(errors);
    };
    expect(await search('2027-03-10', '2027-03-08')).toContain('Check-out is not after check-in.');
    expect(await search('2027-03-10', '2027-03-10')).toContain('Check-out is not after check-in.');
    expect(await search('2027-03-10', '2027-08-10')).toContain('A stay lasts 1 to 60 nights.');
  });
});
