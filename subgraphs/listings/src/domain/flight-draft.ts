import { distanceInKm } from '@meridian/platform/values/geo';
import { isLocalDateTime, toInstant } from '@meridian/platform/values/zoned-time';
import { flightTerms } from './flight-fares.ts';
import { fareTotal } from './flight-price.ts';
import { durationOf } from './flight-times.ts';
import {
  type Cabin,
  type CabinSeats,
  type Fare,
  type Flight,
  type ListingCommon,
  noRatings,
  type Segment,
} from './listing.ts';

/** What a flight needs to know of an airport. */
export type FlightAirport = Readonly<{
  code: string;
  city: string;
  countryCode: string;
  latitude: number;
  longitude: number;
  timeZone: string;
}>;

/** A segment before its airports' zones and the distance are known. Without a duration it follows from the local times. */
export type SegmentDraft = Readonly<{
  resource: string;
  carrier: string;
  carrierName?: string | undefined;
  flightNumber?: string | undefined;
  origin: string;
  destination: string;
  departsAt: string;
  arrivesAt: string;
  durationInMinutes?: number | undefined;
  distanceInKm?: number | undefined;
  aircraft?: string | undefined;
  seats: readonly CabinSeats[];
}>;

/** A fare before it has an id. Without cabins per segment, all of them are the fare's own. */
export type FareDraft = Omit<Fare, 'id' | 'segmentCabins'> & Readonly<{ segmentCabins?: readonly Cabin[] | undefined }>;

/** Everything that makes a flight. */
export type FlightDraft = Readonly<{
  id: string;
  ownerId: string;
  sourceKey: string | null;
  currency: string;
  description?: string | undefined;
  instantBook: boolean;
  segments: readonly SegmentDraft[];
  fares: readonly FareDraft[];
  observedAt: number | null;
  now: number;
}>;

/** Airports by IATA code. */
export type Airports = ReadonlyMap<string, FlightAirport>;

/** The first airport that a draft names and nobody knows. */
export function unknownAirport(
  segments: readonly Pick<SegmentDraft, 'origin' | 'destination'>[],
  airports: Airports,
): string | undefined {
  return segments.flatMap(({ origin, destination }) => [origin, destination]).find((code) => !airports.has(code));
}

/** The name of a departure's stock, equal for every itinerary that flies on it. */
export const departureResource = (
  segment: Pick<SegmentDraft, 'carrier' | 'origin' | 'departsAt'>,
  number: string,
): string => `${segment.carrier}${number}/${segment.origin}/${segment.departsAt.slice(0, 10)}`;

/** The id of a fare, unique among all flights: buckets of two itineraries on one departure are counted apart. */
const fareIdOf = (flightId: string, key: string): string => `${flightId}.${key}`;

function segmentOf(draft: SegmentDraft, [origin, destination]: readonly [FlightAirport, FlightAirport]): Segment {
  const lasts = toInstant(draft.arrivesAt, destination.timeZone) - toInstant(draft.departsAt, origin.timeZone);
  return {
    resource: draft.resource,
    carrier: draft.carrier,
    carrierName: draft.carrierName ?? null,
    flightNumber: draft.flightNumber ?? null,
    origin: draft.origin,
    destination: draft.destination,
    departsAt: draft.departsAt,
    departureTimeZone: origin.timeZone,
    arrivesAt: draft.arrivesAt,
    arrivalTimeZone: destination.timeZone,
    durationInMinutes: draft.durationInMinutes ?? Math.round(lasts / 60_000),
    distanceInKm: Math.round(draft.distanceInKm ?? distanceInKm(origin, destination)),
    aircraft: draft.aircraft ?? null,
    seats: draft.seats,
  };
}

/** The cheapest first, equal ones by key. */
const sortFares = (fares: readonly Fare[]): Fare[] =>
  [...fares].sort((left, right) => fareTotal(left) - fareTotal(right) || (left.key < right.key ? -1 : 1));

