import { GraphQLError } from 'graphql';

/**
 * Why the edge refuses a request before it runs. One code, one meaning, one HTTP status; `docs/ERRORS.md` names cause and remedy.
 * These are 4xx under every media type, unlike mistakes in the document itself.
 */
export const refusalStatus = {
  REQUEST_TOO_LARGE: 413,
  OPERATION_TOO_MANY_TOKENS: 400,
  OPERATION_TOO_DEEP: 400,
  OPERATION_TOO_MANY_ALIASES: 400,
  OPERATION_TOO_MANY_ROOT_FIELDS: 400,
  OPERATION_TOO_MANY_SELECTIONS: 400,
  OPERATION_FRAGMENT_CYCLE: 400,
  OPERATION_TOO_MANY_LIST_ITEMS: 400,
  OPERATION_TOO_COSTLY: 400,
  OPERATION_TOO_MANY_PLANS: 400,
  ADDRESS_UNKNOWN: 404,
  METHOD_NOT_ALLOWED: 405,
  INTROSPECTION_DISABLED: 403,
  ACCESS_TOKEN_INVALID: 401,
  ACCESS_TOKEN_EXPIRED: 401,
  SESSION_MISSING: 401,
  ORIGIN_REFUSED: 403,
  RATE_LIMITED: 429,
} as const satisfies Readonly<Record<string, number>>;

/** The code of a refusal, as it stands in `extensions.code`. */
export type RefusalCode = keyof typeof refusalStatus;

/** A refusal as data: shown to the client as it is. */
export type Refusal = Readonly<{ code: RefusalCode; message: string; retryAfterInSeconds?: number }>;

/** The refusal as an error of a GraphQL answer. */
export const toGraphQLError = (refusal: Refusal): GraphQLError =>
  new GraphQLError(refusal.message, {
    extensions: {
      code: refusal.code,
      ...(refusal.retryAfterInSeconds === undefined ? {} : { retryAfterInSeconds: refusal.retryAfterInSeconds }),
    },
  });

/** Whether a code is a refusal of the gateway's own, before anything ran. */
export const isRefusalCode = (code: unknown): code is RefusalCode =>
  typeof code === 'string' && Object.hasOwn(refusalStatus, code);
