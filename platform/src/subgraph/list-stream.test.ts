import { describe, expect, test } from '@jest/globals';
import { listStream } from './list-stream.ts';

const filter = { city: 'Rome', kinds: ['FLIGHT', 'STAY'], maxPrice: { amount: '100.00', currency: 'USD' } };

describe('what a list is of', () => {
  test.each<[what: string, same: object]>([
    ['other order of fields', { maxPrice: { currency: 'USD', amount: '100.00' }, kinds: filter.kinds, city: 'Rome' }],
    ['other order of values', { ...filter, kinds: ['STAY', 'FLIGHT'] }],
    ['nothing more', { ...filter, grades: null, tags: [], minScore: undefined }],
  ])('is the same with %s', (_, same) => {
    expect(listStream('deals', same)).toBe(listStream('deals', filter));
  });

  test.each<[what: string, name: string, other: object]>([
    ['another name', 'offers', filter],
    ['another value', 'deals', { ...filter, city: 'Oslo' }],
    ['a value less', 'deals', { ...filter, kinds: ['FLIGHT'] }],
    ['two values in one', 'deals', { ...filter, kinds: ['FLIGHT,STAY'] }],
    ['the same value of another field', 'deals', { kinds: filter.kinds, maxPrice: filter.maxPrice, origin: 'Rome' }],
    ['one filter more', 'deals', { ...filter, minScore: 0 }],
    ['no filter', 'deals', {}],
  ])('is another with %s', (_, name, other) => {
    expect(listStream(name, other)).not.toBe(listStream('deals', filter));
  });
});
