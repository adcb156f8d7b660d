import { expect, test } from '@jest/globals';
import { startOfTests } from '../../test/harness.ts';
import { car, flight, stay } from '../../test/listings.ts';
import { factsOf } from './listing-facts.ts';

const nights = (...nightlyPricesMinor: (number | null)[]) => ({
  resource: 'room',
  units: 1,
  maxGuests: 2,
  from: '2027-02-27',
  nightlyPricesMinor,
});

test('of a flight the cheapest fare on sale is compared, with taxes and fees, in its cabin', () => {
  const [fare] = flight(1, 20_000).fares;
  if (fare === undefined) throw new Error('The flight of the tests has a fare.');
  const soldOut = { ...fare, id: 'a', limit: 0, priceMinor: 1 };
  const business = { ...fare, id: 'b', cabin: 'BUSINESS' as const, priceMinor: 60_000, feeMinor: 500 };
  const facts = factsOf(flight(1, 20_000, { fares: [business, soldOut, fare] }), startOfTests);
  expect(facts.compared).toMatchObject({ priceMinor: 20_000, subject: { cabin: 'ECONOMY', travelDate: '2027-03-11' } });
  expect(facts.searchPrices).toEqual([
    { variant: 'ECONOMY', priceMinor: 20_000 },
    { variant: 'BUSINESS', priceMinor: 61_500 },
  ]);
});

test('a flight belongs to the city it goes to, and ends when it departs on the clock of its origin', () => {
  const facts = factsOf(flight(1, 20_000), startOfTests);
  expect(facts).toMatchObject({ city: 'Bangkok', place: 'Singapore → Bangkok' });
  expect(facts.departsAt).toBe(Date.parse('2027-03-11T09:30:00+08:00'));
});

test('of a stay an ordinary night is compared: one that can be booked, from today on, at its cheapest room', () => {
  // From today: 900, closed, 500, 700, 800 in the first room; 600 instead of 900 in the second.
  const first = nights(100, 100, 900, null, 500, 700, 800);
  const second = nights(null, null, 600);
  const facts = factsOf(stay(1, 500, { roomTypes: [first, second] }), startOfTests);
  // Of 500, 600, 700 and 800 the lower one in the middle.
  expect(facts.compared).toMatchObject({ priceMinor: 600, subject: { travelDate: '2027-03-01', area: 'Marina Bay' } });
});

test('a stay without a night on sale has nothing to compare', () => {
  expect(factsOf(stay(1, 500, { roomTypes: [nights(100, 100, null)] }), startOfTests).compared).toBeNull();
});

test('a car is compared from the first day on which it can be hired, and not at all when that is over', () => {
  expect(factsOf(car(1, 5_000, { availableFrom: '2027-03-20' }), startOfTests).compared).toMatchObject({
    priceMinor: 5_000,
    subject: { travelDate: '2027-03-20' },
  });
  expect(factsOf(car(1, 5_000, { availableUntil: '2027-03-01' }), startOfTests).compared).toBeNull();
});

test('traits are what the listing states, whichever way it writes its amenities', () => {
  expect(
    factsOf(stay(1, 500, { amenities: ['PETS_ALLOWED', 'near-public-transport'], rating: 4.2 }), startOfTests).traits,
  ).toEqual(['PET_FRIENDLY', 'NEAR_TRANSIT', 'FREE_CANCELLATION', 'INSTANT_BOOK']);
});

test('an amenity that says what there is not makes no trait', () => {
  const amenities = [
    'No pets',
    'Breakfast not included',
    'far from public transport',
    'NO_PETS_ALLOWED',
    'Notebook desk',
  ];
  expect(factsOf(stay(1, 500, { amenities, rating: 4.2 }), startOfTests).traits).toEqual([
    'FREE_CANCELLATION',
    'INSTANT_BOOK',
  ]);
});
