import type { Principal } from '@meridian/platform/identity/principal';
import { isText } from '@meridian/platform/values/validation';
import { faresOf, flightTerms, keepFares } from '../../domain/flight-draft.ts';
import { flightProblems } from '../../domain/flight-rules.ts';
import type { Flight } from '../../domain/listing.ts';
import { collectProblems, type Problems } from '../../domain/problems.ts';
import { type Answer, answer, invalid } from '../outcome.ts';
import { type FareInput, readFares } from './flight-input.ts';
import { type ChangeOf, openForChange, type PublishDeps, type PublishFailure } from './publish-deps.ts';

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

/** Changes a flight of the caller's. */
export const createUpdateFlight =
  (deps: PublishDeps) =>
  (request: UpdateFlightRequest, principal: Principal): Promise<Answer<Flight, PublishFailure>> =>
    deps.store.transaction(async (transaction) => {
      const opened = await openForChange(transaction, request, { kind: 'FLIGHT', principal });
      if (!opened.ok) return opened;
      const problems = collectProblems('input');
      const flight = changed(opened.listing, request, { problems, now: deps.clock.now() });
      problems.add(flightProblems(flight));
      if (problems.list().length > 0) return invalid(problems.list());
      await transaction.listings.write([{ listing: flight, isNew: false }]);
      return answer(flight);
    });
