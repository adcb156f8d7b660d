import { addDays, todayIn } from '@meridian/platform/values/local-date';
import { isText } from '@meridian/platform/values/validation';
import { type CancellationPolicyName, termsOf } from '../../domain/cancellation.ts';
import { hireHorizonInDays } from '../../domain/car-draft.ts';
import { carProblems } from '../../domain/car-rules.ts';
import { invalid, type Refusal } from '../../domain/failures.ts';
import type { Car } from '../../domain/listing.ts';
import { collectProblems, type Problems } from '../../domain/problems.ts';
import { type ChangeOf, openForChange, type PublishDeps, type UpdateFailure } from './publish-deps.ts';
import { createAmountReader, readTax } from './read-amounts.ts';

/** What changes on a car; what is absent stays. */
export type UpdateCarRequest = ChangeOf &
  Readonly<{
    dailyPrice?: string;
    serviceFee?: string;
    taxPercent?: number;
    units?: number;
    description?: string;
    cancellationPolicy?: CancellationPolicyName;
    instantBook?: boolean;
  }>;

function changed(
  car: Car,
  request: UpdateCarRequest,
  { problems, now }: Readonly<{ problems: Problems; now: number }>,
): Car {
  const read = createAmountReader(problems, car.currency);
  const { dailyPrice, serviceFee, taxPercent, description, cancellationPolicy } = request;
  const isDescription = description === undefined || isText(description, { minLength: 1, maxLength: 4_000 });
  problems.require(isDescription, 'description', 'A description has 1 to 4,000 characters.');
  return {
    ...car,
    version: car.version + 1,
    updatedAt: now,
    dailyPriceMinor: dailyPrice === undefined ? car.dailyPriceMinor : read(dailyPrice, 'dailyPrice'),
    serviceFeeMinor: serviceFee === undefined ? car.serviceFeeMinor : read(serviceFee, 'serviceFee'),
    taxPerMille: taxPercent === undefined ? car.taxPerMille : readTax(problems, taxPercent, 'taxPercent'),
    units: request.units ?? car.units,
    description: description ?? car.description,
    cancellation: cancellationPolicy ? termsOf(cancellationPolicy) : car.cancellation,
    instantBook: request.instantBook ?? car.instantBook,
    // Each change of its owner's moves the end of what can be hired ahead again.
    availableUntil: addDays(todayIn(car.timeZone, now), hireHorizonInDays),
  };
}

type Answer = Readonly<{ ok: true; car: Car }> | Refusal<UpdateFailure>;

/** Changes a car of the caller's. */
export const createUpdateCar =
  (deps: PublishDeps) =>
  (request: UpdateCarRequest): Promise<Answer> =>
    deps.store.transaction(async (transaction): Promise<Answer> => {
      const opened = await openForChange(transaction, request, 'CAR');
      if (!opened.ok) return opened;
      const problems = collectProblems('input');
      const now = deps.clock.now();
      const car = changed(opened.listing, request, { problems, now });
      problems.require(car.dailyPriceMinor !== 0, 'dailyPrice', 'A day costs more than 0.');
      problems.add(carProblems(car, new Date(now).getUTCFullYear()));
      if (problems.list().length > 0) return invalid(problems.list());
      await transaction.listings.write([{ listing: car, isNew: false }]);
      return { ok: true, car };
    });
