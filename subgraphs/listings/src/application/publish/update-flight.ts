import { isText } from '@meridian/platform/values/validation';
import { invalid, type Refusal } from '../../domain/failures.ts';
import { faresOf, keepFares } from '../../domain/flight-draft.ts';
import { flightTerms } from '../../domain/flight-fares.ts';
import { flightProblems } from '../../domain/flight-rules.ts';
import type { Flight } from '../../domain/listing.ts';
import { collectProblems, type Problems } from '../../domain/problems.ts';
import { type FareInput, readFares } from './flight-input.ts';
import { type ChangeOf, openForChange, type PublishDeps, type UpdateFailure } from './publish-deps.ts';

/** What changes on a flight; what is absent stays. */
export type UpdateFlightRequest = ChangeOf &
  Readonly<{ fares?: readonly FareInput[]; description?: string; instantBook?: boolean }>;

function changed(
  flight: Flight,
  request: UpdateFlightRequest,
  of: Readonly<{ problems: Problems; now: number }>,
): Flight {
  const { description, instantBook } = request;
  const isGood = description === undefined || isText(description, { minLength: 1, maxLength: 4_000 });
  of.problems.require(isGood, 'description', 'A description has 1 to 4,000 characters.');
  const drafts = request.fares && readFares(of.problems, request.fares, flight.currency);
  const fares = drafts ? faresOf(flight.id, keepFares(flight.fares, drafts), flight.segments.length) : flight.fares;
  return {
    ...flight,
    version: flight.version + 1,
    updatedAt: of.now,
    fares,
    cancellation: flightTerms(fares),
    description: description ?? flight.description,
    instantBook: instantBook ?? flight.instantBook,
  };
}

type Answer = Readonly<{ ok: true; flight: Flight }> | Refusal<UpdateFailure>;

/** Changes a flight of the caller's. */
export const createUpdateFlight =
  (deps: PublishDeps) =>
  (request: UpdateFlightRequest): Promise<Answer> =>
    deps.store.transaction(async (transaction): Promise<Answer> => {
      const opened = await openForChange(transaction, request, 'FLIGHT');
      if (!opened.ok) return opened;
      const problems = collectProblems('input');
      const flight = changed(opened.listing, request, { problems, now: deps.clock.now() });
      problems.add(flightProblems(flight));
      if (problems.list().length > 0) return invalid(problems.list());
      await transaction.listings.write([{ listing: flight, isNew: false }]);
      return { ok: true, flight };
    });
