import type { Leg } from './network.ts';
import { hashOf } from './random.ts';

/** Two to three legs, one after the other, sold as one trip every day. */
export type Connection = readonly Leg[];

/** How long one waits between two legs, on whatever day of the year. */
export const waitInMinutes = { least: 45, most: 6 * 60 } as const;

/** In the night in which clocks change somewhere on the way, a wait is an hour longer or shorter than ever. */
const changeOfClocksInMinutes = 60;

/** How many ways between two cities are sold with one change, and with two. */
const wanted = { oneStop: 60, twoStops: 20 } as const;

/** Longer than this many times the shortest way, nobody flies it. */
const longestDetour = 1.5;

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

type Index = ReturnType<typeof indexOf>;
type Way = readonly string[];

const lengthOf = (index: Index, way: Way): number =>
  way
    .slice(1)
    .reduce((sum, to, at) => sum + (index.nonstop(way[at] ?? '', to)[0]?.distanceInKm ?? Number.POSITIVE_INFINITY), 0);

/** Airports on the ways from one airport to another with exactly `stops` changes, the shortest way first. */
function waysBetween(index: Index, [origin, destination]: readonly [string, string], stops: 1 | 2): readonly Way[] {
  const ways = index
    .destinationsOf(origin)
    .flatMap((first) =>
      stops === 1
        ? [[origin, first, destination]]
        : index.destinationsOf(first).map((second) => [origin, first, second, destination]),
    )
    .filter((way) => new Set(way).size === way.length)
    .map((way) => ({ way, length: lengthOf(index, way) }))
    .sort((left, right) => left.length - right.length);
  const longest = (ways[0]?.length ?? 0) * longestDetour;
  return ways.filter(({ length }) => Number.isFinite(length) && length <= longest).map(({ way }) => way);
}

type Waits = (arriving: Leg, leaving: Leg) => readonly number[];

const isGoodWait = (minutes: number): boolean =>
  minutes >= waitInMinutes.least + changeOfClocksInMinutes && minutes <= waitInMinutes.most - changeOfClocksInMinutes;

/** Every choice of a departure per leg of a way whose waits are good all the year; the shortest wait first. */
const connectionsOn = (index: Index, way: Way, waits: Waits): readonly Connection[] =>
  way.slice(1).reduce<readonly Connection[]>(
    (begun, to, at) =>
      begun.flatMap((legs) => {
        const before = legs.at(-1);
        const following = index
          .nonstop(way[at] ?? '', to)
          .map((leg) => ({ leg, waits: before ? waits(before, leg) : [] }));
        return following
          .filter((each) => each.waits.every(isGoodWait))
          .sort((left, right) => (left.waits[0] ?? 0) - (right.waits[0] ?? 0))
          .map(({ leg }) => [...legs, leg]);
      }),
    [[]],
  );

/** The first connection on the shortest way that has one. */
function connect(index: Index, ends: readonly [string, string], of: { stops: 1 | 2; waits: Waits }) {
  for (const way of waysBetween(index, ends, of.stops)) {
    const [connection] = connectionsOn(index, way, of.waits);
    if (connection) return connection;
  }
  return undefined;
}

/** How long one waits for a leg on each day that is looked at: until its next departure after the least wait. */
const createWaits =
  (offsetsInMinutes: (airport: string) => readonly number[]): Waits =>
  (arriving, leaving) => {
    const there = offsetsInMinutes(leaving.origin);
    return offsetsInMinutes(arriving.origin).map((offset, day) => {
      const arrival = arriving.departureMinute - offset + arriving.durationInMinutes;
      const departure = leaving.departureMinute - (there[day] ?? 0);
      return waitInMinutes.least + ((((departure - arrival - waitInMinutes.least) % 1440) + 1440) % 1440);
    });
  };

/** So many connections: of cities that are joined both ways first. */
const chosenOf = (pairs: readonly (readonly Connection[])[], count: number): readonly Connection[] =>
  [...pairs.filter(({ length }) => length === 2), ...pairs.filter(({ length }) => length === 1)].flat().slice(0, count);

/**
 * Chooses pairs of cities without a nonstop and joins legs of the timetable into connections between them, both ways where the
 * timetable allows it. They fly the very departures that are sold nonstop, so both draw on the same seats.
 *
 * @param offsetsInMinutes of an airport's zone from UTC on days all over a year, the same days for each airport: one waits for
 *   hours longer or shorter while the clocks of one continent are set forward and those of another are not
 */
export const buildConnections = (
  legs: readonly Leg[],
  offsetsInMinutes: (airport: string) => readonly number[],
): readonly Connection[] => {
  const index = indexOf(legs);
  const waits = createWaits(offsetsInMinutes);
  const airports = [...new Set(legs.map((leg) => leg.origin))];
  const pairs = airports
    .flatMap((from) =>
      airports.filter((to) => from < to && index.nonstop(from, to).length === 0).map((to) => [from, to] as const),
    )
    .sort((a, b) => hashOf(a.join()) - hashOf(b.join()));
  const connected = (stops: 1 | 2): readonly (readonly Connection[])[] =>
    pairs
      .filter((pair) => (stops === 1) === waysBetween(index, pair, 1).length > 0)
      .map(([from, to]) =>
        [connect(index, [from, to], { stops, waits }), connect(index, [to, from], { stops, waits })].filter(
          (connection) => connection !== undefined,
        ),
      );
  return [...chosenOf(connected(1), wanted.oneStop), ...chosenOf(connected(2), wanted.twoStops)];
};
