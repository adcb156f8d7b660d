import { type Converter, createConverter } from '@meridian/platform/values/exchange';
import type { BoundingBox } from '@meridian/platform/values/geo';
import { daysBetween, isLocalDate, nightsOf } from '@meridian/platform/values/local-date';
import { type FailureOf, invalid, type Refusal } from '../../domain/failures.ts';
import type { StayType } from '../../domain/listing.ts';
import { maxNightsOfOffer } from '../../domain/offer.ts';
import { collectProblems, isBetween, type Problems } from '../../domain/problems.ts';
import type { Choice, Chosen } from '../../domain/search/choose.ts';
import { byCount, type Facet, inOrder, type PriceFacet, priceFacet } from '../../domain/search/facets.ts';
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
import { createTodays } from '../../domain/todays.ts';
import { checkKeys, earliestDay } from './check-values.ts';
import { type FoundPlace, findPlace } from './find-place.ts';
import { priceBounds } from './price-bounds.ts';
import type { SearchDeps, SearchRequest } from './search-deps.ts';
import { type PageEnds, readPage } from './search-page.ts';
import { checkBox, countInBox } from './stay-box.ts';
import { trackSearch } from './track-search.ts';

/** Which stays to find, as a caller says it. */
export type StayCriteria = Readonly<{
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

/** Which stays to find, and who asks. */
export type SearchStaysRequest = SearchRequest<StayCriteria, StaySort>;

/** A stay that was found. */
export type StaySearchEntry = Readonly<{
  cursor: string;
  found: Chosen<StayCandidate, StayOption>;
  converter: Converter;
  criteria: StayCriteria;
}>;

/** A page of stays, and facets over all that were found. */
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

function checkDates(problems: Problems, { checkIn, checkOut }: StayCriteria, now: number): void {
  const isBoth = (checkIn === undefined) === (checkOut === undefined);
  problems.require(isBoth, checkIn === undefined ? 'input.checkIn' : 'input.checkOut', 'Give both dates, or neither.');
  problems.require(checkIn === undefined || isLocalDate(checkIn), 'input.checkIn', 'Use a date such as 2027-03-01.');
  problems.require(checkOut === undefined || isLocalDate(checkOut), 'input.checkOut', 'Use a date such as 2027-03-08.');
  const isAhead = checkIn === undefined || checkIn >= earliestDay(now);
  problems.require(isAhead, 'input.checkIn', 'The first night is over. Choose today or a later day.');
  if (!isLocalDate(checkIn) || !isLocalDate(checkOut)) return;
  const nights = daysBetween(checkIn, checkOut);
  problems.require(nights >= 1, 'input.checkOut', 'Check-out is not after check-in. Choose a later day.');
  problems.require(nights <= maxNightsOfOffer, 'input.checkOut', `A stay lasts 1 to ${maxNightsOfOffer} nights.`);
}

function readCriteria(criteria: StayCriteria, now: number) {
  const problems = collectProblems();
  const { guests, rooms, minRating } = criteria;
  checkBox(problems, criteria);
  problems.require(isBetween(guests, 1, 30), 'input.guests', 'One to 30 guests can stay on one offer.');
  problems.require(isBetween(rooms, 1, 9), 'input.rooms', 'One to nine rooms can be had on one offer.');
  const isRating = minRating === undefined || (minRating >= 1 && minRating <= 5);
  problems.require(isRating, 'input.minRating', 'Ratings are from 1 to 5.');
  checkDates(problems, criteria, now);
  checkKeys(problems, criteria.amenities, { path: 'input.amenities', what: 'an amenity' });
  checkKeys(problems, criteria.areas, { path: 'input.areas', what: 'an area' });
  const { types, amenities, areas, freeCancellation } = criteria;
  const told = { types, minRating, amenities, areas, freeCancellation };
  const filter = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as StayFilter;
  return { problems, filter: { ...filter, ...priceBounds(problems, criteria) } };
}

async function findWhere(
  deps: SearchDeps,
  criteria: StayCriteria,
  problems: Problems,
): Promise<FoundPlace | undefined> {
  if (criteria.place === undefined) return undefined;
  const place = await findPlace(deps.reference, criteria.place);
  problems.require(place !== undefined, 'input.place', `No place is known as "${criteria.place.slice(0, 40)}".`);
  return place;
}

async function runSearch(
  deps: SearchDeps,
  criteria: StayCriteria,
  of: Readonly<{ place: FoundPlace | undefined; filter: StayFilter; converter: Converter }>,
) {
  const { place, filter, converter } = of;
  const candidates = await deps.candidates.stays({
    ...(place ? { cityKey: place.cityKey } : {}),
    ...(place?.areaKey === undefined ? {} : { areaKey: place.areaKey }),
    ...(criteria.box ? { box: criteria.box } : {}),
  });
  const { checkIn, checkOut, guests, rooms } = criteria;
  const dates = checkIn !== undefined && checkOut !== undefined ? { checkIn, checkOut } : undefined;
  const nights = dates ? nightsOf(dates.checkIn, dates.checkOut) : [];
  const left = await stockOf(deps, candidates, nights);
  const remaining = (resource: string, slot: string) => left.get(`${resource}@${slot}`);
  const todayIn = createTodays(deps.clock.now());
  const search: StaySearch = { ...(dates ? { dates } : {}), todayIn, guests, rooms, filter, converter, remaining };
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

const facetsOf = ({ counts, totals }: Choice<StayCandidate, StayOption>, currency: string) => ({
  types: byCount(counts.get('types')),
  amenities: byCount(counts.get('amenities'), 30),
  areas: byCount(counts.get('areas')),
  ratings: inOrder(counts.get('ratings'), ratingSteps.map(String)),
  freeCancellation: inOrder(counts.get('freeCancellation'), ['true', 'false']),
  price: priceFacet(totals),
  currency,
});

type Answer = Readonly<{ ok: true; page: StaySearchPage }> | Refusal<FailureOf<'VALIDATION_FAILED'>>;

/** Finds stays that are open on every night. */
export const createSearchStays =
  (deps: SearchDeps) =>
  async (request: SearchStaysRequest): Promise<Answer> => {
    const { criteria, sort } = request;
    const { problems, filter } = readCriteria(criteria, deps.clock.now());
    const cut = readPage(request, { cursors: deps.cursors, kind: 'STAY', problems });
    const place = await findWhere(deps, criteria, problems);
    if (problems.list().length === 0) await countInBox(deps, criteria, problems);
    if (problems.list().length > 0) return invalid(problems.list());
    const converter = createConverter(deps.rates.current(), criteria.currency);
    const found = await runSearch(deps, criteria, { place, filter, converter });
    const key = (candidate: StayCandidate, option: StayOption) => staySortKey(sort, candidate, option);
    const { entries, totalCount, pageInfo } = cut(found.results, key);
    trackSearch(deps, request, { kind: 'STAY', city: place?.city ?? null, results: totalCount });
    const edges = entries.map((entry) => ({ ...entry, converter, criteria }));
    return { ok: true, page: { edges, totalCount, pageInfo, facetCounts: facetsOf(found, converter.to) } };
  };
