import { expect, test } from '@jest/globals';
import type { ListingFactsFragment } from '../../generated/features/listings/listings.ts';
import { sellerOf, stockOf, whichOf } from './listing-words.ts';

const leg = (flightNumber: string | null, name: string) => ({
  __typename: 'Segment' as const,
  flightNumber,
  carrier: { __typename: 'Airline' as const, code: 'LH', name },
});
const fare = (cabin: 'ECONOMY' | 'BUSINESS', seatsOffered: number) => ({
  __typename: 'Fare' as const,
  cabin,
  seatsOffered,
});

const flight = (...segments: readonly ReturnType<typeof leg>[]): ListingFactsFragment => ({
  __typename: 'Flight',
  departsAt: '2027-03-01T08:05',
  owner: null,
  host: { __typename: 'Host', name: 'A data set' },
  segments: [...segments],
  fares: [fare('ECONOMY', 9), fare('ECONOMY', 20), fare('BUSINESS', 4)],
});

test('flights of one route are told apart by number and airline', () => {
  expect(whichOf(flight(leg('LH 779', 'Lufthansa'), leg('LH 12', 'Lufthansa')))).toBe('LH 779 and LH 12, Lufthansa');
  expect(whichOf(flight(leg(null, 'Vistara')))).toBe('Vistara');
});

test('fares of a cabin share its seats', () => {
  expect(stockOf(flight(leg('LH 779', 'Lufthansa')))).toBe('24 seats');
});

test('what a data set tells is sold by the host that it names', () => {
  expect(sellerOf(flight())).toBe('A data set');
});
