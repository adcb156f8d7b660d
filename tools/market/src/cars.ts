import type { CarClass, CarRecord } from '@meridian/schema/contracts/car-records';
import { identified } from '@meridian/schema/contracts/content-hash';
import type { MarketAirport } from './airports.ts';
import type { City } from './cities.ts';
import { vendorOf } from './hosts.ts';
import { dealFactor, priced, quirk } from './prices.ts';
import { createRandom } from './random.ts';

const carsPerCity = 14;
const carCities = 62;

type Model = Readonly<{
  carClass: CarClass;
  make: string;
  model: string;
  seats: number;
  doors: number;
  fuel: NonNullable<CarRecord['fuel']>;
  dayInUsd: number;
}>;

/** Class, make and model, seats, doors, fuel, day rate in US dollars of the class. Two cars of a class cost about the same. */
const models: readonly [Model, ...Model[]] = [
  { carClass: 'ECONOMY', make: 'Toyota', model: 'Yaris', seats: 5, doors: 5, fuel: 'HYBRID', dayInUsd: 36 },
  { carClass: 'ECONOMY', make: 'Fiat', model: 'Panda', seats: 4, doors: 5, fuel: 'PETROL', dayInUsd: 36 },
  { carClass: 'COMPACT', make: 'Volkswagen', model: 'Golf', seats: 5, doors: 5, fuel: 'PETROL', dayInUsd: 46 },
  { carClass: 'COMPACT', make: 'Renault', model: 'Megane E-Tech', seats: 5, doors: 5, fuel: 'ELECTRIC', dayInUsd: 46 },
  { carClass: 'MIDSIZE', make: 'Skoda', model: 'Octavia', seats: 5, doors: 5, fuel: 'DIESEL', dayInUsd: 58 },
  { carClass: 'SUV', make: 'Hyundai', model: 'Tucson', seats: 5, doors: 5, fuel: 'HYBRID', dayInUsd: 74 },
  { carClass: 'SUV', make: 'Volvo', model: 'XC60', seats: 5, doors: 5, fuel: 'DIESEL', dayInUsd: 74 },
  { carClass: 'MINIVAN', make: 'Kia', model: 'Carnival', seats: 8, doors: 5, fuel: 'DIESEL', dayInUsd: 92 },
  { carClass: 'LUXURY', make: 'BMW', model: 'i5', seats: 5, doors: 4, fuel: 'ELECTRIC', dayInUsd: 140 },
];

/** The classes of the market, each with its ordinary day rate in US dollars before the city's level of prices. */
export const carClasses: ReadonlyMap<CarClass, number> = new Map(
  models.map(({ carClass, dayInUsd }) => [carClass, dayInUsd]),
);

/** What a day costs on average, in US dollars; without the quirks of a single car. */
export const ordinaryDayInUsd = (city: City, carClass: CarClass): number =>
  (carClasses.get(carClass) ?? 50) * (0.6 + city.nightInUsd / 350);

/** Where cars are for hire: at the airports that come first. */
export const citiesWithCars = (airports: readonly MarketAirport[]): readonly MarketAirport[] =>
  airports.slice(0, carCities);

export type MarketCar = Readonly<{ city: City; record: Omit<CarRecord, 'contentHash'> }>;

const carAt = ({ city, record: place }: MarketAirport, index: number): MarketCar => {
  const key = `${city.iata}:${index}`;
  const random = createRandom(`car:${key}`);
  const { dayInUsd: _, ...model } = models[index % models.length] ?? models[0];
  const rate = ordinaryDayInUsd(city, model.carClass) * quirk(`car:${key}`, 0.07) * dealFactor(`car:${key}`);
  const atAirport = index % 2 === 0;
  const spread = atAirport ? 0.01 : 0.09;
  const record = {
    sourceKey: `demo:car:${key}`,
    ...model,
    host: vendorOf(key),
    year: random.int(2021, 2026),
    transmission:
      model.fuel === 'ELECTRIC' || model.fuel === 'HYBRID' || random.chance(0.5)
        ? ('AUTOMATIC' as const)
        : ('MANUAL' as const),
    city: city.name,
    countryCode: place.countryCode,
    timeZone: place.timeZone,
    ...(atAirport ? { airport: city.iata } : {}),
    latitude: place.latitude + random.between(-spread, spread),
    longitude: place.longitude + random.between(-spread, spread),
    dailyRate: priced(rate, city.currency),
    fleetSize: atAirport ? random.int(2, 8) : 1,
    airConditioning: true,
    freeCancellation: random.chance(0.7),
    instantBook: atAirport || random.chance(0.5),
    pictureSeeds: [`${key}:0`, `${key}:1`],
  };
  return { city, record };
};

/** Every car of the market, without owner and reviews. The same cars at every start. */
export const buildCars = (airports: readonly MarketAirport[]): readonly MarketCar[] =>
  citiesWithCars(airports).flatMap((airport) =>
    Array.from({ length: carsPerCity }, (_, index) => carAt(airport, index)),
  );

/** A car as a record: the owner's, and rated. */
export const carRecord = (
  car: MarketCar,
  ownerId: string,
  reviews: Readonly<{ rating?: number; reviewCount: number }>,
): CarRecord => identified({ ...car.record, ownerId, ...reviews });
