import { describe, expect, test } from '@jest/globals';
import { addDays } from '@meridian/platform/values/local-date';
import { createMemoryIntake, type MemoryIntake } from '@meridian/schema/contracts/testing/memory-intake';
import { datesBetween } from '../src/local-days.ts';
import { pictureSvg } from '../src/picture-svg.ts';
import { type SeedProgress, seedMarket } from '../src/seed-market.ts';

const day = 86_400_000;
const start = Date.UTC(2026, 10, 20, 9);
const seed = (intake: MemoryIntake, now: number, onProgress?: (progress: SeedProgress) => void) =>
  seedMarket({
    listings: intake.listings,
    prices: intake.prices,
    ensureAccount: async (account) => `usr_${account.key}`,
    // A few cities: how much is written does not matter here, market.test.ts holds the size of the whole.
    size: 'small',
    clock: { now: () => now },
    ...(onProgress === undefined ? {} : { onProgress }),
  });
const departureDays = (intake: MemoryIntake): string[] => {
  const flights = [...intake.records.keys()].filter((key) => key.startsWith('demo:flight:'));
  return [...new Set(flights.map((key) => key.split('/')[2]?.slice(0, 10) ?? ''))].sort();
};

/** One text for all records: comparing 200,000 objects deeply takes a minute. */
const hashes = (intake: MemoryIntake): string =>
  [...intake.records]
    .map(([key, record]) => `${key}=${(record as { contentHash: string }).contentHash}`)
    .sort()
    .join('\n');

describe('seedMarket', () => {
  test('reaches 60 days ahead, and 45 days later adds the missing days and changes nothing else', async () => {
    const intake = createMemoryIntake();
    const first = await seed(intake, start);
    expect(departureDays(intake)).toEqual(datesBetween('2026-11-21', '2027-01-19'));
    const before = new Map(intake.records);
    expect(await seed(intake, start)).toEqual({ written: 0, until: first.until });
    await seed(intake, start + 45 * day);
    expect(departureDays(intake)).toEqual(datesBetween('2026-11-21', addDays('2027-01-19', 45)));
    expect([...before].filter(([key, record]) => intake.records.get(key) !== record)).toEqual([]);
    expect([...intake.nights.keys()].some((key) => key.endsWith(addDays('2027-01-19', 45)))).toBe(true);
    expect(Math.max(...intake.batches)).toBeLessThanOrEqual(500);
  });

  test('killed in the middle and started again, it ends with the same data', async () => {
    const [whole, killed] = [createMemoryIntake(), createMemoryIntake()];
    await seed(whole, start);
    const kill = ({ stage, done }: SeedProgress) => {
      if (stage === 'flights' && done > 700) throw new Error('killed');
    };
    await expect(seed(killed, start, kill)).rejects.toThrow('killed');
    await seed(killed, start);
    expect(hashes(killed)).toBe(hashes(whole));
  });

  test('a refused record is a fault, not a smaller market', async () => {
    const intake = createMemoryIntake();
    const listings = {
      ...intake.listings,
      upsertRoutes: async (batch: readonly unknown[]) => batch.map(() => ({ skipped: 'no' })),
    };
    await expect(seed({ ...intake, listings }, start)).rejects.toThrow('refused: no');
  });
});

describe('pictureSvg', () => {
  test('the same seed draws the same picture, another one another, and nothing is loaded from elsewhere', () => {
    for (const kind of ['STAY', 'CAR', 'FLIGHT', 'CITY'] as const) {
      const svg = pictureSvg('a', kind);
      expect(svg).toBe(pictureSvg('a', kind));
      expect(svg).not.toBe(pictureSvg('b', kind));
      expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|<image|href|NaN|undefined/);
    }
  });
});
