import { distanceInKm, type GeoPoint, isGeoPoint } from '@meridian/platform/values/geo';
import { isTimeZone, toInstant, toLocalDateTime } from '@meridian/platform/values/zoned-time';
import lookUpZone from '@photostructure/tz-lookup';
import type { Problems } from '../../domain/problems.ts';

/** Farther away nobody picks up a car that is said to be at the airport. */
const farthestAirportInKm = 200;
/** At sea the map has only zones by the meridian; the clocks of the coast differ from them by as much. */
const toleranceAtSeaInMinutes = 180;

/** How far the clocks of a zone are ahead of UTC. */
const offsetInMinutes = (zone: string, now: number): number => {
  const minute = Math.trunc(now / 60_000);
  return toInstant(toLocalDateTime(minute * 60_000, zone), 'UTC') / 60_000 - minute;
};

/**
 * Notes a zone whose clocks differ at present from those at the coordinates. Zones of one offset pass for each other: borders are
 * drawn coarsely, and many places are known by the zone of a city nearby. What is no zone or no point is told elsewhere.
 */
export function checkZone(problems: Problems, place: GeoPoint & Readonly<{ timeZone: string }>, now: number): void {
  const { latitude, longitude, timeZone } = place;
  if (!isGeoPoint(place) || !isTimeZone(timeZone)) return;
  const there = lookUpZone(latitude, longitude);
  if (!isTimeZone(there)) return;
  const difference = Math.abs(offsetInMinutes(timeZone, now) - offsetInMinutes(there, now));
  const tolerance = there.startsWith('Etc/') ? toleranceAtSeaInMinutes : 0;
  problems.require(difference <= tolerance, 'timeZone', `Clocks at these coordinates are those of ${there}.`);
}

/** Notes an airport that is not where the car is. */
export function checkNear(
  problems: Problems,
  car: GeoPoint,
  airport: (GeoPoint & Readonly<{ code: string }>) | undefined,
): void {
  if (!airport || !isGeoPoint(car)) return;
  const km = Math.round(distanceInKm(car, airport));
  const message = `${airport.code} is ${km} km from these coordinates; a car waits at most ${farthestAirportInKm} km from its airport.`;
  problems.require(km <= farthestAirportInKm, 'airport', message);
}
