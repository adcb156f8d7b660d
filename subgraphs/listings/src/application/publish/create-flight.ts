import type { Principal } from '@meridian/platform/identity/principal';
import { isCurrencyCode } from '@meridian/platform/values/currency';
import { isText } from '@meridian/platform/values/validation';
import { toInstant } from '@meridian/platform/values/zoned-time';
import { invalid, type Refusal, refuse } from '../../domain/failures.ts';
import { fareProblems, unseatedFares } from '../../domain/fare-rules.ts';
import { type Airports, type FareDraft, flightOf, type SegmentDraft, segmentsOf } from '../../domain/flight-draft.ts';
import { implausibleSegments } from '../../domain/flight-plausibility.ts';
import { legProblems, timeProblems } from '../../domain/flight-rules.ts';
import type { Flight, Segment } from '../../domain/listing.ts';
import { collectProblems, type Problems } from '../../domain/problems.ts';
import type { ListingsTransaction } from '../../ports/listings-store.ts';
import { type FareInput, readFares, readSegments, type SegmentInput } from './flight-input.ts';
import { type CreateFailure, type PublishDeps, type Publisher, publisherOf } from './publish-deps.ts';

/** A flight as its owner publishes it. */
export type CreateFlightRequest = Readonly<{
  principal: Principal;
  segments: readonly SegmentInput[];
  fares: readonly FareInput[];
  currency: string;
  description?: string;
  instantBook: boolean;
}>;

const descriptionRule = { minLength: 1, maxLength: 4_000 };
const maxAheadInMs = 400 * 86_400_000;

function checkAirports(problems: Problems, segments: readonly SegmentDraft[], airports: Airports): void {
  for (const [index, { origin, destination }] of segments.entries()) {
    problems.require(airports.has(origin), `segments.${index}.origin`, `No airport is known as ${origin}.`);
    problems.require(
      airports.has(destination),
      `segments.${index}.destination`,
      `No airport is known as ${destination}.`,
    );
  }
}

function checkDeparture(problems: Problems, first: Segment | undefined, now: number): void {
  if (!first) return;
  const ahead = toInstant(first.departsAt, first.departureTimeZone) - now;
  problems.require(ahead > 0, 'segments.0.departsAt', 'The flight departs in the future.');
  problems.require(ahead <= maxAheadInMs, 'segments.0.departsAt', 'The flight departs within 400 days.');
}

/** Seats of a departure are counted once for everybody, so only who counts them may say how many there are. */
async function checkDepartures(
  problems: Problems,
  segments: readonly SegmentDraft[],
  by: Readonly<{ transaction: ListingsTransaction; publisher: Publisher }>,
) {
  const owners = await by.transaction.listings.departureOwners(segments.map(({ resource }) => resource));
  for (const [index, { resource, flightNumber, carrier }] of segments.entries()) {
    const owner = owners.get(resource);
    const isOwn = owner === undefined || owner === by.publisher.userId || by.publisher.isAdmin;
    problems.require(
      isOwn,
      `segments.${index}.flightNumber`,
      `${carrier} ${flightNumber} on this day is published by somebody else.`,
    );
  }
}

type Draft = Readonly<{
  segments: readonly SegmentDraft[];
  fares: readonly FareDraft[];
  airports: Airports;
  problems: Problems;
}>;

/** Reads a request, and notes whatever is wrong with it: each rule judges what it can, though another part cannot be read. */
async function readFlight(deps: PublishDeps, request: CreateFlightRequest): Promise<Draft> {
  const problems = collectProblems('input');
  const { currency, description } = request;
  problems.require(isCurrencyCode(currency), 'currency', 'Use a currency code of ISO 4217, such as EUR.');
  const isDescription = description === undefined || isText(description, descriptionRule);
  problems.require(isDescription, 'description', 'A description has 1 to 4,000 characters.');
  const segments = readSegments(problems, request.segments);
  const fares = readFares(problems, request.fares, currency);
  const codes = segments.flatMap(({ origin, destination }) => [origin, destination]);
  const airports = await deps.knownAirports.airports(codes);
  checkAirports(problems, segments, airports);
  const known = segmentsOf(segments, airports);
  problems.add(legProblems(segments));
  problems.add(timeProblems(known));
  problems.add(implausibleSegments(known));
  problems.add(unseatedFares(fares, segments));
  problems.add(fareProblems(fares, segments));
  checkDeparture(problems, known[0], deps.clock.now());
  return { segments, fares, airports, problems };
}

type Answer = Readonly<{ ok: true; flight: Flight }> | Refusal<CreateFailure>;

/** Publishes a flight of the caller's. */
export const createCreateFlight =
  (deps: PublishDeps) =>
  async (request: CreateFlightRequest): Promise<Answer> => {
    const publisher = publisherOf(request.principal);
    if (!publisher) return refuse({ code: 'NOT_PERMITTED' });
    const { segments, fares, airports, problems } = await readFlight(deps, request);
    const { currency, description, instantBook } = request;
    return deps.store.transaction(async (transaction): Promise<Answer> => {
      await checkDepartures(problems, segments, { transaction, publisher });
      if (problems.list().length > 0) return invalid(problems.list());
      const owned = { id: deps.ids.next('flt'), ownerId: publisher.userId, sourceKey: null, observedAt: null };
      const draft = { ...owned, now: deps.clock.now(), currency, description, instantBook, segments, fares };
      const flight = flightOf(draft, airports);
      if (!flight) throw new Error('A flight without a problem could not be made.');
      await transaction.listings.write([{ listing: flight, isNew: true }]);
      return { ok: true, flight };
    });
  };
