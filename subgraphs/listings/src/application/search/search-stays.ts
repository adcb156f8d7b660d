import { type Converter, createConverter } from '@meridian/platform/values/exchange';
import { type BoundingBox, isBoundingBox } from '@meridian/platform/values/geo';
import { daysBetween, isLocalDate, nightsOf } from '@meridian/platform/values/local-date';
import type { StayType } from '../../domain/listing.ts';
import { maxNightsOfOffer } from '../../domain/offer.ts';
import { collectProblems, isBetween, type Problems } from '../../domain/problems.ts';
import type { Chosen } from '../../domain/search/choose.ts';
import { byCount, type Facet, inOrder, type PriceFacet, priceFacet } from '../../domain/search/facets.ts';
import { cursorOf } from '../../domain/search/page.ts';
import {
  ratingSteps,
  type StayCandidate,
  type StayFilter,
  type StayOption,
  type StaySearch,
  type StaySort,
  searchStays,
  staySortKey,
} from '../../domain/search/stay-search.ts';
import { type Answer, answer, invalid } from '../outcome.ts';
import { type FoundPlace, findPlace } from './find-place.ts';
import { checkPage, endsOf, pageOf } from './page-results.ts';
import { priceBounds } from './price-bounds.ts';
import type { PageEnds, PageRequest, SearchDeps } from './search-deps.ts';

/** Which stays to find, as a caller says it. */
export type StaySearchRequest = Readonly<{
  place?: string;
  box?: BoundingBox;
  checkIn?: string;
  checkOut?: string;
  guests: number;
  rooms: number;
  minPrice?: string;
  maxPrice?: string;
  types?: readonly StayType[];
  minRating?: number;
  amenities?: readonly string[];
  areas?: readonly string[];
  freeCancellation?: boolean;
  currency: string;
}>;

export type StaySearchEntry = Readonly<{
  cursor: string;
  found: Chosen<StayCandidate, StayOption>;
  converter: Converter;
  request: StaySearchRequest;
}>;

export type StaySearchPage = Readonly<{
  edges: readonly StaySearchEntry[];
  totalCount: number;
  pageInfo: PageEnds;
  facetCounts: Readonly<{
    types: readonly Facet[];
    amenities: readonly Facet[];
    areas: readonly Facet[];
    ratings: readonly Facet[];
    freeCancellation: readonly Facet[];
    price: PriceFacet | undefined;
    currency: string;
  }>;
}>;

/** Yesterday in UTC may still be today at the place. */
const dayInMs = 86_400_000;

function checkDates(problems: Problems, { checkIn, checkOut }: StaySearchRequest, now: number): void {
  const isBoth = (checkIn === undefined) === (checkOut === undefined);
  problems.require(isBoth, checkIn === undefined ? 'input.checkIn' : 'input.checkOut', 'Give both dates, or neither.');
  problems.require(checkIn === undefined || isLocalDate(checkIn), 'input.checkIn', 'Use a date such as 2027-03-01.');
  problems.require(checkOut === undefined || isLocalDate(checkOut), 'input.checkOut', 'Use a date such as 2027-03-08.');
  if (!isLocalDate(checkIn) || !isLocalDate(checkOut)) return;
  const earliest = new Date(now - dayInMs).toISOString().slice(0, 10);
  problems.require(checkIn >= earliest, 'input.checkIn', 'The first night is not in the past.');
  const nights = daysBetween(checkIn, checkOut);
  problems.require(nights >= 1, 'input.checkOut', 'Check-out is after check-in.');
  problems.require(nights <= maxNightsOfOffer, 'input.checkOut', `A stay lasts 1 to ${maxNightsOfOffer} nights.`);
}

