import type { Principal } from '@meridian/platform/identity/principal';
import { addDays, todayIn } from '@meridian/platform/values/local-date';
import { nameOf } from '@meridian/platform/values/name';
import { isText } from '@meridian/platform/values/validation';
import { isTimeZone } from '@meridian/platform/values/zoned-time';
import { type CancellationPolicyName, termsOf } from '../../domain/cancellation.ts';
import { hireHorizonInDays, pickUpPlaceOf } from '../../domain/car-draft.ts';
import { carProblems } from '../../domain/car-rules.ts';
import { invalid, type Refusal, refuse } from '../../domain/failures.ts';
import { type Car, type CarClass, type Fuel, noRatings, type Transmission } from '../../domain/listing.ts';
import { collectProblems, type Problems } from '../../domain/problems.ts';
import type { Airport } from '../../ports/reference-data.ts';
import { cityPlace } from '../intake/places-of.ts';
import { checkCountry } from './check-country.ts';
import { checkNear, checkZone } from './check-place.ts';
import { type CreateFailure, ownPictures, type PublishDeps, type Publisher, publisherOf } from './publish-deps.ts';
import { createAmountReader, readTax, requirePaid } from './read-amounts.ts';

/** A car as its owner publishes it. */
export type CreateCarRequest = Readonly<{
  principal: Principal;
  carClass: CarClass;
  make: string;
  model: string;
  year: number;
  seats: number;
  doors?: number;
  transmission: Transmission;
  fuel?: Fuel;
  airConditioning?: boolean;
  city: string;
  countryCode: string;
  latitude: number;
  longitude: number;
  timeZone: string;
  airport?: string;
  currency: string;
  dailyPrice: string;
  serviceFee: string;
  taxPercent: number;
  units: number;
  description?: string;
  cancellationPolicy: CancellationPolicyName;
  instantBook: boolean;
}>;

type Drafting = Readonly<{
  id: string;
  publisher: Publisher;
  now: number;
  problems: Problems;
  airport: Airport | undefined;
}>;

function checkNames(problems: Problems, request: CreateCarRequest): void {
  for (const field of ['make', 'model', 'city'] as const) {
    problems.require(isText(request[field], { minLength: 1, maxLength: 80 }), field, 'A name has 1 to 80 characters.');
  }
  const { description } = request;
  const isDescription = description === undefined || isText(description, { minLength: 1, maxLength: 4_000 });
  problems.require(isDescription, 'description', 'A description has 1 to 4,000 characters.');
}

type Charges = Pick<Car, 'dailyPriceMinor' | 'serviceFeeMinor' | 'taxPerMille'>;

function readCharges(problems: Problems, request: CreateCarRequest): Charges {
  const read = createAmountReader(problems, request.currency);
  return {
    dailyPriceMinor: read(request.dailyPrice, 'dailyPrice'),
    serviceFeeMinor: read(request.serviceFee, 'serviceFee'),
    taxPerMille: readTax(problems, request.taxPercent, 'taxPercent'),
  };
}

function vehicleOf(request: CreateCarRequest) {
  const { carClass, make, model, year, seats, transmission, units } = request;
  const { doors = null, fuel = null, airConditioning = null } = request;
  return { carClass, make, model, year, seats, transmission, units, doors, fuel, airConditioning };
}

const withNames = (request: CreateCarRequest): CreateCarRequest => ({
  ...request,
  make: nameOf(request.make),
  model: nameOf(request.model),
  city: nameOf(request.city),
});

function draftCar(told: CreateCarRequest, { id, publisher, now, problems, airport }: Drafting): Car {
  checkNames(problems, told);
  const request = withNames(told);
  const { make, model, year, seats, city, countryCode, latitude, longitude, timeZone, currency } = request;
  const today = todayIn(isTimeZone(timeZone) ? timeZone : 'UTC', now);
  return {
    id,
    kind: 'CAR',
    version: 1,
    ownerId: publisher.userId,
    sourceKey: null,
    status: 'PUBLISHED',
    title: `${make} ${model} (${year})`,
    description: request.description ?? `${make} ${model} of ${year} for up to ${seats} people. Picked up in ${city}.`,
    ...{ city, countryCode, latitude, longitude, timeZone, currency },
    cancellation: termsOf(request.cancellationPolicy),
    instantBook: request.instantBook,
    ratings: noRatings,
    host: null,
    createdAt: now,
    updatedAt: now,
    ...vehicleOf(request),
    airport: airport?.code ?? null,
    pickUpPlace: pickUpPlaceOf({ city, airportName: airport?.name }),
    ...readCharges(problems, request),
    availableFrom: today,
    availableUntil: addDays(today, hireHorizonInDays),
  };
}

type Answer = Readonly<{ ok: true; car: Car }> | Refusal<CreateFailure>;

/** Publishes a car of the caller's. */
export const createCreateCar =
  (deps: PublishDeps) =>
  async (request: CreateCarRequest): Promise<Answer> => {
    const publisher = publisherOf(request.principal);
    if (!publisher) return refuse({ code: 'NOT_PERMITTED' });
    const problems = collectProblems('input');
    const { airport: code } = request;
    const airport = code === undefined ? undefined : (await deps.knownAirports.airports([code])).get(code);
    problems.require(code === undefined || airport !== undefined, 'airport', `No airport is known as ${code}.`);
    const now = deps.clock.now();
    const car = draftCar(request, { id: deps.ids.next('car'), publisher, now, problems, airport });
    requirePaid(problems, car.dailyPriceMinor, { path: 'dailyPrice', what: 'A day' });
    problems.require(car.units !== 0, 'units', 'What is published is there at least once.');
    problems.add(carProblems(car, new Date(now).getUTCFullYear()));
    checkZone(problems, car, now);
    checkCountry(problems, car);
    checkNear(problems, car, airport);
    if (problems.list().length > 0) return invalid(problems.list());
    return deps.store.transaction(async (transaction): Promise<Answer> => {
      await transaction.listings.write([{ listing: car, isNew: true, pictureSeeds: ownPictures(car.id) }]);
      await transaction.reference.putPlaces([cityPlace(car, 50)]);
      return { ok: true, car };
    });
  };
