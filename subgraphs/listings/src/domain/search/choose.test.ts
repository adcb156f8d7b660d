import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { choose, type FilterGroup, priceFilter } from './choose.ts';
import { priceFacet } from './facets.ts';

type Shirt = Readonly<{ id: number; colours: readonly string[] }>;
type Size = Readonly<{ size: string; comparableMinor: number }>;
type Filter = Readonly<{
  colours?: readonly string[] | undefined;
  sizes?: readonly string[] | undefined;
  max?: number | undefined;
}>;

const palette = ['red', 'green', 'blue'];
const sizes = ['s', 'm', 'l'];
const filters = fc.record({
  colours: fc.option(fc.subarray(palette, { minLength: 1 }), { nil: undefined }),
  sizes: fc.option(fc.subarray(sizes, { minLength: 1 }), { nil: undefined }),
  max: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
});
const shelf = fc.array(
  fc.record({
    candidate: fc.record({ id: fc.nat(), colours: fc.subarray(palette) }),
    options: fc.array(
      fc.record({ size: fc.constantFrom(...sizes), comparableMinor: fc.integer({ min: 0, max: 100 }) }),
      {
        maxLength: 4,
      },
    ),
  }),
  { maxLength: 20 },
);
type Shelf = Parameters<typeof choose<Shirt, Size>>[0];

const groupsOf = (filter: Filter): FilterGroup<Shirt, Size>[] => [
  {
    name: 'colours',
    passes: ({ colours }) => filter.colours === undefined || colours.some((colour) => filter.colours?.includes(colour)),
    values: ({ colours }) => colours,
  },
  {
    name: 'sizes',
    passes: (_, { size }) => filter.sizes === undefined || filter.sizes.includes(size),
    values: (_, { size }) => [size],
  },
  priceFilter(undefined, filter.max),
];

/** The filter as a newcomer would write it: one candidate, all conditions on one option. */
const naive = (all: Shelf, filter: Filter) =>
  all.flatMap(({ candidate, options }) => {
    if (filter.colours && !candidate.colours.some((colour) => filter.colours?.includes(colour))) return [];
    const fitting = options.filter(
      (option) =>
        (!filter.sizes || filter.sizes.includes(option.size)) && option.comparableMinor <= (filter.max ?? Infinity),
    );
    return fitting.length === 0 ? [] : [Math.min(...fitting.map((option) => option.comparableMinor))];
  });

describe('choosing among candidates', () => {
  test('finds what a naive filter finds, each at its cheapest option', () => {
    fc.assert(
      fc.property(shelf, filters, (all, filter) => {
        const { results } = choose(all, groupsOf(filter));
        expect(results.map(({ option }) => option.comparableMinor)).toEqual(naive(all, filter));
      }),
    );
  });

  test('a facet counts what the search finds with that value alone in its own filter', () => {
    fc.assert(
      fc.property(shelf, filters, (all, filter) => {
        const { counts } = choose(all, groupsOf(filter));
        for (const colour of palette) {
          const expected = naive(all, { ...filter, colours: [colour] }).length;
          expect(counts.get('colours')?.get(colour) ?? 0).toBe(expected);
        }
        for (const size of sizes) {
          expect(counts.get('sizes')?.get(size) ?? 0).toBe(naive(all, { ...filter, sizes: [size] }).length);
        }
      }),
    );
  });

  test('the price facet spreads what every other filter leaves, and loses none of it', () => {
    fc.assert(
      fc.property(shelf, filters, (all, filter) => {
        const expected = naive(all, { ...filter, max: undefined });
        const { totals } = choose(all, groupsOf(filter));
        expect(totals).toEqual(expected);
        const facet = priceFacet(totals);
        expect(facet?.buckets.reduce((sum, { count }) => sum + count, 0) ?? 0).toBe(expected.length);
        for (const { from, until, count } of facet?.buckets.slice(0, -1) ?? []) {
          expect(expected.filter((total) => total >= from && total < until)).toHaveLength(count);
        }
      }),
    );
  });

  test('what has no known rate passes no set bound and stands in no range', () => {
    const unknown = [
      { candidate: { id: 1, colours: [] }, options: [{ size: 's', comparableMinor: Number.POSITIVE_INFINITY }] },
    ];
    expect(choose(unknown, [priceFilter(0, undefined)]).results).toEqual([]);
    expect(choose(unknown, [priceFilter(undefined, 5)]).results).toEqual([]);
    expect(choose(unknown, [priceFilter(undefined, undefined)]).results).toHaveLength(1);
    expect(priceFacet([Number.POSITIVE_INFINITY])).toBeUndefined();
  });
});
