import { carInput, fareInput, flightInput, inDays, stayInput } from '../support/inputs.ts';
import { type BadCase, casesOf } from './cases.ts';

type Input = Readonly<Record<string, unknown>>;

const owner: BadCase['as'] = (given) => given.owner.api;
const otherOwner: BadCase['as'] = (given) => given.otherOwner.api;
const traveler: BadCase['as'] = (given) => given.traveler.api;
const stranger: BadCase['as'] = (given) => given.stranger.api;

const seen = (listing: Readonly<{ id: string; version: number }>): Input => ({
  id: listing.id,
  expectedVersion: listing.version,
});
const segment = (changes: Input): Input => ({
  segments: flightInput().segments.map((one) => ({ ...one, ...changes })),
});
const fare = (changes: Input): Input => ({ fares: [{ ...fareInput(), ...changes }] });

const createFlight = casesOf('createFlight', () => flightInput(), owner);
const updateFlight = casesOf('updateFlight', ({ flight }) => ({ ...seen(flight), ...fare({}) }), owner);
const createStay = casesOf('createStay', () => stayInput(), owner);
const updateStay = casesOf('updateStay', ({ stay }) => ({ ...seen(stay), nightlyPrice: '80.00' }), owner);
const createCar = casesOf('createCar', () => carInput(), owner);
const updateCar = casesOf('updateCar', ({ car }) => ({ ...seen(car), dailyPrice: '60.00' }), owner);
const deleteListing = casesOf('deleteListing', ({ stay }) => seen(stay), owner);
const night = (changes: Input): Input => ({
  nights: [{ from: inDays(10), until: inDays(12), price: '70.00', ...changes }],
});
const setNightlyPrices = casesOf(
  'setNightlyPrices',
  ({ stay }) => ({ stayId: stay.id, expectedVersion: stay.version, ...night({}) }),
  owner,
);
const postReview = casesOf(
  'postReview',
  ({ stay }) => ({ listingId: stay.id, rating: 4, text: 'Quiet, with a view of both seas.' }),
  traveler,
);

const flightCases: readonly BadCase[] = [
  createFlight('an unknown airport', () => segment({ origin: 'QQQ' }), { at: 'segments.0.origin' }),
  createFlight('an airport that cannot be one', () => segment({ origin: 'Paris' }), { expected: 'BAD_USER_INPUT' }),
  createFlight('a day that is none', () => segment({ departsAt: '2027-02-30T08:00' }), { expected: 'BAD_USER_INPUT' }),
  createFlight('a landing before the departure', () => segment({ arrivesAt: `${inDays(21)}T01:00` })),
  createFlight('a flight from here to here', () => segment({ destination: 'JFK' })),
  createFlight('no segment', () => ({ segments: [] }), { at: 'segments' }),
  createFlight('no fare', () => ({ fares: [] }), { at: 'fares' }),
  createFlight('a negative price', () => fare({ price: '-1.00' }), { at: 'fares.0.price' }),
  createFlight('an absurd price', () => fare({ price: '99999999999.00' }), { at: 'fares.0.price' }),
  createFlight('a price of twenty digits', () => fare({ price: '99999999999999999999.00' }), {
    expected: 'BAD_USER_INPUT',
  }),
  createFlight('half a cent', () => fare({ price: '10.005' }), { at: 'fares.0.price' }),
  createFlight('a price in words', () => fare({ price: 'cheap' }), { expected: 'BAD_USER_INPUT' }),
  createFlight('fewer than no seats', () => fare({ seats: -3 }), { at: 'fares.0.seats' }),
  createFlight('a fare of no seat', () => fare({ seats: 0 }), { at: 'fares.0.seats' }),
  createFlight('more seats than the cabin has', () => fare({ seats: 2 }), { at: 'fares.0.seats' }),
  createFlight('a cabin of 100,000', () => segment({ seats: [{ cabin: 'ECONOMY', capacity: 100_000 }] })),
  createFlight('a currency that is none', () => ({ currency: 'ZZZ' }), { expected: 'BAD_USER_INPUT' }),
  createFlight('a traveler', () => ({}), { as: traveler, expected: 'FORBIDDEN' }),
  updateFlight('a flight that is none', () => ({ id: 'flt_none' }), { expected: 'NotFound' }),
  updateFlight('another’s flight', () => ({}), { as: otherOwner, expected: 'NotPermitted' }),
  updateFlight('an old version', () => ({ expectedVersion: 0 }), { expected: 'VersionConflict' }),
  updateFlight('more seats than the cabin has', () => fare({ seats: 10 }), { at: 'fares.0.seats' }),
  updateFlight('no fare', () => ({ fares: [] }), { at: 'fares' }),
  updateFlight('a negative tax', () => fare({ taxes: '-20.00' }), { at: 'fares.0.taxes' }),
];

