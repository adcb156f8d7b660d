import type { MarketCar } from './cars.ts';
import type { Connection } from './connections.ts';
import type { MarketStay } from './stays.ts';

/** `full` is the demo market; `small` a few cities of it, for tests that need a market and not a large one. */
export type MarketSize = 'full' | 'small';

/** What the market is made of before dates come in. */
export type MarketParts = Readonly<{
  trips: readonly Connection[];
  stays: readonly MarketStay[];
  cars: readonly MarketCar[];
}>;

/** The hubs of the small market, and how many stays and cars each of its cities keeps. */
const smallHubs: ReadonlySet<string> = new Set(['JFK', 'LHR', 'CDG', 'SIN', 'HND', 'SYD']);
const smallStaysPerCity = 12;
const smallCarsPerCity = 8;

/** Cuts the market to its size. What stays is the same in both sizes, record by record. */
export function cutTo(size: MarketSize, parts: MarketParts): MarketParts {
  if (size === 'full') return parts;
  return {
    trips: parts.trips.filter((legs) =>
      legs.every((leg) => smallHubs.has(leg.origin) && smallHubs.has(leg.destination)),
    ),
    stays: firstOfEachHub(parts.stays, smallStaysPerCity),
    cars: firstOfEachHub(parts.cars, smallCarsPerCity),
  };
}

function firstOfEachHub<Item extends Readonly<{ city: Readonly<{ iata: string }> }>>(
  items: readonly Item[],
  limit: number,
): Item[] {
  const kept = new Map<string, number>();
  return items.filter(({ city: { iata } }) => {
    const count = kept.get(iata) ?? 0;
    kept.set(iata, count + 1);
    return smallHubs.has(iata) && count < limit;
  });
}
