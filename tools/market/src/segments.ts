import type { SegmentRecord } from '@meridian/schema/contracts/flight-records';
import type { MarketAirport } from './airports.ts';
import { carriers } from './carriers.ts';
import { type Connection, waitInMinutes } from './connections.ts';
import { type Leg, longHaulInKm } from './network.ts';
import { fraction } from './random.ts';
import { createZoneOffsets, localText, type ZoneOffsets } from './zone-offsets.ts';

const minuteInMs = 60_000;
const dayInMs = 86_400_000;

/** What is on sale here of a departure: few seats when demand has taken most of them; sometimes a last one. */
const seatsOf = (leg: Leg, departureKey: string): SegmentRecord['seats'] => {
  const taken = fraction(`taken:${departureKey}`);
  const economy =
    taken > 0.94 ? 1 + Math.floor(fraction(`last:${departureKey}`) * 5) : 8 + Math.floor((1 - taken) * 52);
  const cabins: SegmentRecord['seats'] = [{ cabin: 'ECONOMY', capacity: economy }];
  if (leg.distanceInKm < longHaulInKm) return cabins;
  return [...cabins, { cabin: 'BUSINESS', capacity: 1 + Math.floor(fraction(`business:${departureKey}`) * 11) }];
};

const carrierNames = new Map<string, string>(carriers.map(({ code, name }) => [code, name]));

type Zones = (airport: string) => ZoneOffsets;

/** A departure of a leg: everything follows from the leg and its local date, whichever trip it is sold in. */
const segmentOf = (zones: Zones, leg: Leg, departureInMs: number): SegmentRecord => {
  const departureLocal = localText(zones(leg.origin).toLocal(departureInMs));
  const departureKey = `${leg.carrier}${leg.flightNumber}/${leg.origin}/${departureLocal.slice(0, 10)}`;
  return {
    carrier: leg.carrier,
    carrierName: carrierNames.get(leg.carrier) ?? leg.carrier,
    flightNumber: leg.flightNumber,
    departureKey,
    origin: leg.origin,
    destination: leg.destination,
    departureLocal,
    arrivalLocal: localText(zones(leg.destination).toLocal(departureInMs + leg.durationInMinutes * minuteInMs)),
    durationInMinutes: leg.durationInMinutes,
    distanceInKm: leg.distanceInKm,
    aircraft: leg.aircraft,
    seats: seatsOf(leg, departureKey),
  };
};

/** The first departure of a leg at or after an instant. */
const nextDeparture = (zone: ZoneOffsets, leg: Leg, readyInMs: number): number => {
  const localDay = Math.floor(zone.toLocal(readyInMs) / dayInMs) * dayInMs;
  const onDay = zone.toInstant(localDay + leg.departureMinute * minuteInMs);
  return onDay >= readyInMs ? onDay : zone.toInstant(localDay + dayInMs + leg.departureMinute * minuteInMs);
};

/** Puts dates on a trip: the first leg leaves on `date`, each further one at its next departure after the least wait. */
export const createSegmentMaker = (
  airports: readonly MarketAirport[],
): ((legs: Connection, date: string) => SegmentRecord[]) => {
  const offsets = new Map(airports.map(({ city, record }) => [city.iata, createZoneOffsets(record.timeZone)]));
  const zones: Zones = (airport) => {
    const found = offsets.get(airport);
    if (found === undefined) throw new Error(`${airport} is not in the market`);
    return found;
  };
  return (legs, date) => {
    const segments: SegmentRecord[] = [];
    let readyInMs: number | undefined;
    for (const leg of legs) {
      const zone = zones(leg.origin);
      const scheduled = zone.toInstant(Date.parse(`${date}T00:00Z`) + leg.departureMinute * minuteInMs);
      const departureInMs = readyInMs === undefined ? scheduled : nextDeparture(zone, leg, readyInMs);
      segments.push(segmentOf(zones, leg, departureInMs));
      readyInMs = departureInMs + leg.durationInMinutes * minuteInMs + waitInMinutes.least * minuteInMs;
    }
    return segments;
  };
};
