import { type BadCase, casesOf } from './cases.ts';

type Input = Readonly<Record<string, unknown>>;

const traveler: BadCase['as'] = (given) => given.traveler.api;
const stranger: BadCase['as'] = (given) => given.stranger.api;

const limit = (amount: string, currency = 'USD'): Input => ({ threshold: { amount, currency } });
const search = (changes: Input): Input => ({
  listingId: null,
  search: { kind: 'FLIGHT', origin: 'JFK', destination: 'LHR', ...changes },
});
const placeSearch = (search: Input): Input => ({ listingId: null, search: { city: 'London', ...search } });
const unreadable = { expected: 'BAD_USER_INPUT' };

const create = casesOf('createPriceWatch', ({ flight }) => ({ listingId: flight.id, ...limit('99.00') }), traveler);
const update = casesOf('updatePriceWatch', ({ watchId }) => ({ id: watchId, ...limit('88.00') }), traveler);
const remove = casesOf('deletePriceWatch', ({ watchId }) => ({ id: watchId }), traveler);
const markRead = casesOf('markAlertsRead', () => ({}), traveler);

/** Watches and alerts. */
export const watchCases: readonly BadCase[] = [
  create('nothing to watch', () => ({ listingId: null })),
  create('a listing and a search', () => ({ ...search({}), listingId: 'flt_1' })),
  create('no limit', () => ({ threshold: null })),
  create('a negative threshold', () => limit('-1.00'), { at: 'threshold.amount' }),
  create('a threshold of more than there is', () => limit('9999999999999.00'), { at: 'threshold.amount' }),
  create('another currency than the listing’s', () => limit('99.00', 'EUR'), { at: 'threshold.currency' }),
  create('a stock of a million', () => ({ stockBelow: 1_000_000 }), { at: 'stockBelow' }),
  create('a flight from here to here', () => search({ destination: 'JFK' }), { at: 'search.destination' }),
  create('a flight from an airport that is none', () => search({ origin: 'QQQ' }), { at: 'search.origin' }),
  create('a flight to an airport that is none', () => search({ destination: 'QQQ' }), { at: 'search.destination' }),
  create('a flight of minus one stop', () => search({ maxStops: -1 }), { at: 'search.maxStops' }),
  create('a type of stay that is none', () => placeSearch({ kind: 'STAY', stayType: 'PALACE' }), unreadable),
  create('a class of car that is none', () => placeSearch({ kind: 'CAR', carClass: 'SPACESHIP' }), unreadable),
  create('a cabin that is none', () => search({ cabin: 'ATTIC' }), unreadable),
  create('a listing that is none', () => ({ listingId: 'flt_none' }), { expected: 'NotFound' }),
  update('another’s watch', () => ({}), { as: stranger, expected: 'NotFound' }),
  update('a negative threshold', () => limit('-5.00'), { at: 'threshold.amount' }),
  remove('another’s watch', () => ({}), { as: stranger, expected: 'NotFound' }),
  markRead('nothing', () => ({})),
  markRead('a forged cursor', () => ({ upTo: 'forged' }), { at: 'upTo' }),
  markRead('more than may be', () => ({ ids: Array.from({ length: 101 }, (_, index) => `alr_${index}`) }), {
    at: 'ids',
  }),
];
