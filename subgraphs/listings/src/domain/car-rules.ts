import { isVisible } from '@meridian/platform/values/name';
import type { Problem } from '@meridian/platform/values/problems';
import type { Car } from './listing.ts';
import { collectProblems, isBetween, isPrice } from './problems.ts';
import { checkPlace } from './stay-rules.ts';

const firstCarYear = 1886;

/** Everything that is wrong with a car. Paths are those of the mutation's input. @param thisYear next year's models are sold in it */
export function carProblems(car: Car, thisYear: number): readonly Problem[] {
  const problems = collectProblems();
  checkPlace(problems, car);
  problems.require(isVisible(car.make), 'make', 'Name the maker.');
  problems.require(isVisible(car.model), 'model', 'Name the model.');
  problems.require(
    isBetween(car.year, firstCarYear, thisYear + 1),
    'year',
    `A car was built between ${firstCarYear} and next year.`,
  );
  problems.require(isBetween(car.seats, 1, 20), 'seats', 'A car has 1 to 20 seats.');
  problems.require(car.doors === null || isBetween(car.doors, 0, 10), 'doors', 'A car has 0 to 10 doors.');
  problems.require(
    isPrice(car.dailyPriceMinor),
    'dailyPrice',
    'A price is 0 or more, and less than a trillion of the currency’s smallest units.',
  );
  problems.require(
    isPrice(car.serviceFeeMinor),
    'serviceFee',
    'A fee is 0 or more, and less than a trillion of the currency’s smallest units.',
  );
  problems.require(
    isBetween(car.taxPerMille, 0, 500),
    'taxPercent',
    'A tax is 0 to 50 per cent, with at most one digit.',
  );
  problems.require(isBetween(car.units, 0, 999), 'units', 'There are 0 to 999 of a car.');
  problems.require(car.availableUntil >= car.availableFrom, 'availableUntil', 'The end is not before the beginning.');
  return problems.list();
}
