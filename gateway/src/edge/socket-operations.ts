import type { InternalTokens } from '@meridian/platform/identity/internal-token';
import { startDeadline } from '@meridian/platform/streams/deadline';
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { withCost } from '../cost/cost-limits.ts';
import { type Caller, createCall } from '../executor/create-call.ts';
import type { Operations } from '../operations.ts';
import type { FederatedSubscriptions } from '../subscriptions/federated-subscriptions.ts';
import type { DocumentGate } from './document-gate.ts';
import type { Endpoint } from './endpoint.ts';
import { wordsFor } from './error-words.ts';
import { toGraphQLError } from './refusals.ts';

/** An operation as a socket's `subscribe` message carries it. */
export type SocketMessage = Readonly<{
  query: string;
  operationName?: string | null | undefined;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
}>;

type SocketDependencies = Readonly<{
  endpoint: Endpoint;
  gate: DocumentGate;
  operations: Operations;
  subscriptions: FederatedSubscriptions;
  internalTokens: Pick<InternalTokens, 'issue'>;
  requestTimeoutInMs: number;
}>;

/** What a socket can do with a message, once its caller is known. */
export interface SocketOperations {
  /** The document, or what is wrong with it: limits, syntax, validation, variables. */
  check(message: SocketMessage, caller: Caller): readonly GraphQLError[] | DocumentNode;
  run(message: SocketMessage, caller: Caller, document: DocumentNode): Promise<ExecutionResult>;
  subscribe(
    message: SocketMessage,
    caller: Caller & Readonly<{ onOverflow: () => void }>,
    document: DocumentNode,
  ): AsyncGenerator<ExecutionResult, void, void>;
}

const maxValidated = 100;

/** Parses for the error alone: the gate lets through what it could not parse. */
function syntaxErrors(query: string): readonly GraphQLError[] {
  try {
    parse(query, { noLocation: true, maxTokens: 10_000 });
    return [];
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return [new GraphQLError(error.message, { extensions: { code: 'GRAPHQL_PARSE_FAILED' } })];
  }
}

const asValidationError = (error: GraphQLError): GraphQLError =>
  new GraphQLError(error.message, { nodes: error.nodes, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });

type Verdicts = WeakMap<DocumentNode, readonly GraphQLError[]>;

/** Documents come out of the gate's cache, so each is validated once per schema. A schema that was replaced is not held. */
function createValidation(): (schema: GraphQLSchema, document: DocumentNode) => readonly GraphQLError[] {
  const verdicts = new WeakMap<GraphQLSchema, Verdicts>();
  return (schema, document) => {
    const ofSchema: Verdicts = verdicts.get(schema) ?? new WeakMap();
    verdicts.set(schema, ofSchema);
    const known = ofSchema.get(document);
    if (known) return known;
    const errors = validate(schema, document, specifiedRules, { maxErrors: maxValidated }).map(asValidationError);
    ofSchema.set(document, errors);
    return errors;
  };
}

/**
 * The same gate, views and authorisation as over HTTP; only the envelope differs. What a client did wrong is answered; faults are
 * thrown, for the socket to mask.
 */
export function createSocketOperations(deps: SocketDependencies): SocketOperations {
  const { endpoint, operations } = deps;
  const validationErrors = createValidation();
  const requestOf = ({ operationName, variables }: SocketMessage, document: DocumentNode) => ({
    view: endpoint.view,
    document,
    operationName: operationName ?? undefined,
    variables: variables ?? {},
  });

  const mistakesIn = (message: SocketMessage, document: DocumentNode): readonly GraphQLError[] => {
    const errors = validationErrors(operations.supergraph.views[endpoint.view].schema, document);
    return errors.length > 0 ? errors : operations.check(requestOf(message, document));
  };

  return {
    check(message, { principal }) {
      const { document, refusal } = deps.gate.check(message.query, { endpoint, principal });
      if (refusal) return [toGraphQLError(refusal)];
      if (!document) return syntaxErrors(message.query);
      const mistakes = mistakesIn(message, document);
      const words = wordsFor(endpoint, principal);
      return mistakes.length > 0 ? mistakes.map((error) => new GraphQLError(words(error.message), error)) : document;
    },
    async run(message, caller, document) {
      const { signal, done } = startDeadline([], deps.requestTimeoutInMs);
      const request = requestOf(message, document);
      const cost = operations.costOf(request);
      try {
        return withCost(await operations.run(request, createCall(caller, { ...deps, signal })), cost);
      } finally {
        done();
      }
    },
    subscribe(message, { onOverflow, ...caller }, document) {
      const request = requestOf(message, document);
      const operation = operations.prepare(request, caller.principal);
      const cost = operations.costOf(request);
      return deps.subscriptions.subscribe({ operation, variables: request.variables, cost, caller, onOverflow });
    },
  };
}
