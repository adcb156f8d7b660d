import type { Leg } from './network.ts';
import { hashOf } from './random.ts';

/** Two to three legs, one after the other, sold as one trip every day. */
export type Connection = readonly Leg[];

const minimumConnectionInMinutes = 60;

/** How many pairs of cities are sold with one change and with two, each way. */
const wanted = { oneStop: 30, twoStops: 10 } as const;

type Wait = (arriving: Leg, leaving: Leg) => number;

/** Of the legs between two airports, the one with the shortest wait of at least an hour. */
const bestNext = (arriving: Leg, candidates: readonly Leg[], wait: Wait): Leg | undefined =>
  candidates.reduce<Leg | undefined>(
    (best, leg) => (best === undefined || wait(arriving, leg) < wait(arriving, best) ? leg : best),
    undefined,
  );

/** Legs between two airports, and the ways between two airports that no leg joins. */
const indexOf = (legs: readonly Leg[]) => {
  const between = new Map<string, Leg[]>();
  for (const leg of legs) {
    const key = `${leg.origin}-${leg.destination}`;
    between.set(key, [...(between.get(key) ?? []), leg]);
  }
  return {
    nonstop: (origin: string, destination: string): readonly Leg[] => between.get(`${origin}-${destination}`) ?? [],
    destinationsOf: (origin: string): string[] => [
      ...new Set(legs.filter((leg) => leg.origin === origin).map((leg) => leg.destination)),
    ],
  };
};

const detour = (points: readonly (readonly Leg[])[]): number =>
  points.reduce((sum, legs) => sum + (legs[0]?.distanceInKm ?? 0), 0);

/** Airports on the shortest way from one airport to another with exactly `stops` changes. */
const shortestWay = (
  index: ReturnType<typeof indexOf>,
  ends: readonly [string, string],
  stops: 1 | 2,
): string[] | undefined => {
  const [origin, destination] = ends;
  const ways = index
    .destinationsOf(origin)
    .flatMap((first) =>
      stops === 1
        ? [[origin, first, destination]]
        : index.destinationsOf(first).map((second) => [origin, first, second, destination]),
    );
  const lengthOf = (way: readonly string[]): number => {
    const hops = way.slice(1).map((to, at) => index.nonstop(way[at] ?? '', to));
    return new Set(way).size < way.length || hops.some((hop) => hop.length === 0)
      ? Number.POSITIVE_INFINITY
      : detour(hops);
  };
  const best = ways.map((way) => ({ way, length: lengthOf(way) })).sort((a, b) => a.length - b.length)[0];
  return best === undefined || best.length === Number.POSITIVE_INFINITY ? undefined : best.way;
};

const connect = (index: ReturnType<typeof indexOf>, way: readonly string[], wait: Wait): Connection | undefined => {
  const connection: Leg[] = [];
  for (const [at, to] of way.slice(1).entries()) {
    const candidates = index.nonstop(way[at] ?? '', to);
    const before = connection.at(-1);
    const leg = before === undefined ? candidates[0] : bestNext(before, candidates, wait);
    if (leg === undefined) return undefined;
    connection.push(leg);
  }
  return connection;
};

/**
 * Chooses pairs of cities without a nonstop and joins legs of the timetable into connections between them, both ways. They fly the
 * very departures that are sold nonstop, so both draw on the same seats.
 *
 * @param offsetInMinutes of an airport's zone from UTC on an ordinary day, to compare local times; the real wait is checked per day
 */
export const buildConnections = (
  legs: readonly Leg[],
  offsetInMinutes: (airport: string) => number,
): readonly Connection[] => {
  const index = indexOf(legs);
  const wait: Wait = (arriving, leaving) => {
    const arrival = arriving.departureMinute - offsetInMinutes(arriving.origin) + arriving.durationInMinutes;
    const departure = leaving.departureMinute - offsetInMinutes(leaving.origin);
    return minimumConnectionInMinutes + ((((departure - arrival - minimumConnectionInMinutes) % 1440) + 1440) % 1440);
  };
  const airports = [...new Set(legs.map((leg) => leg.origin))];
  const pairs = airports
    .flatMap((from) =>
      airports.filter((to) => from < to && index.nonstop(from, to).length === 0).map((to) => [from, to] as const),
    )
    .sort((a, b) => hashOf(a.join()) - hashOf(b.join()));
  const direct = (stops: 1 | 2) =>
    pairs.filter((pair) => (stops === 1) === (shortestWay(index, pair, 1) !== undefined));
  const chosen = [
    ...direct(1)
      .slice(0, wanted.oneStop)
      .map((pair) => ({ pair, stops: 1 as const })),
    ...direct(2)
      .slice(0, wanted.twoStops * 3)
      .map((pair) => ({ pair, stops: 2 as const })),
  ];
  const bothWays = chosen.flatMap(({ pair, stops }) => {
    const ways = [shortestWay(index, pair, stops), shortestWay(index, [pair[1], pair[0]], stops)];
    const found = ways.map((way) => (way === undefined ? undefined : connect(index, way, wait)));
    return found.every((connection) => connection !== undefined) ? [found as Connection[]] : [];
  });
  const ofLength = (length: number, count: number) =>
    bothWays.filter(([first]) => first?.length === length).slice(0, count);
  return [...ofLength(2, wanted.oneStop), ...ofLength(3, wanted.twoStops)].flat();
};
