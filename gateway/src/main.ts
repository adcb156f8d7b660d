import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openDataFolder } from '@meridian/platform/config/data-folder';
import { openSecrets } from '@meridian/platform/config/secrets';
import { createAccessTokenVerifier, jwksOf } from '@meridian/platform/identity/access-token';
import { createInternalTokens } from '@meridian/platform/identity/internal-token';
import { anonymous } from '@meridian/platform/identity/principal';
import { createIds } from '@meridian/platform/ids/ids';
import { type Readiness, readyUnless } from '@meridian/platform/observability/readiness';
import { type ProcessParts, runProcess } from '@meridian/platform/shutdown/run-process';
import { systemClock } from '@meridian/platform/time/clock';
import { authorization, executionSdl, publicSdl } from '@meridian/schema/generated/supergraph';
import { z } from 'zod';
import type { SessionOperations } from './edge/session-operations.ts';
import { type GatewayEnvironment, readGatewayEnvironment } from './environment.ts';
import { createGateway } from './gateway.ts';
import { gatewaySecrets } from './secrets.ts';
import { loadSupergraph } from './supergraph/load-supergraph.ts';
import { createHttpTransport } from './transports/http-transport.ts';
import type { SubgraphTransport } from './transports/subgraph-transport.ts';

// Apollo's packages would report their use otherwise.
process.env.APOLLO_TELEMETRY_DISABLED = '1';

const probeTimeoutInMs = 2000;
const pagesFolder = fileURLToPath(new URL('../dist/playground', import.meta.url));

const sessionOperations: z.ZodType<SessionOperations> = z.object({
  carrier: z.object({ type: z.string(), tokenField: z.string(), expiresAtField: z.string() }),
  refreshDocument: z.string(),
  signOutDocument: z.string(),
});

async function readSession(file: string | undefined): Promise<SessionOperations | undefined> {
  if (!file) return undefined;
  const read = sessionOperations.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (read.success) return read.data;
  throw new Error(`${file} does not say how sessions work.\n${z.prettifyError(read.error)}`);
}

/** Ready when every subgraph answers; whether it has caught up is its own probe's to say. */
const readinessOf = (transports: ReadonlyMap<string, SubgraphTransport>) => async (): Promise<Readiness> => {
  const probes = [...transports].map(async ([name, transport]) =>
    (await transport.isReachable(AbortSignal.timeout(probeTimeoutInMs))) ? [] : [`${name} does not answer`],
  );
  return readyUnless((await Promise.all(probes)).flat());
};

async function start(environment: GatewayEnvironment, { logger, shutdown }: ProcessParts): Promise<void> {
  const secrets = await openSecrets((await openDataFolder(environment.MERIDIAN_DATA)).secrets, gatewaySecrets);
  const internalTokens = createInternalTokens({ key: secrets.internalKey, clock: systemClock });
  const jwks = await jwksOf(secrets.accessPublicKeys);
  const supergraph = { executionSdl, publicSdl, authorization };
  const transports = new Map(
    loadSupergraph(supergraph).subgraphs.map(({ name, url }) => {
      const socketToken = () => internalTokens.issue({ principal: anonymous, audience: name });
      const address = environment.SUBGRAPH_URLS.get(name) ?? url;
      return [name, createHttpTransport({ name, url: address, socketToken })] as const;
    }),
  );
  for (const [name, transport] of transports) shutdown.register(`transport to ${name}`, () => transport.close());
  const session = await readSession(environment.SESSION_OPERATIONS);
  const gateway = await createGateway({
    supergraph,
    transports,
    accessTokens: createAccessTokenVerifier({ jwks, clock: systemClock, issuer: environment.TOKEN_ISSUER }),
    internalTokens,
    logger,
    clock: systemClock,
    ids: createIds(),
    readiness: readinessOf(transports),
    jwks,
    pagesFolder,
    ...(session ? { session } : {}),
    options: optionsOf(environment),
  });
  shutdown.register('gateway', () => gateway.close());
  const { url } = await gateway.listen({ port: environment.GATEWAY_PORT, host: environment.GATEWAY_HOST });
  logger.info({ url, subgraphs: [...transports.keys()] }, 'the gateway listens');
}

const optionsOf = (environment: GatewayEnvironment) => ({
  allowedOrigins: environment.ALLOWED_ORIGINS,
  secureCookies: environment.SECURE_COOKIES,
  trustProxy: environment.TRUST_PROXY,
  introspection: environment.INTROSPECTION,
  fetchTimeoutInMs: environment.FETCH_TIMEOUT_MS,
});

await runProcess({
  name: 'gateway',
  settings: readGatewayEnvironment(process.env),
  start,
  // Longer than a subgraph's: requests in hand wait for those.
  shutdownTimeoutInMs: 15_000,
});
