import { identified } from '@meridian/schema/contracts/content-hash';
import type { RouteRecord } from '@meridian/schema/contracts/place-records';
import { parseWhole } from '../values/parse-number.ts';
import { type Format, type FormatContext, openFormat, type Reading, skip } from './format.ts';

type Route = Omit<RouteRecord, 'sourceKey' | 'contentHash'>;

const isAirline = (code: string): boolean => /^([A-Z0-9]{2}|[A-Z]{3})$/.test(code);
const isAirport = (code: string): boolean => /^[A-Z]{3}$/.test(code);

const read = (fields: readonly string[]): Reading<Route> => {
  const [airline = '', , origin = '', , destination = '', , codeshare = '', stopsText = '', equipment = ''] =
    fields.map((field) => field.trim());
  if (!isAirline(airline)) return skip(`"${airline}" is no airline code`);
  for (const code of [origin, destination]) if (!isAirport(code)) return skip(`"${code}" is no IATA airport code`);
  if (origin === destination) return skip('origin and destination are the same');
  const stops = parseWhole(stopsText);
  if (stops === undefined || stops < 0) return skip(`"${stopsText}" is no number of stops`);
  const parsed = {
    airline,
    origin,
    destination,
    stops,
    codeshare: codeshare === 'Y',
    equipment: equipment.split(/\s+/).filter((code) => code !== '' && code !== '\\N'),
  };
  return { ok: true, parsed, key: `openflights:route:${airline}:${origin}-${destination}` };
};

const problem = (fields: readonly string[]): string | undefined => {
  if (!isAirline(fields[0]?.trim() ?? '')) return 'the first column of the first row is no airline code';
  return parseWhole(fields[7]?.trim() ?? '') === undefined
    ? 'the eighth column of the first row is no number of stops'
    : undefined;
};

const open = ({ listings }: FormatContext) =>
  openFormat<Route>({
    read,
    write: (items) => listings.upsertRoutes(items.map(({ parsed, sourceKey }) => identified({ sourceKey, ...parsed }))),
  });

/** OpenFlights' `routes.dat`: 9 columns, no header, as of 2014. */
export const openflightsRoutes: Format = {
  name: 'openflights-routes',
  source: 'openflights',
  header: { columns: 9, problem },
  // The last column is a list of aircraft, which may have any length.
  whole: {},
  open,
};
