import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';
import type { Clock } from '@meridian/platform/time/clock';
import { isCurrencyCode } from '@meridian/platform/values/currency';
import { fromDecimal } from '@meridian/platform/values/money';
import type { Problem, ValidationFailure } from '@meridian/platform/values/problems';
import { isText } from '@meridian/platform/values/validation';
import { toBasis } from '../domain/basis.ts';
import { invalid } from '../domain/failures.ts';
import type { LimitInput } from '../domain/watch-rules.ts';
import type { DealCriteria } from '../ports/deal-book.ts';

/** A filter as a caller writes it: the price in any currency. */
export type ReadDealFilterRequest = Omit<DealCriteria, 'maxBasisMinor'> & Readonly<{ maxPrice?: LimitInput }>;

/** The filter as the store reads it, or what is wrong with it. */
export type CriteriaAnswer = Readonly<{ ok: true; criteria: DealCriteria } | { ok: false; failure: ValidationFailure }>;

/** More than the values of any list, so that no filter that says each once is refused. */
const longestList = 20;
const longestCity = 100;
const lists = ['kinds', 'grades', 'tags'] as const;

/** What is wrong with a filter's own values. A subscriber's filter is kept for as long as it listens, so each part has a bound. */
function problemsOf(filter: Omit<ReadDealFilterRequest, 'maxPrice'>): Problem[] {
  const problems: Problem[] = lists
    .filter((list) => (filter[list]?.length ?? 0) > longestList)
    .map((list) => ({ path: ['filter', list], message: `Name at most ${longestList} values, each once.` }));
  const { minScore, city } = filter;
  if (minScore !== undefined && !(minScore >= 0 && minScore <= 100))
    problems.push({ path: ['filter', 'minScore'], message: 'Use a score from 0 to 100.' });
  if (city !== undefined && !isText(city, { minLength: 1, maxLength: longestCity }))
    problems.push({ path: ['filter', 'city'], message: `Name the city, with at most ${longestCity} characters.` });
  return problems;
}

/** Each value once: a second one would narrow nothing, and cost a comparison for every deal. */
const distinct = (filter: Omit<ReadDealFilterRequest, 'maxPrice'>): DealCriteria => ({
  ...filter,
  ...(filter.kinds ? { kinds: [...new Set(filter.kinds)] } : {}),
  ...(filter.grades ? { grades: [...new Set(filter.grades)] } : {}),
  ...(filter.tags ? { tags: [...new Set(filter.tags)] } : {}),
});

/** Reads a filter: within bounds, each value once, its price limit on the basis currency at the rate of today. */
export const createReadDealFilter =
  (deps: { rates: ExchangeRates; clock: Clock }) =>
  ({ maxPrice, ...filter }: ReadDealFilterRequest): CriteriaAnswer => {
    const problems = problemsOf(filter);
    if (problems.length > 0) return invalid(problems);
    const criteria = distinct(filter);
    if (maxPrice === undefined) return { ok: true, criteria };
    const { amount, currency } = maxPrice;
    const price = isCurrencyCode(currency) ? fromDecimal(amount, currency) : undefined;
    const basis = price && toBasis(price, deps.rates.at(deps.clock.now()));
    return basis === undefined
      ? invalid([{ path: ['filter', 'maxPrice'], message: `Use an amount with the digits that ${currency} has.` }])
      : { ok: true, criteria: { ...criteria, maxBasisMinor: basis } };
  };
