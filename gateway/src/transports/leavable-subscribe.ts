import { joinSignals } from '@meridian/platform/streams/join-signals';
import { leavable } from '@meridian/platform/streams/leavable';
import type { ExecutionResult } from 'graphql';
import type { SubgraphCall, SubgraphRequest } from './subgraph-transport.ts';

type Subscribe = (request: SubgraphRequest, call: SubgraphCall) => AsyncGenerator<ExecutionResult, void, void>;

/**
 * A subscription that ends with its call's signal, and at once when its reader leaves, even while it waits for the next event.
 *
 * @param subscribe the subscription itself, which ends its source when the signal of its call is aborted
 */
export function leavableSubscribe(subscribe: Subscribe): Subscribe {
  async function* subscribeUntil(request: SubgraphRequest, call: SubgraphCall, left: AbortSignal) {
    const { signal, done } = joinSignals([left, call.signal]);
    try {
      yield* subscribe(request, { ...call, signal });
    } finally {
      done();
    }
  }
  return (request, call) => leavable((left) => subscribeUntil(request, call, left));
}
