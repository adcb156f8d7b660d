import { expect } from '@jest/globals';
import type { ContractCase } from '@meridian/platform/testkit/contract-suite';
import fc from 'fast-check';
import type { RollupPart } from '../src/domain/rollup.ts';
import type { Ranked, Reports } from '../src/ports/reports.ts';
import type { RollupParts } from '../src/ports/rollup-parts.ts';

export type ReportsFixture = Readonly<{ parts: RollupParts; reports: Reports }>;

/** A page that no test fills. */
export const everything: Ranked = { first: 1_000, weights: new Map() };

const partition = { topic: 'bookings', partition: 0 };
const weights = new Map([
  ['USD', 1],
  ['EUR', 1.25],
  // Of binary fractions, so that sums are exact in any order.
  ['JPY', 0.75],
]);

type Flow = Readonly<{ key: string; currency: string; grossMinor: number; refundedMinor: number; day?: string }>;

const revenuePart = (grouping: string, { key, currency, grossMinor, refundedMinor, day }: Flow): RollupPart => ({
  rollup: 'REVENUE',
  parts: [grouping, key, day ?? '2027-01-31', currency],
  lastOffset: 1,
  measures: { bookings: 1, cancellations: 0, grossMinor, refundedMinor },
});
const listingPart = ({ key, currency, grossMinor, refundedMinor }: Flow): RollupPart => ({
  rollup: 'LISTINGS',
  parts: [key, currency],
  lastOffset: 1,
  measures: { views: 0, bookings: 1, grossMinor, refundedMinor },
});
const store = ({ parts }: ReportsFixture, all: readonly RollupPart[]) =>
  parts.advance(
    partition,
    all.map((to) => ({ from: undefined, to })),
  );

const flows = fc.uniqueArray(
  fc.record({
    key: fc.integer({ min: 0, max: 9 }).map((number) => `sty_${number}`),
    currency: fc.constantFrom('USD', 'EUR', 'JPY', 'XXX'),
    grossMinor: fc.integer({ min: 0, max: 1_000 }),
    refundedMinor: fc.integer({ min: 0, max: 1_000 }),
  }),
  { selector: ({ key, currency }) => `${key} ${currency}`, maxLength: 30 },
);

/** Keys by what they are worth in one order, the lower key first among equals. */
function ranked(all: readonly Flow[]): Readonly<{ key: string; worth: number }>[] {
  const worthOf = (key: string) =>
    all
      .filter((flow) => flow.key === key)
      .reduce((sum, flow) => sum + (flow.grossMinor - flow.refundedMinor) * (weights.get(flow.currency) ?? 0), 0);
  return [...new Set(all.map(({ key }) => key))]
    .map((key) => ({ key, worth: worthOf(key) }))
    .sort((left, right) => right.worth - left.worth || (left.key < right.key ? -1 : 1));
}

/** What every adapter of {@link Reports} promises of its pages. */
export const reportsCases: readonly ContractCase<ReportsFixture>[] = [
  {
    name: 'what earns most over all currencies together comes first, though it leads in none',
    async run(fixture) {
      const all: Flow[] = [
        { key: 'usr_dollars', currency: 'USD', grossMinor: 100, refundedMinor: 0 },
        { key: 'usr_euros', currency: 'EUR', grossMinor: 80, refundedMinor: 0 },
        { key: 'usr_both', currency: 'USD', grossMinor: 99, refundedMinor: 0 },
        { key: 'usr_both', currency: 'EUR', grossMinor: 79, refundedMinor: 0 },
      ];
      await store(fixture, [...all.map((flow) => revenuePart('VENDOR', flow)), ...all.map(listingPart)]);
      const page = { first: 1, weights };
      const sums = await fixture.reports.revenue('VENDOR', {}, page);
      expect(sums.map(({ key, currency, grossMinor }) => [key, currency, grossMinor]).sort()).toEqual([
        ['usr_both', 'EUR', 79],
        ['usr_both', 'USD', 99],
      ]);
      expect(await fixture.reports.topListings({ ...page, by: 'REVENUE' })).toEqual(['usr_both']);
    },
  },
  {
    name: 'a page of vendors, cities or listings holds the first ones and no other',
    async run(fixture) {
      let round = 0;
      await fc.assert(
        fc.asyncProperty(flows, fc.integer({ min: 1, max: 12 }), async (drafts, first) => {
          round += 1;
          const day = `2027-01-${String(round).padStart(2, '0')}`;
          const all = drafts.map((flow) => ({ ...flow, day }));
          await store(fixture, [
            ...all.map((flow) => revenuePart('VENDOR', flow)),
            ...all.map((flow) => revenuePart('CITY', flow)),
          ]);
          for (const group of ['VENDOR', 'CITY'] as const) {
            const sums = await fixture.reports.revenue(group, { from: day, to: day }, { first, weights });
            const expected = ranked(all)
              .slice(0, first)
              .map(({ key }) => key);
            expect([...new Set(sums.map(({ key }) => key))].sort()).toEqual(expected.sort());
          }
        }),
        { numRuns: 28 },
      );
    },
  },
  {
    name: 'listings are ranked in order, and those with nothing to show are left out',
    async run(fixture) {
      const all: Flow[] = [
        { key: 'sty_1', currency: 'EUR', grossMinor: 100, refundedMinor: 0 },
        { key: 'sty_2', currency: 'USD', grossMinor: 200, refundedMinor: 200 },
        { key: 'sty_3', currency: 'USD', grossMinor: 126, refundedMinor: 0 },
        { key: 'car_4', currency: 'USD', grossMinor: 500, refundedMinor: 0 },
      ];
      await store(fixture, all.map(listingPart));
      const page = { first: 9, weights, by: 'REVENUE' as const };
      expect(await fixture.reports.topListings(page)).toEqual(['car_4', 'sty_3', 'sty_1']);
      expect(await fixture.reports.topListings({ ...page, kind: 'STAY', first: 1 })).toEqual(['sty_3']);
      expect(await fixture.reports.topListings({ ...page, by: 'VIEWS' })).toEqual([]);
    },
  },
  {
    name: 'of months the newest ones are shown, whatever they earned',
    async run(fixture) {
      const months = ['2026-11', '2027-01', '2026-12'];
      const all = months.map((month, index) => ({
        key: '',
        currency: 'USD',
        grossMinor: 100 - index,
        refundedMinor: 0,
        day: `${month}-15`,
      }));
      await store(
        fixture,
        all.map((flow) => revenuePart('TOTAL', flow)),
      );
      const sums = await fixture.reports.revenue('MONTH', {}, { first: 2, weights });
      expect(sums.map(({ key }) => key).sort()).toEqual(['2026-12', '2027-01']);
    },
  },
];
