import { expect, test } from '@jest/globals';
import type { LoadedOffers } from './load-offers.ts';
import { nothingAsked, offersOf, stepOffers } from './offers-asked.ts';

const loading = { status: 'loading' };
const ready: LoadedOffers = { status: 'ready', offers: [] };
const failed: LoadedOffers = { status: 'failed', error: new Error('It does not answer.') };
const answered = (loaded: LoadedOffers) => stepOffers(nothingAsked, { wanted: 'ofr_1', loaded });

test('offers are shown as soon as they are there, and not before', () => {
  expect(offersOf(nothingAsked, 'ofr_1')).toEqual(loading);
  expect(offersOf(answered(ready), 'ofr_1')).toBe(ready);
});

test('an address that names other offers is not answered with those of before', () => {
  expect(offersOf(answered(ready), 'ofr_1,ofr_2')).toEqual(loading);
  expect(offersOf(answered(failed), 'ofr_2')).toEqual(loading);
});

test('another try after a failure says that it is under way, and each is a round of its own', () => {
  const again = stepOffers(answered(failed), 'again');
  expect(offersOf(again, 'ofr_1')).toEqual(loading);
  expect(stepOffers(again, 'again').round).toBe(2);
});

test('offers that are there stay while their tokens are asked for anew: nobody’s form is taken away', () => {
  expect(offersOf(stepOffers(answered(ready), 'again'), 'ofr_1')).toBe(ready);
});
