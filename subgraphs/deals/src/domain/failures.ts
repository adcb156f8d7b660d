import type { Problem, ValidationFailure } from '@meridian/platform/values/problems';
import type { PriceWatch } from './price-watch.ts';

/** The failures that a caller of deals must expect. */
export type NotFound = Readonly<{ code: 'NOT_FOUND'; id: string }>;
/** Nobody is signed in. */
export type NotPermitted = Readonly<{ code: 'NOT_PERMITTED' }>;
/** The account has `limit` watches, as many as it may have. */
export type WatchLimitReached = Readonly<{ code: 'WATCH_LIMIT_REACHED'; limit: number }>;
/** The account has `watch` already, on the same and with the same limits. */
export type AlreadyWatched = Readonly<{ code: 'ALREADY_WATCHED'; watch: PriceWatch }>;
/** Any failure that a caller of deals must expect. */
export type Failure = ValidationFailure | NotFound | NotPermitted | WatchLimitReached | AlreadyWatched;

/** A typed failure; a transaction that returns it has rolled back. */
export const refuse = <F extends Failure>(failure: F): Readonly<{ ok: false; failure: F }> => ({ ok: false, failure });
/** Refuses arguments, with every problem that they have. */
export const invalid = (problems: readonly Problem[]) => refuse({ code: 'VALIDATION_FAILED', problems });
