import { expect, test } from '@jest/globals';
import { flightSearch, flightVariables, searchOfResult } from './flight-search.ts';
import { chosenFare, totalFor, totalsOf } from './round-trip.ts';

const fare = (id: string, amount: string, seatsLeft = 9) => ({ id, seatsLeft, total: { amount, currency: 'USD' } });

const dollars = (amount: string) => ({ amount, currency: 'USD' });
const pounds = (amount: string) => ({ amount, currency: 'GBP' });

test('both ways cost what every traveler pays for both, to the cent', () => {
  const [out, back] = [totalFor(fare('out', '100.10'), 3), totalFor(fare('back', '200.25'), 3)];
  expect(totalsOf(out, back, undefined)).toEqual({ together: dollars('901.05'), charges: [dollars('901.05')] });
});

test('what is sold in two currencies has one total to compare and two charges', () => {
  expect(totalsOf(dollars('802.00'), pounds('644.00'), dollars('883.40'))).toEqual({
    together: dollars('1685.40'),
    charges: [dollars('802.00'), pounds('644.00')],
  });
  expect(totalsOf(dollars('802.00'), pounds('644.00'), undefined).together).toBeUndefined();
});

test('the fare of the address is chosen while it has seats, otherwise the cheapest that has', () => {
  const fares = [fare('light', '100', 1), fare('basic', '120', 2), fare('flex', '200', 9)];
  const choose = (wanted: string | undefined, travelers: number) => chosenFare(fares, { wanted, travelers })?.id;
  expect(choose('flex', 1)).toBe('flex');
  expect(choose(undefined, 1)).toBe('light');
  expect(choose('light', 2)).toBe('basic');
  expect(choose('of another flight', 5)).toBe('flex');
  expect(choose('flex', 10)).toBeUndefined();
});

test('a result leads to its own flights and fares for its own party', () => {
  const result = {
    fare: { id: 'flt_1.light' },
    returns: [{ flight: { id: 'flt_2' }, fare: { id: 'flt_2.flex' } }],
  } as Parameters<typeof searchOfResult>[0];
  const search = searchOfResult(result, { adults: 2, children: 1 });
  expect(search).toEqual({ adults: 2, children: 1, fare: 'flt_1.light', return: 'flt_2', returnFare: 'flt_2.flex' });
  expect(flightVariables('flt_1', search)).toMatchObject({
    id: 'flt_1',
    hasReturn: true,
    returnId: 'flt_2',
    adults: 2,
  });
  expect(flightVariables('flt_1', flightSearch.parse({})).hasReturn).toBe(false);
});
