import { describe, expect, test } from '@jest/globals';
import { accountSearch } from './account/account-search.ts';
import { bookSearch } from './booking/book-search.ts';
import { travelersIn } from './booking/travelers.ts';
import { carVariables } from './cars/car-variables.ts';
import { carsSearch, carsVariables, hireSearch, isRunnable as isCars } from './cars/cars-search.ts';
import { flightsSearch, flightsVariables, isRunnable as isFlights, withoutFilters } from './flights/flights-search.ts';
import { isSoldOut } from './flights/seats-left.ts';
import { cancellationInWords } from './listing/cancellation.ts';
import { partySearch } from './search/party-search.ts';
import { unlessSame } from './search/unless-same.ts';
import { stayVariables } from './stays/stay-variables.ts';
import { isRunnable as isStays, staysSearch, staysVariables, visitSearch } from './stays/stays-search.ts';

describe('a search in the graph’s words', () => {
  test('a filter that is not set is absent, not empty: an empty list would find nothing', () => {
    const search = flightsSearch.parse({ from: 'plc_1', to: 'plc_2' });
    if (!isFlights(search)) throw new Error('It says from where to where.');
    const { input } = flightsVariables(search);
    expect(input).toMatchObject({ origin: 'plc_1', destination: 'plc_2', adults: 1, children: 0 });
    expect([input.cabins, input.stops, input.carriers, input.maxPrice]).toEqual(Array(4).fill(undefined));
  });

  test('days that make no sense are searched for as they stand, to be refused, and have no price on a page', () => {
    for (const days of [{ checkIn: '2027-03-01' }, { checkIn: '2027-03-05', checkOut: '2027-03-01' }]) {
      const search = staysSearch.parse({ place: 'plc_1', ...days });
      if (!isStays(search)) throw new Error('It names a place.');
      expect(staysVariables(search).input).toMatchObject(days);
      expect(stayVariables('sty_1', visitSearch.parse(days)).hasDays).toBe(false);
    }
    for (const days of [{ dropOff: '2027-03-01' }, { pickUp: '2027-03-05', dropOff: '2027-03-01' }]) {
      const search = carsSearch.parse({ place: 'plc_1', ...days });
      if (!isCars(search)) throw new Error('It names a place.');
      expect(carsVariables(search).input).toMatchObject({ dropOffAt: '2027-03-01T10:00:00' });
      expect(carVariables('car_1', hireSearch.parse(days)).hasTimes).toBe(false);
    }
  });

  test('a hire goes from a moment to a later one', () => {
    const search = carsSearch.parse({
      place: 'plc_1',
      pickUp: '2027-03-01',
      dropOff: '2027-03-01',
      dropOffTime: '18:00',
    });
    if (!isCars(search)) throw new Error('It names a place.');
    expect(carsVariables(search).input).toMatchObject({
      pickUpAt: '2027-03-01T10:00:00',
      dropOffAt: '2027-03-01T18:00:00',
    });
  });
});

test('an address with more travelers than can be booked at once keeps its adults', () => {
  expect(partySearch.parse({ adults: 9, children: 3 })).toEqual({ adults: 9, children: 0 });
  expect(flightsSearch.parse({ adults: '7', children: '3' })).toMatchObject({ adults: 7, children: 2 });
  expect(bookSearch.parse({ offers: 'ofr_1', adults: '9', children: '8' })).toMatchObject({ adults: 9, children: 0 });
});

test('a search is widened only where something narrows it', () => {
  const plain = flightsSearch.parse({ from: 'plc_1', to: 'plc_2', adults: 2 });
  const narrow = flightsSearch.parse({ ...plain, date: '2027-03-01', stops: '0', sort: 'DURATION' });
  expect(unlessSame(withoutFilters(narrow), narrow)).toEqual(plain);
  expect(unlessSame(withoutFilters(plain), plain)).toBeUndefined();
});

test.each([
  ['/trips', '/trips'],
  ['/flights?from=a', '/flights?from=a'],
  ['//evil.example', undefined],
  ['/\\evil.example', undefined],
  ['https://evil.example', undefined],
  ['javascript:alert(1)', undefined],
])('after signing in, %s leads to %s', (next, expected) => {
  expect(accountSearch.parse({ next }).next).toBe(expected);
});

test('travelers are read by their number, adults first', () => {
  const form = new FormData();
  form.set('0.givenName', ' Ada ');
  form.set('0.familyName', 'Byron');
  form.set('1.givenName', 'Allegra');
  expect(travelersIn(form, { adults: 1, children: 1 })).toEqual([
    { givenName: 'Ada', familyName: 'Byron', kind: 'ADULT' },
    { givenName: 'Allegra', familyName: '', kind: 'CHILD' },
  ]);
});

test('what cancelling brings back is said in one sentence', () => {
  const steps = [
    { hoursBefore: 120, refundPercent: 100 },
    { hoursBefore: 24, refundPercent: 50 },
    { hoursBefore: 0, refundPercent: 0 },
  ];
  expect(cancellationInWords({ steps })).toBe('100% back until 5 days before, then 50% back until a day before.');
  expect(cancellationInWords({ steps: [] })).toBe('Nothing comes back on cancelling.');
});

test('a flight is sold out once no fare has a seat on some segment', () => {
  const fares = [{ id: 'one', seatsOffered: 4 }];
  const left = (remaining: number) => ({ fares, availability: [{ fares: [{ fareId: 'one', remaining }] }] });
  expect([isSoldOut(left(0)), isSoldOut(left(1)), isSoldOut({ fares, availability: null })]).toEqual([
    true,
    false,
    false,
  ]);
});
