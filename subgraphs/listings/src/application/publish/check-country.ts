import { isCountryCode } from '@meridian/platform/values/country';
import { type GeoPoint, isGeoPoint, pointAt } from '@meridian/platform/values/geo';
import { countryOfZone } from '@meridian/platform/values/zone-countries';
import lookUpZone from '@photostructure/tz-lookup';
import type { Problems } from '../../domain/problems.ts';

/**
 * The map of zones draws borders and coasts coarsely: of 4,500 airports of OurAirports, 95 lie on the wrong side of one.
 * Looking so far around, and with what stands in `mapped`, each of them is where it says.
 */
const bordersInKm = [50, 100, 200];
const bearings = [0, 45, 90, 135, 180, 225, 270, 315];

/** Territories with a code of their own in ISO 3166-1, of which many people name the country that they belong to. */
const territories: Readonly<Record<string, string>> = {
  AU: 'CC CX NF',
  CN: 'HK MO',
  DK: 'FO GL',
  FI: 'AX',
  FR: 'BL GF GP MF MQ NC PF PM RE TF WF YT',
  GB: 'AI BM FK GG GI GS IM IO JE KY MS PN SH TC VG',
  MA: 'EH',
  NL: 'AW BQ CW SX',
  NO: 'BV SJ',
  NZ: 'CK NU TK',
  US: 'AS GU MP PR UM VI',
};
/** Where the map has the zone of a neighbour: Grenada, the Ilemi triangle, Caprivi, the Vatican, the north of Vietnam, Kosovo. */
const mapped: Readonly<Record<string, string>> = { GD: 'VC', KE: 'SS', NA: 'BW', VA: 'IT', VN: 'TH', XK: 'RS' };

const goesFor = (country: string, there: string): boolean =>
  country === there || mapped[country] === there || (territories[country] ?? '').split(' ').includes(there);

const countryAt = ({ latitude, longitude }: GeoPoint): string | undefined =>
  countryOfZone(lookUpZone(latitude, longitude));

/**
 * Notes a country in which the coordinates do not lie, by the borders of time zones: they never run across two countries. At sea
 * nothing is noted, nor near a border, where the map may err.
 */
export function checkCountry(problems: Problems, place: GeoPoint & Readonly<{ countryCode: string }>): void {
  if (!isGeoPoint(place) || !isCountryCode(place.countryCode)) return;
  const there = countryAt(place);
  if (there === undefined || goesFor(place.countryCode, there)) return;
  const around = bordersInKm.flatMap((km) => bearings.map((degrees) => countryAt(pointAt(place, { km, degrees }))));
  const isNear = around.some((country) => country !== undefined && goesFor(place.countryCode, country));
  problems.require(isNear, 'countryCode', `These coordinates lie in ${there}, far from ${place.countryCode}.`);
}
