/**
 * How a listing's page follows what happens to it: while somebody looks at it, it asks again, so that its price and what is left are
 * never much older than this. An alert of a watched price arrives at once.
 */
export const following = { pollInterval: 15_000, skipPollAttempt: () => document.hidden } as const;
