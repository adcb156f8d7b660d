import type { Principal } from '@meridian/platform/identity/principal';
import { isCurrencyCode } from '@meridian/platform/values/currency';
import { isText } from '@meridian/platform/values/validation';
import { toInstant } from '@meridian/platform/values/zoned-time';
import { invalid, type Refusal, refuse } from '../../domain/failures.ts';
import { type Airports, flightOf, type SegmentDraft } from '../../domain/flight-draft.ts';
import { implausibleSegments } from '../../domain/flight-plausibility.ts';
import { flightProblems } from '../../domain/flight-rules.ts';
import type { Flight } from '../../domain/listing.ts';
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

function checkDeparture(problems: Problems, flight: Flight, now: number): void {
  const ahead = toInstant(flight.departsAt, flight.timeZone) - now;
  problems.require(ahead > 0, 'segments.0.departsAt', 'The flight departs in the future.');
  problems.require(ahead <= maxAheadInMs, 'segments.0.departsAt', 'The flight departs within 400 days.');
}

/** Seats of a departure are counted once for everybody, so only who counts them may say how many there are. */
async function checkDepartures(
  problems: Problems,
  flight: Flight,
  by: Readonly<{ transaction: ListingsTransaction; publisher: Publisher }>,
) {
  const owners = await by.transaction.listings.departureOwners(flight.segments.map(({ resource }) => resource));
  for (const [index, { resource, flightNumber, carrier }] of flight.segments.entries()) {
    const owner = owners.get(resource);
    const isOwn = owner === undefined || owner === by.publisher.userId || by.publisher.isAdmin;
    problems.require(
      isOwn,
      `segments.${index}.flightNumber`,
      `${carrier} ${flightNumber} on this day is published by somebody else.`,
    );
  }
}

type Draft = Readonly<{ flight: Flight | undefined; problems: Problems }>;

async function draftFlight(deps: PublishDeps, request: CreateFlightRequest, publisher: Publisher): Promise<Draft> {
  const problems = collectProblems('input');
  const { currency, description } = request;
  problems.require(isCurrencyCode(currency), 'currency', 'Use a currency code of ISO 4217, such as EUR.');
  problems.require(
    description === undefined || isText(description, descriptionRule),
    'description',
    'A description has 1 to 4,000 characters.',
  );
  const segments = readSegments(problems, request.segments);
  const fares = readFares(problems, request.fares, currency);
  const airports = await deps.knownAirports.airports(
    segments.flatMap(({ origin, destination }) => [origin, destination]),
  );
  checkAirports(problems, segments, airports);
  if (problems.list().length > 0) return { flight: undefined, problems };
  const id = deps.ids.next('flt');
  const now = deps.clock.now();
  const owned = { id, ownerId: publisher.userId, sourceKey: null, observedAt: null, now };
  const flight = flightOf(
    { ...owned, currency, description, instantBook: request.instantBook, segments, fares },
    airports,
  );
  problems.require(flight !== undefined, 'segments', 'A flight has one to three segments.');
  if (flight) {
    problems.add(flightProblems(flight));
    problems.add(implausibleSegments(flight.segments));
    checkDeparture(problems, flight, now);
  }
  return { flight, problems };
}

type Answer = Readonly<{ ok: true; flight: Flight }> | Refusal<CreateFailure>;

/** Publishes a flight of the caller's. */
export const createCreateFlight =
  (deps: PublishDeps) =>
  async (request: CreateFlightRequest): Promise<Answer> => {
    const publisher = publisherOf(request.principal);
    if (!publisher) return refuse({ code: 'NOT_PERMITTED' });
    const { flight, problems } = await draftFlight(deps, request, publisher);
    if (!flight || problems.list().length > 0) return invalid(problems.list());
    return deps.store.transaction(async (transaction): Promise<Answer> => {
      await checkDepartures(problems, flight, { transaction, publisher });
      if (problems.list().length > 0) return invalid(problems.list());
      await transaction.listings.write([{ listing: flight, isNew: true }]);
      return { ok: true, flight };
    });
  };
