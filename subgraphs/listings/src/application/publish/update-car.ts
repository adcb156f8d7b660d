import { addDays, todayIn } from '@meridian/platform/values/local-date';
import { isText } from '@meridian/platform/values/validation';
import { type CancellationPolicyName, termsOf } from '../../domain/cancellation.ts';
import { hireHorizonInDays } from '../../domain/car-draft.ts';
import { carProblems } from '../../domain/car-rules.ts';
import { invalid, type Refusal } from '../../domain/failures.ts';
import type { Car } from '../../domain/listing.ts';
import { collectProblems, type Problems } from '../../domain/problems.ts';
import { type ChangeOf, openForChange, type PublishDeps, type UpdateFailure } from './publish-deps.ts';
import { createAmountReader, readTax, requirePaid } from './read-amounts.ts';
import { isChange, storeChange } from './store-change.ts';

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

function changed(problems: Problems, car: Car, request: UpdateCarRequest): Car {
  const read = createAmountReader(problems, car.currency);
  const { dailyPrice, serviceFee, taxPercent, description, cancellationPolicy } = request;
  const isDescription = description === undefined || isText(description, { minLength: 1, maxLength: 4_000 });
  problems.require(isDescription, 'description', 'A description has 1 to 4,000 characters.');
  return {
    ...car,
    dailyPriceMinor: dailyPrice === undefined ? car.dailyPriceMinor : read(dailyPrice, 'dailyPrice'),
    serviceFeeMinor: serviceFee === undefined ? car.serviceFeeMinor : read(serviceFee, 'serviceFee'),
    taxPerMille: taxPercent === undefined ? car.taxPerMille : readTax(problems, taxPercent, 'taxPercent'),
    units: request.units ?? car.units,
    description: description ?? car.description,
    cancellation: cancellationPolicy ? termsOf(cancellationPolicy) : car.cancellation,
    instantBook: request.instantBook ?? car.instantBook,
  };
}

/** Each change of its owner's moves the end of what can be hired ahead again. */
const hiredAhead = (before: Car, after: Car, now: number): Car =>
  isChange(before, after)
    ? { ...after, availableUntil: addDays(todayIn(after.timeZone, now), hireHorizonInDays) }
    : after;

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
      const before = opened.listing;
      const car = changed(problems, before, request);
      requirePaid(problems, car.dailyPriceMinor, { path: 'dailyPrice', what: 'A day' });
      problems.add(carProblems(car, new Date(now).getUTCFullYear()));
      if (problems.list().length > 0) return invalid(problems.list());
      return { ok: true, car: await storeChange(transaction, { before, after: hiredAhead(before, car, now), now }) };
    });
