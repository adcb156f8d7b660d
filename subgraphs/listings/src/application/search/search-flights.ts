import { type Converter, createConverter, type RateTable } from '@meridian/platform/values/exchange';
import { type FailureOf, invalid, type Refusal } from '../../domain/failures.ts';
import type { Party } from '../../domain/flight-price.ts';
import { cabins } from '../../domain/listing.ts';
import type { Problems } from '../../domain/problems.ts';
import type { Chosen } from '../../domain/search/choose.ts';
import { byCount, type Facet, inOrder, type PriceFacet, priceFacet } from '../../domain/search/facets.ts';
import {
  departureWindows,
  type FlightCandidate,
  type FlightFilter,
  type FlightOption,
  type FlightSort,
  flightSortKey,
  type RemainingStock,
  searchFlights,
  waysBackAfter,
} from '../../domain/search/flight-search.ts';
import { earliestDay } from './check-values.ts';
import { airportsOf, type FoundPlace, findPlace } from './find-place.ts';
import { type FlightCriteria, readFlightCriteria } from './flight-criteria.ts';
import type { SearchDeps, SearchRequest } from './search-deps.ts';
import { type PageEnds, readPage } from './search-page.ts';
import { trackSearch } from './track-search.ts';

/** Which flights to find, and who asks. */
export type SearchFlightsRequest = SearchRequest<FlightCriteria, FlightSort>;

/** A way back, and what both ways cost. */
export type FlightReturnEntry = Readonly<{
  found: Chosen<FlightCandidate, FlightOption>;
  party: Party;
  /** What both ways cost, in the currency of the way out. */
  roundTripMinor: number;
  currency: string;
}>;

/** A flight that was found. */
export type FlightSearchEntry = Readonly<{
  cursor: string;
  found: Chosen<FlightCandidate, FlightOption>;
  party: Party;
  converter: Converter;
  /** Of both ways when a way back was asked for, in the listing's currency. */
  totalMinor: number;
  waysBack: readonly FlightReturnEntry[];
}>;

/** A page of flights, and facets over all that were found. */
export type FlightSearchPage = Readonly<{
  edges: readonly FlightSearchEntry[];
  totalCount: number;
  pageInfo: PageEnds;
  facetCounts: Readonly<{
    stops: readonly Facet[];
    carriers: readonly Facet[];
    cabins: readonly Facet[];
    departureWindows: readonly Facet[];
    price: PriceFacet | undefined;
    currency: string;
  }>;
}>;

type Found = Chosen<FlightCandidate, FlightOption>;

/** What is left of the stock that candidates use, read in one go. */
async function stockOf(deps: SearchDeps, candidates: readonly FlightCandidate[]): Promise<RemainingStock> {
  const legs = candidates.flatMap((candidate) =>
    candidate.legs.map((leg, index) => ({ leg, index, fares: candidate.fares })),
  );
  if (legs.length === 0) return () => undefined;
  const resources = legs.flatMap(({ leg, index, fares }) =>
    [...new Set(fares.map((fare) => fare.segmentCabins[index] ?? fare.cabin))].map(
      (cabin) => `${leg.resource}/${cabin}`,
    ),
  );
  const dates = legs.map(({ leg }) => leg.date).sort();
  const left = await deps.candidates.remaining({ resources, from: dates[0] ?? '', until: dates.at(-1) ?? '' });
  return (resource, slot) => left.get(`${resource}@${slot}`);
}

type Sides = Readonly<{
  origins?: readonly string[];
  destinations?: readonly string[];
  origin?: FoundPlace;
  destination?: FoundPlace;
}>;

/** Of two cities' worth of airports, or of one city's: nobody flies from a place to itself. */
const isSame = (left: readonly string[], right: readonly string[]): boolean =>
  left.length > 0 && left.length === right.length && left.every((code) => right.includes(code));

/** Finds the airports of both sides, and notes a side that nobody knows, and sides that are one. */
async function findSides(deps: SearchDeps, criteria: FlightCriteria, problems: Problems): Promise<Sides> {
  const find = async (text: string | undefined, side: string) => {
    const place = text === undefined ? undefined : await findPlace(deps.reference, text);
    problems.require(
      text === undefined || place !== undefined,
      `input.${side}`,
      `No airport or place is known as "${text?.slice(0, 40)}".`,
    );
    return place && { place, airports: await airportsOf(deps.reference, place) };
  };
  const [from, to] = await Promise.all([find(criteria.origin, 'origin'), find(criteria.destination, 'destination')]);
  const isEmpty = (side: typeof from) => side !== undefined && side.airports.length === 0;
  problems.require(!isEmpty(from), 'input.origin', 'No airport of this place is known.');
  problems.require(!isEmpty(to), 'input.destination', 'No airport of this place is known.');
  const isRound = from !== undefined && to !== undefined && isSame(from.airports, to.airports);
  problems.require(!isRound, 'input.destination', 'It is where the flight starts. Choose another place to fly to.');
  return {
    ...(from ? { origins: from.airports, origin: from.place } : {}),
    ...(to ? { destinations: to.airports, destination: to.place } : {}),
  };
}

type Setting = Readonly<{
  deps: SearchDeps;
  request: SearchFlightsRequest;
  filter: FlightFilter;
  sides: Sides;
  rates: RateTable;
  converter: Converter;
}>;

