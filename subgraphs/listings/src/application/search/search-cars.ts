import { type Converter, createConverter } from '@meridian/platform/values/exchange';
import { isLocalDateTime } from '@meridian/platform/values/zoned-time';
import { countTouchedDays, touchedDays } from '../../domain/car-price.ts';
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
import type { Chosen } from '../../domain/search/choose.ts';
import { byCount, type Facet, inOrder, type PriceFacet, priceFacet } from '../../domain/search/facets.ts';
import { cursorOf } from '../../domain/search/page.ts';
import { type Answer, answer, invalid } from '../outcome.ts';
import { type FoundPlace, findPlace } from './find-place.ts';
import { checkPage, endsOf, pageOf } from './page-results.ts';
import { priceBounds } from './price-bounds.ts';
import type { PageEnds, PageRequest, SearchDeps } from './search-deps.ts';

/** Which cars to find, as a caller says it. */
export type CarSearchRequest = Readonly<{
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

export type CarSearchEntry = Readonly<{
  cursor: string;
  found: Chosen<CarCandidate, CarOption>;
  converter: Converter;
  request: CarSearchRequest;
}>;

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

function checkTimes(problems: Problems, { pickUpAt, dropOffAt }: CarSearchRequest): void {
  const isBoth = (pickUpAt === undefined) === (dropOffAt === undefined);
  problems.require(
    isBoth,
    pickUpAt === undefined ? 'input.pickUpAt' : 'input.dropOffAt',
    'Give both times, or neither.',
  );
  const isTime = (text: string | undefined) => text === undefined || isLocalDateTime(text);
  problems.require(isTime(pickUpAt), 'input.pickUpAt', 'Use a local time to the minute, such as 2027-03-01T10:00.');
  problems.require(isTime(dropOffAt), 'input.dropOffAt', 'Use a local time to the minute, such as 2027-03-04T10:00.');
  if (!isLocalDateTime(pickUpAt) || !isLocalDateTime(dropOffAt)) return;
  const isHire = dropOffAt > pickUpAt && countTouchedDays({ pickUpAt, dropOffAt }) <= maxNightsOfOffer + 1;
  problems.require(
    isHire,
    'input.dropOffAt',
    `A car is brought back after it was picked up, at most ${maxNightsOfOffer} days later.`,
  );
}

function readRequest(request: CarSearchRequest) {
  const problems = collectProblems();
  checkTimes(problems, request);
  const { classes, minSeats, transmission, fuels: ofFuels } = request;
  problems.require(minSeats === undefined || isBetween(minSeats, 1, 60), 'input.minSeats', 'A car has 1 to 60 seats.');
  const told = { classes, minSeats, transmission, fuels: ofFuels };
  const filter = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as CarFilter;
  return { problems, filter: { ...filter, ...priceBounds(problems, request) } };
}

const hireOf = ({ pickUpAt, dropOffAt }: CarSearchRequest) =>
  pickUpAt !== undefined && dropOffAt !== undefined ? { pickUpAt, dropOffAt } : undefined;

async function runSearch(
  deps: SearchDeps,
  request: CarSearchRequest,
  of: Readonly<{ place: FoundPlace; filter: CarFilter; converter: Converter }>,
) {
  const { place, filter, converter } = of;
  const { airport, cityKey } = place;
  const candidates = await deps.candidates.cars({ cityKey, ...(airport === undefined ? {} : { airport }) });
  const hire = hireOf(request);
  const days = hire ? touchedDays(hire) : [];
  const resources = candidates.map((candidate) => candidate.resource);
  const left = hire
    ? await deps.candidates.remaining({ resources, from: days[0] ?? '', until: days.at(-1) ?? '' })
    : new Map<string, number>();
  const remaining = (resource: string, slot: string) => left.get(`${resource}@${slot}`);
  return searchCars(candidates, { ...(hire ? { hire } : {}), filter, converter, remaining, now: deps.clock.now() });
}

/** Finds cars that are free on every day of the hire. */
export const createSearchCars =
  (deps: SearchDeps) =>
  async (request: CarSearchRequest, sort: CarSort, page: PageRequest): Promise<Answer<CarSearchPage>> => {
    const { problems, filter } = readRequest(request);
    checkPage(problems, page, sort);
    const place = await findPlace(deps.reference, request.place);
    problems.require(place !== undefined, 'input.place', `No place is known as "${request.place.slice(0, 40)}".`);
    if (problems.list().length > 0 || !place) return invalid(problems.list());
    const converter = createConverter(deps.rates.current(), request.currency);
    const { results, counts, totals } = await runSearch(deps, request, { place, filter, converter });
    const cut = pageOf(results, { sort, key: (candidate, option) => carSortKey(sort, candidate, option) }, page);
    if (page.after === undefined) {
      const { city } = place;
      deps.tracking.searchPerformed({
        userId: page.userId,
        visitId: null,
        kind: 'CAR',
        city,
        origin: null,
        destination: null,
        results: cut.totalCount,
      });
    }
    return answer({
      edges: cut.entries.map(({ result, place: at }) => ({ cursor: cursorOf(at), found: result, converter, request })),
      totalCount: cut.totalCount,
      pageInfo: endsOf(cut),
      facetCounts: {
        classes: byCount(counts.get('classes')),
        seats: inOrder(counts.get('seats'), seatSteps.map(String)),
        transmissions: inOrder(counts.get('transmissions'), transmissions),
        fuels: inOrder(counts.get('fuels'), fuels),
        price: priceFacet(totals),
        currency: converter.to,
      },
    });
  };