/** Gives fares their ids and the cabin of each segment. */
export const faresOf = (flightId: string, drafts: readonly FareDraft[], segments: number): Fare[] =>
  sortFares(
    drafts.map((draft) => ({
      ...draft,
      id: fareIdOf(flightId, draft.key),
      segmentCabins:
        draft.segmentCabins?.length === segments ? draft.segmentCabins : Array<Cabin>(segments).fill(draft.cabin),
    })),
  );

/**
 * New fares, with what an owner cannot say of them taken from the fare of the same key: its booking class, and the cabin on each
 * segment. Sold in another cabin than before, a fare is another one, and nothing is taken.
 */
export const keepFares = (before: readonly Fare[], drafts: readonly FareDraft[]): FareDraft[] =>
  drafts.map((draft) => {
    const known = before.find(({ key, cabin }) => key === draft.key && cabin === draft.cabin);
    return known ? { ...draft, bucket: known.bucket, segmentCabins: known.segmentCabins } : draft;
  });

/** What is said of a flight whose owner says nothing. */
function describe(segments: readonly Segment[], [from, to]: readonly [FlightAirport, FlightAirport]): string {
  const carriers = [...new Set(segments.map(({ carrier, carrierName }) => carrierName ?? carrier))].join(' and ');
  const via = segments.slice(1).map(({ origin }) => origin);
  const way = via.length === 0 ? 'nonstop' : `via ${via.join(' and ')}`;
  return `From ${from.city} (${from.code}) to ${to.city} (${to.code}) ${way}, with ${carriers}.`;
}

/** Segments in step with their drafts; undefined for one with an airport that is not in `airports`, or with a time that is none. */
export const segmentsOf = (drafts: readonly SegmentDraft[], airports: Airports): readonly (Segment | undefined)[] =>
  drafts.map((draft) => {
    const [origin, destination] = [airports.get(draft.origin), airports.get(draft.destination)];
    const isTimed = isLocalDateTime(draft.departsAt) && isLocalDateTime(draft.arrivesAt);
    return origin && destination && isTimed ? segmentOf(draft, [origin, destination]) : undefined;
  });

/** Makes a flight of a draft, at version 1. Undefined without segments, or when one of them could not be made. */
export function flightOf(draft: FlightDraft, airports: Airports): Flight | undefined {
  const segments = segmentsOf(draft.segments, airports).filter((segment) => segment !== undefined);
  if (segments.length < draft.segments.length) return undefined;
  const [first, last] = [segments[0], segments.at(-1)];
  const from = first && airports.get(first.origin);
  const to = last && airports.get(last.destination);
  if (!first || !last || !from || !to) return undefined;
  const fares = faresOf(draft.id, draft.fares, segments.length);
  return {
    ...commonOf(draft, from, fares),
    kind: 'FLIGHT',
    title: `${from.city} → ${to.city}`,
    description: draft.description ?? describe(segments, [from, to]),
    origin: from.code,
    destination: to.code,
    departsAt: first.departsAt,
    arrivesAt: last.arrivesAt,
    arrivalTimeZone: last.arrivalTimeZone,
    durationInMinutes: durationOf(segments),
    segments,
    fares,
    destinationCity: to.city,
    observedAt: draft.observedAt,
  };
}

const commonOf = (
  draft: FlightDraft,
  from: FlightAirport,
  fares: readonly Fare[],
): Omit<ListingCommon, 'title' | 'description'> => ({
  id: draft.id,
  version: 1,
  ownerId: draft.ownerId,
  sourceKey: draft.sourceKey,
  status: 'PUBLISHED',
  city: from.city,
  countryCode: from.countryCode,
  latitude: from.latitude,
  longitude: from.longitude,
  timeZone: from.timeZone,
  currency: draft.currency,
  cancellation: flightTerms(fares),
  instantBook: draft.instantBook,
  ratings: noRatings,
  host: null,
  createdAt: draft.now,
  updatedAt: draft.now,
});
