import { describe, expect, test } from '@jest/globals';
import { createReferenceRates } from '@meridian/platform/exchange-rates/reference-rates';
import { createReadDealFilter } from '../src/application/read-deal-filter.ts';
import { openDealsService, startOfTests } from './harness.ts';

const query = 'query ($filter: DealFilter) { deals(filter: $filter) { totalCount } }';
const subscription = 'subscription ($filter: DealFilter) { dealAlert(filter: $filter) { __typename } }';
const many = (value: string) => Array<string>(21).fill(value);

describe('the filter of deals', () => {
  test('names each value once, which is what a subscriber keeps', () => {
    const read = createReadDealFilter({ rates: createReferenceRates(), clock: { now: () => startOfTests } });
    const tags = ['DIRECT', 'BREAKFAST', 'DIRECT'] as const;
    const filter = { tags, kinds: ['STAY', 'STAY'] as const, grades: Array<'GREAT'>(20).fill('GREAT'), city: 'Oslo' };
    expect(read(filter)).toEqual({
      ok: true,
      criteria: { tags: ['DIRECT', 'BREAKFAST'], kinds: ['STAY'], grades: ['GREAT'], city: 'Oslo' },
    });
  });

  test.each([
    ['tags', many('DIRECT')],
    ['kinds', many('STAY')],
    ['grades', many('GREAT')],
    ['city', 'x'.repeat(101)],
    ['city', ' '],
  ])(
    'is refused with its place when it is out of bounds, by the feed and by the subscription: %s',
    async (field, value) => {
      await using service = await openDealsService();
      const variables = { filter: { [field]: value } };
      const answer = await service.ask({ query, variables });
      expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
      expect(answer.errors?.[0]?.message).toContain(`filter.${field}: Name `);
      await expect(service.subscribe({ query: subscription, variables })).rejects.toThrow(`filter.${field}: Name `);
    },
  );
});
