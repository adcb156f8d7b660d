import { expect, test } from '@jest/globals';
import { createInternalTokens } from '@meridian/platform/identity/internal-token';
import type { Principal } from '@meridian/platform/identity/principal';
import { silentLogger } from '@meridian/platform/observability/logger';
import { readyUnless } from '@meridian/platform/observability/readiness';
import { serveSubgraph } from '@meridian/platform/subgraph/serve-subgraph';
import { systemClock } from '@meridian/platform/time/clock';
import { createHttpTransport } from '../src/transports/http-transport.ts';
import { createInProcessTransport } from '../src/transports/in-process-transport.ts';
import { internalKey } from './fixtures/shop-identity.ts';
import { createShopSubgraph } from './fixtures/shop-subgraphs.ts';
import { createShopWorld } from './fixtures/shop-world.ts';
import { spawnShopSubgraph } from './fixtures/spawn-shop-subgraph.ts';
import { describeSubgraphTransport } from './subgraph-transport.contract.ts';

const internalTokens = createInternalTokens({ key: internalKey, clock: systemClock });

const callAs = (principal: Principal, signal: AbortSignal = new AbortController().signal) => ({
  envelope: { token: internalTokens.issue({ principal, audience: 'ticker' }), requestId: 'req_of_contract' },
  signal,
});

const toTicker = (url: string) =>
  createHttpTransport({
    name: 'ticker',
    url,
    socketToken: () => internalTokens.issue({ principal: { kind: 'anonymous' }, audience: 'ticker' }),
  });

describeSubgraphTransport('in-process', async () => {
  const world = createShopWorld();
  const transport = createInProcessTransport(createShopSubgraph('ticker', world), {
    verifier: internalTokens,
    logger: silentLogger,
  });
  return {
    transport,
    callAs,
    ticks: world.ticks,
    lose: () => transport.close(),
    [Symbol.asyncDispose]: () => transport.close(),
  };
});

describeSubgraphTransport('over HTTP', async () => {
  const world = createShopWorld();
  const served = await serveSubgraph(createShopSubgraph('ticker', world), {
    port: 0,
    internalTokens,
    logger: silentLogger,
  });
  const transport = toTicker(served.url);
  let closed = false;
  const lose = async () => {
    if (closed) return;
    closed = true;
    await served.close();
  };
  const close = async () => {
    await transport.close();
    await lose();
  };
  return { transport, callAs, ticks: world.ticks, lose, [Symbol.asyncDispose]: close };
});

describeSubgraphTransport('over HTTP to another process', async () => {
  const child = await spawnShopSubgraph('ticker');
  const transport = toTicker(child.url);
  const close = async () => {
    await transport.close();
    await child.kill();
  };
  return { transport, callAs, ticks: child, lose: () => child.kill(), [Symbol.asyncDispose]: close };
});

test('without an internal token the HTTP door stays shut', async () => {
  const world = createShopWorld();
  await using served = await serveSubgraph(createShopSubgraph('ticker', world), {
    port: 0,
    internalTokens,
    logger: silentLogger,
  });
  const response = await fetch(served.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ tock }' }),
  });
  expect(response.status).toBe(401);
});

test('a served subgraph answers probes: it lives; it has caught up, or why not', async () => {
  const waiting = ['ticker has 3 events to publish.'];
  let readiness = async () => readyUnless(waiting);
  await using served = await serveSubgraph(createShopSubgraph('ticker', createShopWorld()), {
    port: 0,
    internalTokens,
    logger: silentLogger,
    readiness: () => readiness(),
  });
  const probe = async (path: string) => {
    const response = await fetch(new URL(path, served.url));
    return [response.status, await response.json()];
  };
  expect(await probe('/healthz')).toEqual([200, { status: 'ok' }]);
  expect(await probe('/readyz')).toEqual([503, { ready: false, reasons: waiting }]);
  readiness = async () => readyUnless([]);
  expect(await probe('/readyz')).toEqual([200, { ready: true, reasons: [] }]);
  readiness = async () => Promise.reject(new Error('The database is closed.'));
  expect(await probe('/readyz')).toEqual([503, { ready: false, reasons: [expect.stringContaining('cannot be told')] }]);
});
