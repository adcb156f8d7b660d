import type { Ids } from '@meridian/platform/ids/ids';
import { type DocumentNode, type ExecutionResult, GraphQLError, getOperationAST } from 'graphql';
import type { Call } from '../executor/call.ts';
import type { OperationRequest, Operations } from '../operations.ts';
import type { LoadedSupergraph } from '../supergraph/load-supergraph.ts';
import { createSessionCarrier, type SessionCarrier } from './session-carrier.ts';
import type { IssuedSession, SessionOperations } from './session-operations.ts';

/** Runs operations as {@link Operations} does. A session that a mutation begins comes beside the answer, never in it. */
export interface SessionRunner {
  run(
    request: OperationRequest,
    call: Call,
  ): Promise<Readonly<{ result: ExecutionResult; session?: IssuedSession | undefined }>>;
}

/** What each document becomes with the edge's fields woven in; `undefined` where it cannot begin a session. */
function createWeaver(operations: Operations, carrier: SessionCarrier) {
  const bySupergraph = new WeakMap<LoadedSupergraph, WeakMap<DocumentNode, DocumentNode | undefined>>();
  return (document: DocumentNode): DocumentNode | undefined => {
    const { supergraph } = operations;
    const known = bySupergraph.get(supergraph) ?? new WeakMap<DocumentNode, DocumentNode | undefined>();
    bySupergraph.set(supergraph, known);
    if (!known.has(document)) known.set(document, carrier.weave(document, supergraph.views.internal.schema));
    return known.get(document);
  };
}

/** A client learns of a mishap in what he did not ask for, and not where it was. */
const withoutOwnPaths = ({ errors, ...answer }: ExecutionResult, carrier: SessionCarrier): ExecutionResult => {
  if (!errors) return answer;
  const told = errors.map(({ message, path, extensions }) => {
    return new GraphQLError(message, { extensions, path: path && carrier.pathWithin(path) });
  });
  return { ...answer, errors: told };
};

/**
 * Weaves sessions around operations: a mutation that can begin one runs on the internal view, with the fields that only the edge may
 * read. The public contract keeps none. @param deps.session absent where no sessions are kept
 */
export function createSessionRunner(
  operations: Operations,
  deps: Readonly<{ session?: SessionOperations | undefined; ids: Ids }>,
): SessionRunner {
  const plain: SessionRunner['run'] = async (request, call) => ({ result: await operations.run(request, call) });
  if (!deps.session) return { run: plain };
  const carrier = createSessionCarrier(deps.session.carrier, deps.ids);
  const wovenOf = createWeaver(operations, carrier);
  return {
    async run(request, call) {
      const kind = getOperationAST(request.document, request.operationName)?.operation;
      const document = request.view !== 'public' && kind === 'mutation' ? wovenOf(request.document) : undefined;
      if (!document) return plain(request, call);
      const answer = await operations.run({ ...request, view: 'internal', document }, call);
      const session = carrier.take(answer.data);
      return { result: withoutOwnPaths(answer, carrier), session };
    },
  };
}