function readRequest(request: StaySearchRequest, now: number) {
  const problems = collectProblems();
  const { place, box, guests, rooms, minRating } = request;
  problems.require(place !== undefined || box !== undefined, 'input.place', 'Say where: a place, or a box on the map.');
  problems.require(
    box === undefined || isBoundingBox(box),
    'input.box',
    'A box has a south below its north, within ±90° and ±180°.',
  );
  problems.require(isBetween(guests, 1, 30), 'input.guests', 'One to 30 guests can stay on one offer.');
  problems.require(isBetween(rooms, 1, 9), 'input.rooms', 'One to nine rooms can be had on one offer.');
  const isRating = minRating === undefined || (minRating >= 0 && minRating <= 5);
  problems.require(isRating, 'input.minRating', 'A rating is 0 to 5.');
  checkDates(problems, request, now);
  const { types, amenities, areas, freeCancellation } = request;
  const told = { types, minRating, amenities, areas, freeCancellation };
  const filter = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as StayFilter;
  return { problems, filter: { ...filter, ...priceBounds(problems, request) } };
}

async function findWhere(
  deps: SearchDeps,
  request: StaySearchRequest,
  problems: Problems,
): Promise<FoundPlace | undefined> {
  if (request.place === undefined) return undefined;
  const place = await findPlace(deps.reference, request.place);
  problems.require(place !== undefined, 'input.place', `No place is known as "${request.place.slice(0, 40)}".`);
  return place;
}

async function runSearch(
  deps: SearchDeps,
  request: StaySearchRequest,
  of: Readonly<{ place: FoundPlace | undefined; filter: StayFilter; converter: Converter }>,
) {
  const { place, filter, converter } = of;
  const candidates = await deps.candidates.stays({
    ...(place ? { cityKey: place.cityKey } : {}),
    ...(place?.areaKey === undefined ? {} : { areaKey: place.areaKey }),
    ...(request.box ? { box: request.box } : {}),
  });
  const { checkIn, checkOut, guests, rooms } = request;
  const dates = checkIn !== undefined && checkOut !== undefined ? { checkIn, checkOut } : undefined;
  const nights = dates ? nightsOf(dates.checkIn, dates.checkOut) : [];
  const left = await stockOf(deps, candidates, nights);
  const remaining = (resource: string, slot: string) => left.get(`${resource}@${slot}`);
  const today = new Date(deps.clock.now()).toISOString().slice(0, 10);
  const search: StaySearch = { ...(dates ? { dates } : {}), today, guests, rooms, filter, converter, remaining };
  return searchStays(candidates, { ...search, nights });
}

async function stockOf(
  deps: SearchDeps,
  candidates: readonly StayCandidate[],
  nights: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (nights.length === 0) return new Map();
  const resources = candidates.flatMap((candidate) => candidate.rooms.map((room) => room.resource));
  return deps.candidates.remaining({ resources, from: nights[0] ?? '', until: nights.at(-1) ?? '' });
}

/** Finds stays that are open on every night. */
export const createSearchStays =
  (deps: SearchDeps) =>
  async (request: StaySearchRequest, sort: StaySort, page: PageRequest): Promise<Answer<StaySearchPage>> => {
    const { problems, filter } = readRequest(request, deps.clock.now());
    checkPage(problems, page, sort);
    const place = await findWhere(deps, request, problems);
    if (problems.list().length > 0) return invalid(problems.list());
    const converter = createConverter(deps.rates.current(), request.currency);
    const { results, counts, totals } = await runSearch(deps, request, { place, filter, converter });
    const cut = pageOf(results, { sort, key: (candidate, option) => staySortKey(sort, candidate, option) }, page);
    if (page.after === undefined) {
      const city = place?.city ?? null;
      deps.tracking.searchPerformed({
        userId: page.userId,
        visitId: null,
        kind: 'STAY',
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
        types: byCount(counts.get('types')),
        amenities: byCount(counts.get('amenities'), 30),
        areas: byCount(counts.get('areas')),
        ratings: inOrder(counts.get('ratings'), ratingSteps.map(String)),
        freeCancellation: inOrder(counts.get('freeCancellation'), ['true', 'false']),
        price: priceFacet(totals),
        currency: converter.to,
      },
    });
  };
