import type { MoneyValue } from '@meridian/ui/formats/money';

/** A night as the graph tells it; without a price it is closed. */
export type Night = Readonly<{ date: string; price: MoneyValue | null }>;

/** Nights one after the other that are sold alike. */
export type NightRun = Readonly<{ first: string; last: string; count: number; price: MoneyValue | null }>;

const isAlike = (run: NightRun, { price }: Night): boolean =>
  run.price?.amount === price?.amount && run.price?.currency === price?.currency;

/** Puts nights that are sold alike together, in their order. */
export function nightRuns(nights: readonly Night[]): readonly NightRun[] {
  const runs: NightRun[] = [];
  for (const night of nights) {
    const run = runs.at(-1);
    if (run !== undefined && isAlike(run, night))
      runs[runs.length - 1] = { ...run, last: night.date, count: run.count + 1 };
    else runs.push({ first: night.date, last: night.date, count: 1, price: night.price });
  }
  return runs;
}
