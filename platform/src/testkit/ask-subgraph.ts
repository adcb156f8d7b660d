import { createInternalTokens } from '../identity/internal-token.ts';
import { anonymous, type Principal } from '../identity/principal.ts';
import { silentLogger } from '../observability/logger.ts';
import { createSubgraphExecutor, type SubgraphOperation } from '../subgraph/execute-operation.ts';
import type { SubgraphDefinition } from '../subgraph/subgraph-definition.ts';
import type { Clock } from '../time/clock.ts';

/** What is asked, by whom (nobody unless told) and from which address. */
export type Asked = SubgraphOperation & Readonly<{ as?: Principal; from?: string }>;

/** What comes back over a wire: a plain copy, for graphql makes objects without a prototype, which no comparison likes. */
export const plain = <Value>(value: Value): Value =>
  value === undefined ? value : (JSON.parse(JSON.stringify(value)) as Value);

/** Asks a subgraph as the gateway does in-process: with a token of its own for each operation. */
export function createAsk(definition: SubgraphDefinition, deps: Readonly<{ internalKey: Uint8Array; clock: Clock }>) {
  const tokens = createInternalTokens({ key: deps.internalKey, clock: deps.clock });
  const executor = createSubgraphExecutor(definition, { verifier: tokens, logger: silentLogger });
  const envelope = ({ as = anonymous, from = '192.0.2.1' }: Asked) => ({
    token: tokens.issue({ principal: as, audience: definition.name }),
    requestId: 'req_test',
    clientAddress: from,
  });
  return {
    ask: async (asked: Asked) => plain(await executor.execute(asked, envelope(asked))),
    subscribe: (asked: Asked) => executor.subscribe(asked, envelope(asked)),
  };
}
