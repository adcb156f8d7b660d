import type { Logger } from '@meridian/platform/observability/logger';
import { createSubgraphExecutor } from '@meridian/platform/subgraph/execute-operation';
import type { InternalTokenVerifier } from '@meridian/platform/subgraph/internal-caller';
import type { SubgraphDefinition } from '@meridian/platform/subgraph/subgraph-definition';
import type { ExecutionResult } from 'graphql';
import { onAbort, untilAborted } from './abort.ts';
import { leavableSubscribe } from './leavable-subscribe.ts';
import {
  type SubgraphCall,
  type SubgraphRequest,
  type SubgraphTransport,
  SubgraphUnavailable,
} from './subgraph-transport.ts';

/** The verifier stands on the subgraph's side. */
export type InProcessDependencies = Readonly<{ verifier: InternalTokenVerifier; logger: Logger }>;

/**
 * Calls a subgraph of this process. It takes no short cut: the internal token is made and verified as over a socket, so that a
 * subgraph that trusts too much fails here as well.
 */
export function createInProcessTransport(
  definition: SubgraphDefinition,
  deps: InProcessDependencies,
): SubgraphTransport {
  const executor = createSubgraphExecutor(definition, deps);
  const open = new AbortController();
  const assertOpen = () => {
    if (open.signal.aborted) throw new SubgraphUnavailable(`${definition.name} is closed.`);
  };

  async function* subscribe(request: SubgraphRequest, call: SubgraphCall): AsyncGenerator<ExecutionResult, void, void> {
    assertOpen();
    const opening = executor.subscribe(request, call.envelope);
    const stream = await untilAborted(opening, call.signal).catch((error: unknown) => {
      // It may open after all, when nobody waits for it any more.
      void opening.then((late) => (Symbol.asyncIterator in late ? late.return() : undefined));
      throw error;
    });
    if (!(Symbol.asyncIterator in stream)) {
      yield stream;
      return;
    }
    const end = () => void stream.return();
    const forget = [onAbort(call.signal, end), onAbort(open.signal, end)];
    try {
      yield* stream;
      assertOpen();
    } finally {
      for (const stop of forget) stop();
      await stream.return();
    }
  }

  const close = async () => open.abort();
  return {
    execute: (request, call) => {
      assertOpen();
      return untilAborted(executor.execute(request, call.envelope), call.signal);
    },
    subscribe: leavableSubscribe(subscribe),
    isReachable: async () => !open.signal.aborted,
    close,
    [Symbol.asyncDispose]: close,
  };
}
