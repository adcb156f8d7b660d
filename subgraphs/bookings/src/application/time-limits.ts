/** How long stock is held for a traveler who has not paid; never beyond the begin of what is held. */
export const HOLD_LIFETIME_IN_MS = 10 * 60_000;

/**
 * How long a request may work on what it began, before someone else may go on with it: longer than the provider's time limit,
 * short enough that a traveler who repeats a request after a crash of ours gets an answer.
 */
export const LEASE_IN_MS = 20_000;

/** How long answers under an idempotency key are kept: twice the 24 hours that are promised. */
export const ANSWERS_KEPT_IN_MS = 48 * 3_600_000;
