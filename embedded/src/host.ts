import { fileURLToPath } from 'node:url';
import { createGateway, type Gateway } from '@meridian/gateway/gateway';
import { createAccessTokenVerifier, jwksOf } from '@meridian/platform/identity/access-token';
import { joinReadiness, type Readiness } from '@meridian/platform/observability/readiness';
import { authorization, executionSdl, publicSdl } from '@meridian/schema/generated/supergraph';
import { type Foundation, tokenIssuer } from './foundation.ts';
import { addPictures } from './pictures.ts';
import type { Services } from './services.ts';
import { session } from './session.ts';

const built = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const pagesFolder = built('gateway/dist/playground');
const sites = [
  { base: '', folder: built('web/dist') },
  { base: '/admin', folder: built('admin/dist') },
];

/** Puts the gateway before the services. Readiness is theirs and the market's. */
export async function createHost(
  foundation: Foundation,
  services: Services,
  deps: Readonly<{ marketReadiness: () => Readiness }>,
): Promise<Gateway> {
  const { secrets, clock, ids, logger, internalTokens } = foundation;
  const jwks = await jwksOf(secrets.accessPublicKeys);
  return createGateway({
    supergraph: { executionSdl, publicSdl, authorization },
    transports: services.transports,
    accessTokens: createAccessTokenVerifier({ jwks, clock, issuer: tokenIssuer }),
    internalTokens,
    logger: logger.child({ service: 'gateway' }),
    clock,
    ids,
    readiness: async () => joinReadiness([deps.marketReadiness(), await services.readiness()]),
    session,
    jwks,
    extend: async (app) => addPictures(app, { foundation, services }),
    pagesFolder,
    sites,
    // One laptop is one address: a cookie without TLS is right on loopback, and everybody shares the address's budget.
    options: { secureCookies: false, rateBudgets: laptopBudgets },
  });
}

const laptopBudgets = {
  publicPerAddress: { operations: 600, windowInSeconds: 60 },
  perAddress: { operations: 120_000, windowInSeconds: 60 },
  anonymousPerAddress: { operations: 60_000, windowInSeconds: 60 },
  perUser: { operations: 60_000, windowInSeconds: 60 },
};
