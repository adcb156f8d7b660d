import { distanceInKm } from '@meridian/platform/values/geo';
import { countryOfZone } from '@meridian/platform/values/zone-countries';
import type { KnownAirport } from '@meridian/schema/contracts/intake';
import type { Coordinates } from '@meridian/schema/contracts/record';
import lookUpZone from '@photostructure/tz-lookup';

/** The IANA zone of a point. Undefined where the map of zones has none. */
export const zoneAt = ({ latitude, longitude }: Coordinates): string | undefined => {
  const zone = lookUpZone(latitude, longitude);
  return zone === '' ? undefined : zone;
};

/** The nearest airport within `withinKm` that passes the test. */
const nearest = (
  airports: readonly KnownAirport[],
  point: Coordinates,
  accept: (airport: KnownAirport, km: number) => boolean,
): KnownAirport | undefined => {
  let best: { airport: KnownAirport; km: number } | undefined;
  for (const airport of airports) {
    // One degree of latitude is 111 km; most airports are ruled out without trigonometry.
    if (Math.abs(airport.latitude - point.latitude) > 1.5) continue;
    const km = distanceInKm(airport, point);
    if (accept(airport, km) && (best === undefined || km < best.km)) best = { airport, km };
  }
  return best?.airport;
};

const reachInKm = 120;

/** The country of a point: that of its zone, because zones end at borders; at sea that of the nearest known airport within 120 km. */
export const countryAt = (point: Coordinates, airports: readonly KnownAirport[]): string | undefined => {
  const zone = zoneAt(point);
  const byZone = zone === undefined ? undefined : countryOfZone(zone);
  return byZone ?? nearest(airports, point, (_, km) => km <= reachInKm)?.countryCode;
};

const withoutBrackets = (city: string): string => city.replace(/\s*[(/,].*$/, '').trim();

/** The city of the nearest large airport with scheduled flights in the same country, within 120 km: `Paris (Roissy-en-France)` → `Paris`. */
export const cityNear = (
  point: Coordinates,
  country: string,
  airports: readonly KnownAirport[],
): string | undefined => {
  const accept = (airport: KnownAirport, km: number): boolean =>
    km <= reachInKm && airport.size === 'large' && airport.scheduledService && airport.countryCode === country;
  const found = nearest(airports, point, accept);
  return found === undefined ? undefined : withoutBrackets(found.city);
};
