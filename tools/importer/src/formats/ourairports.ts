import { isCountryCode } from '@meridian/platform/values/country';
import { nameOf } from '@meridian/platform/values/name';
import { identified } from '@meridian/schema/contracts/content-hash';
import type { AirportRecord } from '@meridian/schema/contracts/place-records';
import { zoneAt } from '../geography/locate.ts';
import { parseWhole } from '../values/parse-number.ts';
import { parseCoordinates, parseFlag, parseText } from '../values/parse-values.ts';
import { isWholeFlag } from '../values/whole-value.ts';
import { type Format, type FormatContext, openFormat, type Reading, skip } from './format.ts';

type Airport = Omit<AirportRecord, 'sourceKey' | 'contentHash'>;

const sizes = { large_airport: 'large', medium_airport: 'medium', small_airport: 'small' } as const;
const isSized = (type: string): type is keyof typeof sizes => type in sizes;

const icaoOf = (get: (column: string) => string): string | undefined =>
  [get('icao_code'), get('gps_code')].find((code) => /^[A-Z]{4}$/.test(code));

const keywordsOf = (text: string): string[] =>
  text
    .split(',')
    .map(nameOf)
    .filter((word) => word !== '');

const read = (get: (column: string) => string): Reading<Airport> => {
  const [type, iata, countryCode] = [get('type'), get('iata_code'), get('iso_country')];
  if (!/^[A-Z]{3}$/.test(iata)) return skip(iata === '' ? 'no IATA code' : `"${iata}" is no IATA code`);
  if (!isSized(type)) return skip(`a ${type.replaceAll('_', ' ') || 'place without a type'} is no airport`);
  if (!isCountryCode(countryCode)) return skip(`"${countryCode}" is no country code`);
  const point = parseCoordinates(get('latitude_deg'), get('longitude_deg'));
  if (point === undefined) return skip('no valid coordinates');
  const timeZone = zoneAt(point);
  if (timeZone === undefined) return skip('no time zone at these coordinates');
  const name = parseText(get('name'));
  if (name === undefined) return skip('no name');
  const id = parseWhole(get('id'));
  if (id === undefined) return skip(`"${get('id')}" is no id`);
  const elevationInFeet = parseWhole(get('elevation_ft'));
  const [icao, subdivision] = [icaoOf(get), parseText(get('iso_region'))];
  const parsed: Airport = {
    iata,
    ...(icao === undefined ? {} : { icao }),
    name,
    city: parseText(get('municipality')) ?? name,
    countryCode,
    ...(subdivision === undefined ? {} : { subdivision }),
    ...point,
    ...(elevationInFeet === undefined ? {} : { elevationInFeet }),
    timeZone,
    size: sizes[type],
    scheduledService: parseFlag(get('scheduled_service')) ?? false,
    keywords: keywordsOf(get('keywords')),
  };
  return { ok: true, parsed, key: `ourairports:${id}` };
};

const open = ({ listings, field }: FormatContext) =>
  openFormat<Airport>({
    read: (fields) => read((column) => field(fields, column)),
    write: (items) =>
      listings.upsertAirports(items.map(({ parsed, sourceKey }) => identified({ sourceKey, ...parsed }))),
  });

/** OurAirports' `airports.csv`, whole or cut to some sizes. */
export const ourairports: Format = {
  name: 'ourairports',
  source: 'ourairports',
  header: {
    required: [
      'id',
      'type',
      'name',
      'latitude_deg',
      'longitude_deg',
      'iso_country',
      'municipality',
      'scheduled_service',
      'iata_code',
    ],
    optional: [],
    others: 'allowed',
  },
  // The last column is a free text, the keywords.
  whole: { scheduled_service: isWholeFlag },
  open,
};
