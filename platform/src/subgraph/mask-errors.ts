import { GraphQLError } from 'graphql';
import type { Logger } from '../observability/logger.ts';

export type MaskScope = Readonly<{ logger: Logger; requestId: string }>;

/** The one thing that a client learns of a fault. */
export const maskedMessage =
  'Something went wrong on our side. Try again, and quote the request id when you ask about it.';

/**
 * An error that somebody meant to tell: a `GraphQLError` thrown with a code, or one that refuses the request before anything
 * ran (syntax, validation, coercion: these have no path). Everything else is a fault, `Cannot return null …` included.
 */
const isMeant = (error: GraphQLError): boolean => {
  if (error.originalError && !(error.originalError instanceof GraphQLError)) return false;
  return typeof error.extensions.code === 'string' || error.path === undefined;
};

/** Logs a fault with its stack and answers what may be shown of it. Errors that were meant for the client pass. */
export function maskError(error: GraphQLError, scope: MaskScope): GraphQLError {
  if (isMeant(error)) return error;
  scope.logger.error(
    { error: error.originalError ?? error, path: error.path, requestId: scope.requestId },
    'a resolver failed',
  );
  return new GraphQLError(maskedMessage, {
    path: error.path,
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: scope.requestId },
  });
}
