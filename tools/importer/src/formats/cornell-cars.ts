import { isCountryCode } from '@meridian/platform/values/country';
import type { CarClass, CarRecord } from '@meridian/schema/contracts/car-records';
import { identified } from '@meridian/schema/contracts/content-hash';
import { zoneAt } from '../geography/locate.ts';
import { parseMoney, whyNoAmount } from '../values/parse-money.ts';
import { parseNumber, parseWhole } from '../values/parse-number.ts';
import { parseCoordinates, parseText } from '../values/parse-values.ts';
import { type Format, type FormatContext, openFormat, type Reading, skip } from './format.ts';

type Car = Omit<CarRecord, 'sourceKey' | 'contentHash' | 'pictureSeeds'>;

/** Seats are not in the data; these are usual for the class. */
const classes: Readonly<Record<string, Readonly<{ carClass: CarClass; seats: number }>>> = {
  car: { carClass: 'MIDSIZE', seats: 5 },
  suv: { carClass: 'SUV', seats: 5 },
  minivan: { carClass: 'MINIVAN', seats: 7 },
  van: { carClass: 'VAN', seats: 8 },
  truck: { carClass: 'TRUCK', seats: 5 },
};

const luxuryMakes = new Set(
  'acura,alfa romeo,aston martin,audi,bentley,bmw,cadillac,ferrari,genesis,infiniti,jaguar,lamborghini,land rover,lexus,lincoln,lotus,maserati,maybach,mclaren,mercedes-benz,polestar,porsche,rolls-royce,tesla,volvo'.split(
    ',',
  ),
);

const fuels: Readonly<Record<string, NonNullable<CarRecord['fuel']>>> = {
  GASOLINE: 'PETROL',
  PETROL: 'PETROL',
  DIESEL: 'DIESEL',
  HYBRID: 'HYBRID',
  ELECTRIC: 'ELECTRIC',
};

const vehicleOf = (get: (column: string) => string) => {
  const [make, model] = [parseText(get('vehicle.make')), parseText(get('vehicle.model'))];
  if (make === undefined || model === undefined) return undefined;
  const type = get('vehicle.type').toLowerCase();
  const usual = classes[type] ?? { carClass: 'MIDSIZE' as const, seats: 5 };
  const carClass = type === 'car' && luxuryMakes.has(make.toLowerCase()) ? ('LUXURY' as const) : usual.carClass;
  const fuel = fuels[get('fuelType').toUpperCase()];
  return { make, model, carClass, vehicleType: type, seats: usual.seats, ...(fuel === undefined ? {} : { fuel }) };
};

const reputationOf = (get: (column: string) => string) => {
  const [rating, reviewCount, tripCount] = [
    parseNumber(get('rating')),
    parseWhole(get('reviewCount')),
    parseWhole(get('renterTripsTaken')),
  ];
  return {
    ...(rating !== undefined && rating >= 0 && rating <= 5 ? { rating } : {}),
    ...(reviewCount === undefined ? {} : { reviewCount }),
    ...(tripCount === undefined ? {} : { tripCount }),
  };
};

const oldest = 1900;
const newest = 2100;

const read = (get: (column: string) => string, currency: string): Reading<Car> => {
  const point = parseCoordinates(get('location.latitude'), get('location.longitude'));
  if (point === undefined) return skip('no valid coordinates');
  const [timeZone, countryCode] = [zoneAt(point), get('location.country').toUpperCase()];
  if (timeZone === undefined) return skip('no time zone at these coordinates');
  if (!isCountryCode(countryCode)) return skip(`"${countryCode}" is no country code`);
  const city = parseText(get('location.city'));
  if (city === undefined) return skip('no city');
  const vehicle = vehicleOf(get);
  if (vehicle === undefined) return skip('no make or model');
  if (classes[vehicle.vehicleType] === undefined) return skip(`"${vehicle.vehicleType}" is no known type of vehicle`);
  const year = parseWhole(get('vehicle.year'));
  if (year === undefined || year < oldest || year > newest) return skip(`"${get('vehicle.year')}" is no year`);
  const dailyRate = parseMoney(get('rate.daily'), currency);
  if (dailyRate === undefined) return skip(whyNoAmount(get('rate.daily'), { currency, what: 'daily rate' }));
  if (dailyRate.minor <= 0) return skip(`"${get('rate.daily')}" is no daily rate`);
  const owner = parseWhole(get('owner.id'));
  const subdivision = parseText(get('location.state'));
  const host = owner === undefined ? {} : { host: { sourceKey: `cornell:owner:${owner}`, name: `Owner ${owner}` } };
  const parsed: Car = {
    ...host,
    ...vehicle,
    year,
    city,
    ...(subdivision === undefined ? {} : { subdivision: `${countryCode}-${subdivision}` }),
    countryCode,
    timeZone,
    ...point,
    dailyRate,
    fleetSize: 1,
    ...reputationOf(get),
  };
  return { ok: true, parsed };
};

const open = ({ listings, field, options }: FormatContext) =>
  openFormat<Car>({
    read: (fields) => read((column) => field(fields, column), options.currency ?? 'USD'),
    write: (items) =>
      listings.upsertCars(
        items.map(({ parsed, sourceKey }) => identified({ sourceKey, ...parsed, pictureSeeds: [sourceKey] })),
      ),
  });

/** "Cornell Car Rental Dataset": offers of private owners, each one car. */
export const cornellCars: Format = {
  name: 'cornell-cars',
  source: 'cornell-cars',
  header: {
    required: [
      'fuelType',
      'rating',
      'renterTripsTaken',
      'reviewCount',
      'location.city',
      'location.country',
      'location.latitude',
      'location.longitude',
      'location.state',
      'owner.id',
      'rate.daily',
      'vehicle.make',
      'vehicle.model',
      'vehicle.type',
      'vehicle.year',
    ],
    optional: ['airportcity'],
    others: 'refused',
  },
  // The last column is a name or a year: a cut one looks whole.
  whole: {},
  open,
};
