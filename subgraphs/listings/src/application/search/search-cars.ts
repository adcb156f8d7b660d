import { type Converter, createConverter } from '@meridian/platform/values/exchange';
import { isLocalDateTime } from '@meridian/platform/values/zoned-time';
import { countTouchedDays, touchedDays } from '../../domain/car-price.ts';
import { type FailureOf, invalid, type Refusal } from '../../domain/failures.ts';
import { type CarClass, type Fuel, fuels, type Transmission, transmissions } from '../../domain/listing.ts';
import { maxNightsOfOffer } from '../../domain/offer.ts';
import { collectProblems, isBetween, type Problems } from '../../domain/problems.ts';
import {
  type CarCandidate,
  type CarFilter,
  type CarOption,
  type CarSort,
  carSortKey,
  searchCars,
  seatSteps,
} from '../../domain/search/car-search.ts';
import type { Choice, Chosen } from '../../domain/search/choose.ts';
import { byCount, type Facet, inOrder, type PriceFacet, priceFacet } from '../../domain/search/facets.ts';
import { createTodays } from '../../domain/todays.ts';
import { earliestDay } from './check-values.ts';
import { type FoundPlace, findPlace } from './find-place.ts';
import { priceBounds } from './price-bounds.ts';
import type { SearchDeps, SearchRequest } from './search-deps.ts';
import { type PageEnds, readPage } from './search-page.ts';
import { trackSearch } from './track-search.ts';

/** Which cars to find, as a caller says it. */
export type CarCriteria = Readonly<{
  place: string;
  pickUpAt?: string;
  dropOffAt?: string;
  classes?: readonly CarClass[];
  minSeats?: number;
  transmission?: Transmission;
  fuels?: readonly Fuel[];
  minPrice?: string;
  maxPrice?: string;
  currency: string;
}>;

/** Which cars to find, and who asks. */
export type SearchCarsRequest = SearchRequest<CarCriteria, CarSort>;

/** A car that was found. */
export type CarSearchEntry = Readonly<{
  cursor: string;
  found: Chosen<CarCandidate, CarOption>;
  converter: Converter;
  criteria: CarCriteria;
}>;

/** A page of cars, and facets over all that were found. */
export type CarSearchPage = Readonly<{
  edges: readonly CarSearchEntry[];
  totalCount: number;
  pageInfo: PageEnds;
  facetCounts: Readonly<{
    classes: readonly Facet[];
    seats: readonly Facet[];
    transmissions: readonly Facet[];
    fuels: readonly Facet[];
    price: PriceFacet | undefined;
    currency: string;
  }>;
}>;

function checkTimes(problems: Problems, { pickUpAt, dropOffAt }: CarCriteria, now: number): void {
  const isBoth = (pickUpAt === undefined) === (dropOffAt === undefined);
  problems.require(
    isBoth,
    pickUpAt === undefined ? 'input.pickUpAt' : 'input.dropOffAt',
    'Give both times, or neither.',
  );
  const isTime = (text: string | undefined) => text === undefined || isLocalDateTime(text);
  problems.require(isTime(pickUpAt), 'input.pickUpAt', 'Use a local time to the minute, such as 2027-03-01T10:00.');
  problems.require(isTime(dropOffAt), 'input.dropOffAt', 'Use a local time to the minute, such as 2027-03-04T10:00.');
  const isAhead = pickUpAt === undefined || pickUpAt.slice(0, 10) >= earliestDay(now);
  problems.require(isAhead, 'input.pickUpAt', 'The day of the pick-up is over. Choose today or a later one.');
  if (!isLocalDateTime(pickUpAt) || !isLocalDateTime(dropOffAt)) return;
  const isHire = dropOffAt > pickUpAt && countTouchedDays({ pickUpAt, dropOffAt }) <= maxNightsOfOffer + 1;
  problems.require(
    isHire,
    'input.dropOffAt',
    `Choose a drop-off after the pick-up, at most ${maxNightsOfOffer} days later.`,
  );
}

function readCriteria(criteria: CarCriteria, now: number) {
  const problems = collectProblems();
  checkTimes(problems, criteria, now);
  const { classes, minSeats, transmission, fuels: ofFuels } = criteria;
  problems.require(minSeats === undefined || isBetween(minSeats, 1, 20), 'input.minSeats', 'A car has 1 to 20 seats.');
  const told = { classes, minSeats, transmission, fuels: ofFuels };
  const filter = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as CarFilter;
  return { problems, filter: { ...filter, ...priceBounds(problems, criteria) } };
}

const hireOf = ({ pickUpAt, dropOffAt }: CarCriteria) =>
  pickUpAt !== undefined && dropOffAt !== undefined ? { pickUpAt, dropOffAt } : undefined;

async function runSearch(
  deps: SearchDeps,
  criteria: CarCriteria,
  of: Readonly<{ place: FoundPlace; filter: CarFilter; converter: Converter }>,
) {
  const { place, filter, converter } = of;
  const { airport, cityKey } = place;
  const candidates = await deps.candidates.cars({ cityKey, ...(airport === undefined ? {} : { airport }) });
  const hire = hireOf(criteria);
  const days = hire ? touchedDays(hire) : [];
  const resources = candidates.map((candidate) => candidate.resource);
  const left = hire
    ? await deps.candidates.remaining({ resources, from: days[0] ?? '', until: days.at(-1) ?? '' })
    : new Map<string, number>();
  const remaining = (resource: string, slot: string) => left.get(`${resource}@${slot}`);
  const now = deps.clock.now();
  const at = { now, todayIn: createTodays(now) };
  return searchCars(candidates, { ...(hire ? { hire } : {}), filter, converter, remaining, ...at });
}

const facetsOf = ({ counts, totals }: Choice<CarCandidate, CarOption>, currency: string) => ({
  classes: byCount(counts.get('classes')),
  seats: inOrder(counts.get('seats'), seatSteps.map(String)),
  transmissions: inOrder(counts.get('transmissions'), transmissions),
  fuels: inOrder(counts.get('fuels'), fuels),
  price: priceFacet(totals),
  currency,
});

type Answer = Readonly<{ ok: true; page: CarSearchPage }> | Refusal<FailureOf<'VALIDATION_FAILED'>>;

/** Finds cars that are free on every day of the hire. */
export const createSearchCars =
  (deps: SearchDeps) =>
  async (request: SearchCarsRequest): Promise<Answer> => {
    const { criteria, sort } = request;
    const { problems, filter } = readCriteria(criteria, deps.clock.now());
    const cut = readPage(request, { cursors: deps.cursors, kind: 'CAR', problems });
    const place = await findPlace(deps.reference, criteria.place);
    problems.require(place !== undefined, 'input.place', `No place is known as "${criteria.place.slice(0, 40)}".`);
    if (problems.list().length > 0 || !place) return invalid(problems.list());
    const converter = createConverter(deps.rates.current(), criteria.currency);
    const found = await runSearch(deps, criteria, { place, filter, converter });
    const key = (candidate: CarCandidate, option: CarOption) => carSortKey(sort, candidate, option);
    const { entries, totalCount, pageInfo } = cut(found.results, key);
    trackSearch(deps, request, { kind: 'CAR', city: place.city, results: totalCount });
    const edges = entries.map((entry) => ({ ...entry, converter, criteria }));
    return { ok: true, page: { edges, totalCount, pageInfo, facetCounts: facetsOf(found, converter.to) } };
  };
