import { isText } from '@meridian/platform/values/validation';
import { invalid, type Refusal } from '../../domain/failures.ts';
import { fareProblems, unseatedFares } from '../../domain/fare-rules.ts';
import { faresOf, keepFares } from '../../domain/flight-draft.ts';
import { flightTerms } from '../../domain/flight-fares.ts';
import type { Flight } from '../../domain/listing.ts';
import { collectProblems, type Problems } from '../../domain/problems.ts';
import { type FareInput, readFares } from './flight-input.ts';
import { type ChangeOf, openForChange, type PublishDeps, type UpdateFailure } from './publish-deps.ts';
import { storeChange } from './store-change.ts';

/** What changes on a flight; what is absent stays. */
export type UpdateFlightRequest = ChangeOf &
  Readonly<{ fares?: readonly FareInput[]; description?: string; instantBook?: boolean }>;

/** Reads fares in the order of the input, in which their problems are told. */
function changedFares(problems: Problems, flight: Flight, inputs: readonly FareInput[]): Flight['fares'] {
  const { id, segments, currency } = flight;
  const fares = keepFares(flight.fares, readFares(problems, inputs, currency));
  problems.add(unseatedFares(fares, segments));
  problems.add(fareProblems(fares, segments));
  return faresOf(id, fares, segments.length);
}

function changed(problems: Problems, flight: Flight, request: UpdateFlightRequest): Flight {
  const { description, instantBook } = request;
  const isGood = description === undefined || isText(description, { minLength: 1, maxLength: 4_000 });
  problems.require(isGood, 'description', 'A description has 1 to 4,000 characters.');
  const fares = request.fares ? changedFares(problems, flight, request.fares) : flight.fares;
  return {
    ...flight,
    fares,
    cancellation: request.fares ? flightTerms(fares) : flight.cancellation,
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
      const after = changed(problems, opened.listing, request);
      if (problems.list().length > 0) return invalid(problems.list());
      const change = { before: opened.listing, after, now: deps.clock.now() };
      return { ok: true, flight: await storeChange(transaction, change) };
    });
