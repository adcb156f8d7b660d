import { addDays } from '@meridian/platform/values/local-date';
import { identified } from '@meridian/schema/contracts/content-hash';
import type { Cabin } from '@meridian/schema/contracts/flight-records';
import type { FlightObservation } from '@meridian/schema/contracts/observation-records';
import type { IntakeMoney } from '@meridian/schema/contracts/record';
import { type DateShift, shiftObserved, shiftTravel } from '../date-shift.ts';
import { airportOfCity } from '../geography/match-city.ts';
import { isLeadTime } from '../plausible-dates.ts';
import { parseMoney, whyNoAmount } from '../values/parse-money.ts';
import { parseWhole } from '../values/parse-number.ts';
import { type Format, type FormatContext, type Item, openFormat, type Reading, skip } from './format.ts';

type Offer = Readonly<{
  origin: string;
  destination: string;
  cabin: Cabin;
  stops: number;
  carrier: string | undefined;
  price: IntakeMoney;
  daysLeft: number;
  observedOn: string;
}>;

/** The published data set is one crawl: its authors count days left from this day. Other crawls: `--observed-on`. */
const defaultObservedOn = '2022-02-10';
const columns = [
  'airline',
  'flight',
  'source_city',
  'departure_time',
  'stops',
  'arrival_time',
  'destination_city',
  'class',
  'duration',
  'days_left',
  'price',
] as const;

const stopsByWord: Readonly<Record<string, number>> = { zero: 0, one: 1, two_or_more: 2 };
const cabins: Readonly<Record<string, Cabin>> = {
  economy: 'ECONOMY',
  'premium economy': 'PREMIUM_ECONOMY',
  business: 'BUSINESS',
  first: 'FIRST',
};

type Cities = (name: string) => string | undefined;

/** Remembers the match per name: a search over all airports for each of 300,000 rows would take hours. */
const createCities = (context: FormatContext): Cities => {
  const known = new Map<string, string | undefined>();
  return (name) => {
    if (!known.has(name)) known.set(name, airportOfCity(context.airports, name, 'IN')?.iata);
    return known.get(name);
  };
};

const read = (
  get: (column: string) => string,
  cities: Cities,
  defaults: Readonly<{ currency: string; observedOn: string }>,
): Reading<Offer> => {
  const [from, to] = [get('source_city'), get('destination_city')];
  const [origin, destination] = [cities(from), cities(to)];
  if (origin === undefined) return skip(`unknown city ${from}; import ourairports first`);
  if (destination === undefined) return skip(`unknown city ${to}; import ourairports first`);
  if (origin === destination) return skip('origin and destination are the same');
  const [stops, cabin] = [stopsByWord[get('stops').toLowerCase()], cabins[get('class').toLowerCase()]];
  if (stops === undefined) return skip(`"${get('stops')}" is no number of stops`);
  if (cabin === undefined) return skip(`"${get('class')}" is no cabin`);
  const daysLeft = parseWhole(get('days_left'));
  if (!isLeadTime(daysLeft)) return skip(`"${get('days_left')}" is no number of days from 0 to 3650`);
  const price = parseMoney(get('price'), defaults.currency);
  if (price === undefined) return skip(whyNoAmount(get('price'), { currency: defaults.currency, what: 'price' }));
  if (price.minor <= 0) return skip(`"${get('price')}" is no price`);
  const carrier = /^([A-Z0-9]{2})-?\d+$/i.exec(get('flight'))?.[1]?.toUpperCase();
  const { observedOn } = defaults;
  const content = [observedOn, defaults.currency, ...columns.map(get)];
  return {
    ok: true,
    parsed: { origin, destination, cabin, stops, carrier, price, daysLeft, observedOn },
    content,
    travelDate: addDays(observedOn, daysLeft),
    observedDate: observedOn,
  };
};

const observation = ({ parsed, sourceKey }: Item<Offer>, shift: DateShift): FlightObservation => {
  const { daysLeft, observedOn, carrier, ...offer } = parsed;
  return identified({
    sourceKey,
    kind: 'FLIGHT' as const,
    ...offer,
    ...(carrier === undefined ? {} : { carrier }),
    observedAt: Date.parse(`${shiftObserved(observedOn, shift)}T00:00:00Z`),
    travelDate: shiftTravel(addDays(observedOn, daysLeft), shift),
    leadTimeInDays: daysLeft,
    source: 'easemytrip',
    historical: true,
  });
};

const open = (context: FormatContext) => {
  const cities = createCities(context);
  const defaults = {
    currency: context.options.currency ?? 'INR',
    observedOn: context.options.observedOn ?? defaultObservedOn,
  };
  return openFormat<Offer>({
    read: (fields) => read((column) => context.field(fields, column), cities, defaults),
    write: (items, shift) => context.prices.recordObservations(items.map((item) => observation(item, shift))),
  });
};

/** "Flight Price Prediction": price observations only, because departure times are words (`Evening`). */
export const easemytrip: Format = {
  name: 'easemytrip',
  source: 'easemytrip',
  header: { required: columns, optional: [''], others: 'refused' },
  // The last column is a price: 59 of 5953 looks whole.
  whole: {},
  open,
};