const stayCases: readonly BadCase[] = [
  createStay('a place off the earth', () => ({ latitude: 123.4 }), { at: 'latitude' }),
  createStay('another country than its place', () => ({ countryCode: 'JP' }), { at: 'countryCode' }),
  createStay('a zone that is none', () => ({ timeZone: 'Mars/Olympus' }), { expected: 'BAD_USER_INPUT' }),
  createStay('a negative price', () => ({ nightlyPrice: '-5.00' }), { at: 'nightlyPrice' }),
  createStay('a tax of 300 per cent', () => ({ taxPercent: 300 }), { at: 'taxPercent' }),
  createStay('the longest shorter than the shortest', () => ({ minNights: 9, maxNights: 3 }), { at: 'maxNights' }),
  createStay('no rooms', () => ({ roomTypes: [] }), { at: 'roomTypes' }),
  createStay('an empty title', () => ({ title: ' ' }), { at: 'title' }),
  updateStay('another’s stay', () => ({}), { as: otherOwner, expected: 'NotPermitted' }),
  updateStay('a flight as a stay', ({ flight }) => seen(flight), { expected: 'NotFound' }),
  updateStay('an old version', () => ({ expectedVersion: 0 }), { expected: 'VersionConflict' }),
  updateStay('no rooms', () => ({ roomTypes: [] }), { at: 'roomTypes' }),
  updateStay('a night for nothing', () => ({ nightlyPrice: '0' }), { at: 'nightlyPrice' }),
  updateStay('an absurd fee', () => ({ cleaningFee: '999999999999999.00' }), { at: 'cleaningFee' }),
  setNightlyPrices('nights that end before they begin', () => night({ until: inDays(5) })),
  setNightlyPrices('nights without end', () => night({ until: inDays(9000) })),
  setNightlyPrices('no nights', () => ({ nights: [] }), { at: 'nights' }),
  setNightlyPrices('a negative price', () => night({ price: '-70.00' }), { at: 'nights.0.price' }),
  setNightlyPrices('another’s stay', () => ({}), { as: otherOwner, expected: 'NotPermitted' }),
  setNightlyPrices('a stay that is none', () => ({ stayId: 'sty_none' }), { expected: 'NotFound' }),
];

const carCases: readonly BadCase[] = [
  createCar('fewer than no seats', () => ({ seats: -4 }), { at: 'seats' }),
  createCar('a car of the Romans', () => ({ year: 79 }), { at: 'year' }),
  createCar('an unknown airport', () => ({ airport: 'QQQ' }), { at: 'airport' }),
  createCar('another country than its place', () => ({ countryCode: 'JP' }), { at: 'countryCode' }),
  createCar('a negative price', () => ({ dailyPrice: '-70.00' }), { at: 'dailyPrice' }),
  updateCar('fewer than none', () => ({ units: -1 }), { at: 'units' }),
  updateCar('another’s car', () => ({}), { as: otherOwner, expected: 'NotPermitted' }),
  updateCar('an old version', () => ({ expectedVersion: 0 }), { expected: 'VersionConflict' }),
];

/** Publishing, changing, reviewing and taking down. */
export const listingCases: readonly BadCase[] = [
  ...flightCases,
  ...stayCases,
  ...carCases,
  deleteListing('another’s stay', () => ({}), { as: otherOwner, expected: 'NotPermitted' }),
  deleteListing('a listing that is none', () => ({ id: 'sty_none' }), { expected: 'NotFound' }),
  deleteListing('an old version', () => ({ expectedVersion: 0 }), { expected: 'VersionConflict' }),
  postReview('eleven stars', () => ({ rating: 11 }), { at: 'rating' }),
  postReview('minus one star', () => ({ rating: -1 }), { at: 'rating' }),
  postReview('hardly a word', () => ({ text: 'ok' }), { at: 'text' }),
  postReview('a visit in the future', () => ({ stayedAt: inDays(30) }), { at: 'stayedAt' }),
  postReview('a listing that is none', () => ({ listingId: 'sty_none' }), { expected: 'NotFound' }),
  postReview('one’s own listing', () => ({}), { as: owner, expected: 'NotPermitted' }),
  postReview('a stay that one has not booked', () => ({}), { as: stranger, expected: 'BookingRequired' }),
  postReview('a stay whose owner has not said yes', () => ({}), { expected: 'BookingRequired' }),
];
