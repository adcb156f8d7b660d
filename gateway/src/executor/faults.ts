import type { Logger } from '@meridian/platform/observability/logger';
import { maskedMessage } from '@meridian/platform/subgraph/mask-errors';
import { type ExecutionResult, GraphQLError } from 'graphql';

/** Where a fault is told of: the log, and the id by which the client's report leads to it. */
export type FaultScope = Readonly<{ logger: Logger; requestId: string }>;

const internal = 'INTERNAL_SERVER_ERROR';

/** A fault that was masked before, here or in a subgraph, has the id under which it stands in a log. */
const isMasked = ({ extensions }: GraphQLError): boolean =>
  extensions.code === internal && typeof extensions.requestId === 'string';

/** Whether the error only wraps another that nobody meant to tell. What came over a network is an object of no class. */
const wrapsFault = ({ originalError }: GraphQLError): boolean =>
  originalError instanceof Error && !(originalError instanceof GraphQLError);

const isMeant = (error: unknown): error is GraphQLError => {
  if (!(error instanceof GraphQLError) || wrapsFault(error)) return false;
  return isMasked(error) || (typeof error.extensions.code === 'string' && error.extensions.code !== internal);
};

/** Logs what went wrong, whatever it is, and answers the one thing that a client learns of it. Its place stays. */
export function maskFault(error: unknown, { logger, requestId }: FaultScope): GraphQLError {
  const path = error instanceof GraphQLError ? error.path : undefined;
  const cause = (error instanceof GraphQLError && error.originalError) || error;
  logger.error({ error: cause, path, requestId }, 'a fault was masked');
  return new GraphQLError(maskedMessage, { path, extensions: { code: internal, requestId } });
}

/**
 * Lets an error pass that somebody meant to tell, which is one with a code of its own, and masks everything else. Behind the edge
 * there is no exception for errors without a path: what a client may have done wrong was told, with a code, before anything ran.
 */
export const withoutFault = (error: unknown, scope: FaultScope): GraphQLError =>
  isMeant(error) ? error : maskFault(error, scope);

/** The answer of an operation, or of one event, of which nothing else is left. */
export const answerOfFault = (error: unknown, scope: FaultScope): ExecutionResult => ({
  data: null,
  errors: [withoutFault(error, scope)],
});
