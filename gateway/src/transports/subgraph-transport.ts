import type { InternalEnvelope } from '@meridian/platform/subgraph/internal-caller';
import type { ExecutionResult } from 'graphql';

/** One operation for one subgraph, as the planner wrote it. */
export type SubgraphRequest = Readonly<{
  query: string;
  operationName?: string;
  variables?: Readonly<Record<string, unknown>>;
}>;

/** For whom it runs, and until when. */
export type SubgraphCall = Readonly<{ envelope: InternalEnvelope; signal: AbortSignal }>;

/**
 * Reaches one subgraph. Guarantees, held by `subgraph-transport.contract.ts` over every adapter:
 * - the subgraph sees the principal of the envelope's token, what else is in the envelope, and nothing else of the caller, for an
 *   operation as for each event of a subscription;
 * - errors that the subgraph answers are results; not reaching it, or an answer that is none, throws {@link SubgraphUnavailable};
 * - an aborted signal settles `execute` and ends a subscription at once, whatever the subgraph does;
 * - a subscription that could not be opened yields one result with errors; one that its subgraph completes just ends;
 * - ending the iteration frees the subgraph's side.
 */
export interface SubgraphTransport extends AsyncDisposable {
  execute(request: SubgraphRequest, call: SubgraphCall): Promise<ExecutionResult>;
  subscribe(request: SubgraphRequest, call: SubgraphCall): AsyncGenerator<ExecutionResult, void, void>;
  /** Whether the subgraph answers. */
  isReachable(signal: AbortSignal): Promise<boolean>;
  close(): Promise<void>;
}

/** The transports by the subgraphs' names in the supergraph. */
export type Transports = ReadonlyMap<string, SubgraphTransport>;

/** The subgraph could not be reached or did not answer in time. What it did, if anything, is unknown. */
export class SubgraphUnavailable extends Error {
  override readonly name = 'SubgraphUnavailable';
}
