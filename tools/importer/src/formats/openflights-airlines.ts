import { identified } from '@meridian/schema/contracts/content-hash';
import type { AirlineRecord } from '@meridian/schema/contracts/place-records';
import { countryByName } from '../geography/country-names.ts';
import { parseText } from '../values/parse-values.ts';
import { type Format, type FormatContext, openFormat, type Reading, skip } from './format.ts';

type Airline = Omit<AirlineRecord, 'sourceKey' | 'contentHash'>;

const read = (fields: readonly string[]): Reading<Airline> => {
  const [id = '', nameText = '', , iata = '', icao = '', callsign = '', country = '', active = ''] = fields.map(
    (field) => field.trim(),
  );
  if (!/^-?\d+$/.test(id)) return skip(`"${id}" is no OpenFlights id`);
  const [hasIata, hasIcao] = [/^[A-Z0-9]{2}$/.test(iata), /^[A-Z]{3}$/.test(icao)];
  if (!hasIata && !hasIcao) return skip('no IATA or ICAO code');
  const name = parseText(nameText);
  if (name === undefined) return skip('no name');
  if (!/^[YN]$/i.test(active)) return skip(`"${active}" is neither Y nor N for active`);
  const [radio, countryName] = [parseText(callsign), parseText(country)];
  const countryCode = countryName === undefined ? undefined : countryByName(countryName);
  const parsed: Airline = {
    ...(hasIata ? { iata } : {}),
    ...(hasIcao ? { icao } : {}),
    name,
    ...(radio === undefined ? {} : { callsign: radio }),
    ...(countryName === undefined ? {} : { countryName }),
    ...(countryCode === undefined ? {} : { countryCode }),
    active: active.toUpperCase() === 'Y',
  };
  return { ok: true, parsed, key: `openflights:airline:${id}` };
};

const problem = (fields: readonly string[]): string | undefined => {
  if (!/^-?\d+$/.test(fields[0]?.trim() ?? '')) return 'the first column of the first row is no id';
  return /^[YN]$/i.test(fields[7]?.trim() ?? '') ? undefined : 'the last column of the first row is neither Y nor N';
};

const open = ({ listings }: FormatContext) =>
  openFormat<Airline>({
    read,
    write: (items) =>
      listings.upsertAirlines(items.map(({ parsed, sourceKey }) => identified({ sourceKey, ...parsed }))),
  });

/** OpenFlights' `airlines.dat`: 8 columns, no header, `\N` for nothing. */
export const openflightsAirlines: Format = {
  name: 'openflights-airlines',
  source: 'openflights',
  header: { columns: 8, problem },
  whole: { '7': (active) => /^[YN]$/i.test(active) },
  open,
};
