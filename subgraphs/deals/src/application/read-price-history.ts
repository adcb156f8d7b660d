import type { Clock } from '@meridian/platform/time/clock';
import { basisCurrency } from '../domain/basis.ts';
import { labelOfKey } from '../domain/comparable-label.ts';
import { dailyPrices } from '../domain/insight.ts';
import type { DealsStore } from '../ports/deals-store.ts';
import { type PricePoint, type ToAmount, toPoint } from './price-point.ts';

const dayInMs = 86_400_000;
/** The newest so many, so that one popular key cannot fill the memory. */
const mostSeen = 20_000;
const inBasis: ToAmount = (minor) => ({ minor, currency: basisCurrency });

/** Under which comparable key, and over how many days up to now. */
export type ReadPriceHistoryRequest = Readonly<{ key: string; days: number }>;

/** How the prices under a key went. Amounts are in the basis currency; days on which nothing was seen have no point. */
export type History = Readonly<{ key: string; label: string; points: readonly PricePoint[]; observations: number }>;

/** How the prices under a key went. Undefined when nothing was seen under it in these days. */
export const createReadPriceHistory =
  (deps: { store: Pick<DealsStore, 'observations'>; clock: Clock }) =>
  async ({ key, days }: ReadPriceHistoryRequest): Promise<History | undefined> => {
    const until = deps.clock.now();
    const range = { after: until - days * dayInMs, until, limit: mostSeen };
    const seen = (await deps.store.observations.seen([key], range)).get(key) ?? [];
    return seen.length === 0
      ? undefined
      : {
          key,
          label: labelOfKey(key),
          points: dailyPrices(seen).map((day) => toPoint(day, inBasis)),
          observations: seen.length,
        };
  };
