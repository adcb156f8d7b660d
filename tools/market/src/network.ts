import { distanceInKm as greatCircleInKm } from '@meridian/platform/values/geo';
import { identified } from '@meridian/schema/contracts/content-hash';
import type { RouteRecord } from '@meridian/schema/contracts/place-records';
import type { MarketAirport } from './airports.ts';
import { carrierOf } from './carriers.ts';
import { fraction } from './random.ts';

/** One daily departure of the timetable: the same every day. */
export type Leg = Readonly<{
  carrier: string;
  flightNumber: string;
  origin: string;
  destination: string;
  distanceInKm: number;
  durationInMinutes: number;
  /** Local time of departure, minutes after midnight. */
  departureMinute: number;
  aircraft: string;
}>;

/** From this distance on, a leg has a business cabin. */
export const longHaulInKm = 3000;

/** Pairs of hubs, and how many times a day each way. */
const trunks = `
JFK-LHR:3 JFK-CDG:2 JFK-LAX:3 JFK-ATL:2 JFK-ORD:2 JFK-FRA:1 JFK-AMS:1 JFK-IST:1 JFK-GRU:1 JFK-DXB:1 LAX-ORD:2 LAX-ATL:1 LAX-LHR:1
LAX-HND:2 LAX-SYD:1 ORD-ATL:2 ORD-LHR:1 ORD-FRA:1 ATL-CDG:1 ATL-GRU:1 LHR-CDG:3 LHR-AMS:2 LHR-FRA:2 LHR-IST:1 LHR-DXB:2 LHR-SIN:2
LHR-HKG:1 LHR-JNB:1 CDG-FRA:2 CDG-AMS:1 CDG-HND:1 FRA-IST:1 FRA-SIN:1 FRA-DXB:1 AMS-IST:1 DXB-SIN:2 DXB-HKG:1 DXB-JNB:1 IST-JNB:1
SIN-HKG:2 SIN-HND:2 SIN-SYD:2 HKG-HND:2 HKG-SYD:1 GRU-CDG:1`;

/** Cruising at 830 km/h, and 35 minutes for taxi, climb and approach; to five minutes. */
const flightMinutes = (distanceInKm: number): number => Math.round((35 + (distanceInKm / 830) * 60) / 5) * 5;

const aircraftFor = (distanceInKm: number): string => {
  if (distanceInKm < 900) return 'Embraer E195';
  if (distanceInKm < 4500) return 'Airbus A321neo';
  return distanceInKm < 9000 ? 'Airbus A330-900' : 'Boeing 787-9';
};

/** The IATA codes of the aircraft, as routes name them. */
const equipmentCodes: ReadonlyMap<string, string> = new Map([
  ['Embraer E195', 'E95'],
  ['Airbus A321neo', '32Q'],
  ['Airbus A330-900', '339'],
  ['Boeing 787-9', '789'],
]);

type Pair = Readonly<{ from: MarketAirport; to: MarketAirport; frequency: number }>;

/** Long trips leave in the afternoon or evening, short ones all day; times of one route are spread over the day. */
const departureMinute = (key: string, frequency: Readonly<{ index: number; count: number }>): number => {
  const [first, last] = [6 * 60, 22 * 60 + 30];
  const slot = (last - first) / frequency.count;
  return Math.round((first + slot * (frequency.index + fraction(`departure:${key}:${frequency.index}`))) / 5) * 5;
};

type Draft = Omit<Leg, 'flightNumber'>;

const draftsOf = (pair: Pair): readonly Draft[] => {
  const distanceInKm = Math.round(greatCircleInKm(pair.from.record, pair.to.record));
  return Array.from({ length: pair.frequency }, (_, index) => {
    const [origin, destination] = [pair.from.city.iata, pair.to.city.iata];
    return {
      carrier: carrierOf(origin, destination, index).code,
      origin,
      destination,
      distanceInKm,
      durationInMinutes: flightMinutes(distanceInKm),
      departureMinute: departureMinute(`${origin}-${destination}`, { index, count: pair.frequency }),
      aircraft: aircraftFor(distanceInKm),
    };
  });
};

const trunkPairs = (byCode: ReadonlyMap<string, MarketAirport>): Pair[] =>
  trunks
    .trim()
    .split(/\s+/)
    .map((text) => {
      const [from, to] = [byCode.get(text.slice(0, 3)), byCode.get(text.slice(4, 7))];
      if (from === undefined || to === undefined) throw new Error(`the trunk ${text} names an unknown airport`);
      return { from, to, frequency: Number(text.slice(8)) };
    });

/** Each airport that is no hub is served from the nearest hub, every fourth one from the next hub too. */
const spokePairs = (airports: readonly MarketAirport[]): Pair[] => {
  const hubs = airports.filter(({ city }) => city.hub);
  return airports
    .filter(({ city }) => !city.hub)
    .flatMap((spoke, index) => {
      const nearest = hubs
        .map((hub) => ({ hub, distance: greatCircleInKm(spoke.record, hub.record) }))
        .sort((a, b) => a.distance - b.distance);
      return nearest.slice(0, index % 4 === 0 ? 2 : 1).map(({ hub }) => ({ from: spoke, to: hub, frequency: 1 }));
    });
};

/** The timetable: every leg, both ways, each with a number that its carrier uses once. */
export const buildNetwork = (airports: readonly MarketAirport[]): readonly Leg[] => {
  const byCode = new Map(airports.map((airport) => [airport.city.iata, airport]));
  const pairs = [...trunkPairs(byCode), ...spokePairs(airports)];
  const bothWays = pairs.flatMap((pair) => [pair, { from: pair.to, to: pair.from, frequency: pair.frequency }]);
  const used = new Map<string, number>();
  return bothWays.flatMap(draftsOf).map((draft) => {
    const number = (used.get(draft.carrier) ?? 100) + 1;
    used.set(draft.carrier, number);
    return { ...draft, flightNumber: String(number) };
  });
};

/** The legs as records of routes: each pair of airports once per carrier. */
export const routeRecords = (legs: readonly Leg[]): readonly RouteRecord[] => {
  const routes = new Map<string, RouteRecord>();
  for (const leg of legs) {
    const sourceKey = `demo:route:${leg.carrier}:${leg.origin}-${leg.destination}`;
    routes.set(
      sourceKey,
      identified({
        sourceKey,
        airline: leg.carrier,
        origin: leg.origin,
        destination: leg.destination,
        stops: 0,
        codeshare: false,
        equipment: [equipmentCodes.get(leg.aircraft) ?? leg.aircraft],
      }),
    );
  }
  return [...routes.values()];
};
