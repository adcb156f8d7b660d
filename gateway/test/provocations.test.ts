import { describe, expect, test } from '@jest/globals';
import { openShop, type Shop } from './fixtures/open-shop.ts';
import { openSocket } from './fixtures/open-socket.ts';
import { doors, type Provocation, provocations, statusUnder } from './fixtures/provocations.ts';
import { createRecordingLogger } from './fixtures/recording-logger.ts';

type Errors = readonly Readonly<{ extensions?: Readonly<Record<string, unknown>> }>[];

const mediaTypes = ['application/json', 'application/graphql-response+json'];

/** What our own logs have to tell of; everything else is the client's to mend. */
const faults = ['INTERNAL_SERVER_ERROR', 'SUBGRAPH_UNAVAILABLE'];

async function expectAnswer(provocation: Provocation, shop: Shop, at: Readonly<{ path: string; accept: string }>) {
  const response = await provocation.send({ url: shop.url, ...at }, shop);
  const { errors } = (await response.json()) as { errors: Errors };
  const codes = errors.map(({ extensions }) => extensions?.code);
  const status = statusUnder(provocation, at.accept);
  expect({ ...at, status: response.status, codes }).toEqual({ ...at, status, codes: [provocation.code] });
  expect(response.headers.get('content-type')).toBe(
    `${status === 406 ? 'application/json' : at.accept}; charset=utf-8`,
  );
  // How Apollo Server tells itself the status is nothing to a client.
  for (const { extensions } of errors) expect(extensions).not.toHaveProperty('http');
}

describe('over HTTP', () => {
  const named = provocations.map((one) => [one.what, one.code, one] as const);

  test.each(named)('%s is %s, with its status under each media type, and no fault of ours', async (...[, , one]) => {
    const { logger, errors: logged } = createRecordingLogger();
    await using shop = await (one.open ?? openShop)({ deps: { logger } });
    for (const path of one.paths ?? doors) {
      for (const accept of mediaTypes) await expectAnswer(one, shop, { path, accept });
    }
    if (!faults.includes(one.code)) expect(logged).toEqual([]);
  });
});

describe('over a socket', () => {
  const named = provocations.flatMap(({ message, ...one }) =>
    message ? [[one.what, one.code, { ...one, message }] as const] : [],
  );

  test.each(named)('%s is %s, and no fault of ours', async (_what, code, { message, paths }) => {
    const { logger, errors: logged } = createRecordingLogger();
    await using shop = await openShop({ deps: { logger } });
    for (const path of paths ?? doors) {
      await using socket = openSocket(shop, { path });
      await expect(socket.client.iterate(message).next()).rejects.toMatchObject([{ extensions: { code } }]);
    }
    expect(logged).toEqual([]);
  });
});
