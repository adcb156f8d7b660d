import type { AccessTokenVerifier } from '@meridian/platform/identity/access-token';
import type { InternalTokens } from '@meridian/platform/identity/internal-token';
import type { Ids } from '@meridian/platform/ids/ids';
import type { Logger } from '@meridian/platform/observability/logger';
import type { Readiness } from '@meridian/platform/observability/readiness';
import type { Clock } from '@meridian/platform/time/clock';
import type { FastifyInstance } from 'fastify';
import type { CostLimits } from './cost/cost-limits.ts';
import type { ProxyTrust } from './edge/client-address.ts';
import type { Endpoint } from './edge/endpoint.ts';
import type { OperationLimits } from './edge/operation-limits.ts';
import type { RateBudgets } from './edge/rate-limits.ts';
import type { Scheduler } from './edge/scheduler.ts';
import type { SessionOperations } from './edge/session-operations.ts';
import type { Site } from './edge/sites.ts';
import type { Executor } from './executor/executor.ts';
import type { SupergraphSource } from './supergraph/load-supergraph.ts';
import type { Transports } from './transports/subgraph-transport.ts';

/** What a gateway stands on. It reads no file and no environment; closing what is handed in stays with the caller. */
export type GatewayDependencies = Readonly<{
  supergraph: SupergraphSource;
  /** One for each subgraph of the supergraph; the gateway does not start when one is missing. */
  transports: Transports;
  accessTokens: AccessTokenVerifier;
  internalTokens: Pick<InternalTokens, 'issue'>;
  logger: Logger;
  clock: Clock;
  ids: Ids;
  scheduler?: Scheduler;
  /** Whether everything behind the gateway has caught up. */
  readiness: () => Promise<Readiness>;
  /** Absent where no sessions are kept: then there is no `/auth`. */
  session?: SessionOperations;
  /** The public keys, served at `/.well-known/jwks.json`. */
  jwks?: object;
  /** Adds routes beside the gateway's own, for example pictures. */
  extend?: (app: FastifyInstance) => Promise<void>;
  /** The folder of the built playground and developers' page; absent where they are not served. */
  pagesFolder?: string;
  /** Runs the plans; Apollo's executor unless given. */
  executor?: Executor;
  /** The apps that are served beside the graph. Without them `/` leads to the developers' page. */
  sites?: readonly Site[];
  options?: Partial<GatewayOptions>;
}>;

/** What may be tuned. */
export type GatewayOptions = Readonly<{
  limits: OperationLimits;
  /** What one operation may cost at each door, by the weights and list sizes of the schema. */
  costLimits: CostLimits;
  /** Items of all lists that an operation and its variables may hold. */
  maxListItems: number;
  rateBudgets: RateBudgets;
  introspection: Endpoint['introspection'];
  /** Pages of these origins may call `/graphql` with credentials of their own, besides this server's own. */
  allowedOrigins: readonly string[];
  secureCookies: boolean;
  maxBodyInBytes: number;
  fetchTimeoutInMs: number;
  requestTimeoutInMs: number;
  /** How many events a subscription may fall behind. */
  maxBufferedEvents: number;
  maxSubscriptionsPerSocket: number;
  maxSocketsPerAddress: number;
  /** Longer messages close their socket; long inputs belong to HTTP. */
  maxSocketMessageInBytes: number;
  /** How much may wait to be sent to a client that goes on sending and does not read. */
  maxSocketBacklogInBytes: number;
  socketKeepAliveInMs: number;
  /** Of HTTP and websockets together; one more is refused by the operating system's word. */
  maxConnections: number;
  /** Whose `x-forwarded-for` names the client, over HTTP and websockets alike. */
  trustProxy: ProxyTrust;
}>;