async function candidatesOn(
  setting: Setting,
  sides: Sides,
  date: string | undefined,
): Promise<readonly FlightCandidate[]> {
  const now = setting.deps.clock.now();
  const { origins, destinations } = sides;
  const found = await setting.deps.candidates.flights({
    ...(origins ? { origins } : {}),
    ...(destinations ? { destinations } : {}),
    ...(date === undefined ? {} : { date }),
    notBefore: earliestDay(now),
  });
  return found.filter((candidate) => candidate.departsInstant > now);
}

/** Ways back on the return date, the cheapest first. Of the filters those that a traveler means for both ways apply. */
async function findWaysBack(setting: Setting): Promise<readonly Found[] | undefined> {
  const { sides, filter, converter } = setting;
  const { criteria } = setting.request;
  if (criteria.returnDate === undefined) return undefined;
  const { origins, destinations } = sides;
  const reversed: Sides = {
    ...(destinations ? { origins: destinations } : {}),
    ...(origins ? { destinations: origins } : {}),
  };
  const candidates = await candidatesOn(setting, reversed, criteria.returnDate);
  const { cabins: ofCabins, maxStops, stops, refundable } = filter;
  const both = { cabins: ofCabins, maxStops, stops, refundable };
  const backFilter = Object.fromEntries(
    Object.entries(both).filter(([, value]) => value !== undefined),
  ) as FlightFilter;
  const remaining = await stockOf(setting.deps, candidates);
  const { results } = searchFlights(candidates, { party: criteria, filter: backFilter, converter, remaining });
  return [...results].sort((left, right) => left.option.comparableMinor - right.option.comparableMinor);
}

const goesBack = (out: FlightCandidate, back: FlightCandidate): boolean =>
  back.origin === out.destination && back.destination === out.origin;

function entryOf(
  { cursor, found }: Readonly<{ cursor: string; found: Found }>,
  of: Setting & Readonly<{ waysBack: readonly Found[] | undefined }>,
): FlightSearchEntry {
  const { currency } = found.candidate;
  const party: Party = { adults: of.request.criteria.adults, children: of.request.criteria.children };
  const home = createConverter(of.rates, currency);
  const fitting = waysBackAfter(
    (of.waysBack ?? []).filter((back) => goesBack(found.candidate, back.candidate)),
    found.candidate,
  );
  const waysBack = fitting.slice(0, 10).flatMap((back): FlightReturnEntry[] => {
    const cost = home.convert(back.option.totalMinor, back.candidate.currency);
    return cost === undefined ? [] : [{ found: back, party, currency, roundTripMinor: found.option.totalMinor + cost }];
  });
  const totalMinor = waysBack[0]?.roundTripMinor ?? found.option.totalMinor;
  return { cursor, found, party, converter: of.converter, totalMinor, waysBack };
}

function track({ deps, request, sides }: Setting, results: number): void {
  const { origin, destination } = sides;
  trackSearch(deps, request, {
    kind: 'FLIGHT',
    city: destination?.city ?? origin?.city ?? null,
    origin: origin?.airport ?? request.criteria.origin ?? null,
    destination: destination?.airport ?? request.criteria.destination ?? null,
    results,
  });
}

/** Finds flights; with a return date, only those that a way back goes with. */
async function findFlights(setting: Setting) {
  const { criteria } = setting.request;
  const [candidates, waysBack] = await Promise.all([
    candidatesOn(setting, setting.sides, criteria.date),
    findWaysBack(setting),
  ]);
  const remaining = await stockOf(setting.deps, candidates);
  const wayBack = (out: FlightCandidate) =>
    waysBackAfter(
      (waysBack ?? []).filter((back) => goesBack(out, back.candidate)),
      out,
    )[0]?.option.comparableMinor;
  const { filter, converter } = setting;
  const search = { party: criteria, filter, converter, remaining, ...(waysBack ? { wayBack } : {}) };
  return { ...searchFlights(candidates, search), waysBack };
}

async function run(setting: Setting, cut: ReturnType<typeof readPage>): Promise<FlightSearchPage> {
  const { request, converter } = setting;
  const { results, counts, totals, waysBack } = await findFlights(setting);
  const key = (candidate: FlightCandidate, option: FlightOption) => flightSortKey(request.sort, candidate, option);
  const { entries, totalCount, pageInfo } = cut(results, key);
  track(setting, totalCount);
  return {
    edges: entries.map((entry) => entryOf(entry, { ...setting, waysBack })),
    totalCount,
    pageInfo,
    facetCounts: {
      stops: inOrder(counts.get('stops'), ['0', '1', '2']),
      carriers: byCount(counts.get('carriers')),
      cabins: inOrder(counts.get('cabins'), cabins),
      departureWindows: inOrder(counts.get('departureWindows'), departureWindows),
      price: priceFacet(totals),
      currency: converter.to,
    },
  };
}

type Answer = Readonly<{ ok: true; page: FlightSearchPage }> | Refusal<FailureOf<'VALIDATION_FAILED'>>;

/** Finds flights with seats for the whole party. */
export const createSearchFlights =
  (deps: SearchDeps) =>
  async (request: SearchFlightsRequest): Promise<Answer> => {
    const { criteria } = request;
    const { filter, problems } = readFlightCriteria(criteria, deps.clock.now());
    const cut = readPage(request, { cursors: deps.cursors, kind: 'FLIGHT', problems });
    const sides = await findSides(deps, criteria, problems);
    if (problems.list().length > 0) return invalid(problems.list());
    const rates = deps.rates.current();
    const converter = createConverter(rates, criteria.currency);
    return { ok: true, page: await run({ deps, request, filter, sides, rates, converter }, cut) };
  };
