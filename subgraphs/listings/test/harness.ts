import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecrets } from '@meridian/platform/config/secrets';
import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import { createEventFactory } from '@meridian/platform/event-log/create-event';
import type { EventLog } from '@meridian/platform/event-log/event-log';
import { openSqliteEventLog } from '@meridian/platform/event-log/sqlite-event-log';
import { createInternalTokens } from '@meridian/platform/identity/internal-token';
import { anonymous, type Principal, type Role } from '@meridian/platform/identity/principal';
import { scopesOf } from '@meridian/platform/identity/scopes';
import { createSequentialIds } from '@meridian/platform/ids/ids';
import { silentLogger } from '@meridian/platform/observability/logger';
import { createSubgraphExecutor } from '@meridian/platform/subgraph/execute-operation';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { topics } from '@meridian/schema/events/registry';
import { composeListings } from '../src/compose.ts';

export const startOfTests = Date.parse('2027-03-01T09:00:00.000Z');

export const asUser = (userId: string, roles: readonly Role[] = ['TRAVELER']): Principal => ({
  kind: 'user',
  userId,
  sessionId: 'ses_test',
  roles,
  scopes: scopesOf(roles),
});
export const owner = asUser('usr_owner', ['OWNER']);

async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'meridian-listings-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

async function readTopic(log: EventLog, topic: string): Promise<CloudEvent[]> {
  const { partitions = 0 } = (await log.topics()).find(({ name }) => name === topic) ?? {};
  const slices = await Promise.all(
    Array.from({ length: partitions }, (_, partition) => log.read({ topic, partition, offset: 0 }, 1000)),
  );
  const events = slices.flat().map(({ value }) => JSON.parse(value) as CloudEvent);
  return events.sort((left, right) => (left.id < right.id ? -1 : 1));
}

/** What comes back is looked at field by field; a test that errs finds undefined. */
// biome-ignore lint/suspicious/noExplicitAny: the shape is the query's, which the test itself wrote
type Json = any;

type Answer = Readonly<{
  data: Record<string, Json>;
  errors: readonly { message: string; extensions: Record<string, unknown> }[];
}>;

/** A whole listings service on a fresh folder, asked as the gateway asks it. */
export async function openListingsService() {
  const folder = await temporaryFolder();
  const clock = createManualClock(startOfTests);
  const secrets = createSecrets();
  const logger = silentLogger;
  const ids = createSequentialIds();
  const log = await openSqliteEventLog({ file: join(folder.path, 'log.db'), clock, logger });
  await log.declareTopics(topics);
  const listings = await composeListings({
    databaseFile: join(folder.path, 'listings.db'),
    log,
    clock,
    ids,
    logger,
    secrets,
  });
  await listings.start();
  const tokens = createInternalTokens({ key: secrets.internalKey, clock });
  const executor = createSubgraphExecutor(listings.definition, { verifier: tokens, logger });

  const ask = async (
    query: string,
    variables: Record<string, unknown> = {},
    as: Principal = anonymous,
  ): Promise<Answer> => {
    const token = await tokens.issue({ principal: as, audience: 'listings' });
    const { data, errors } = await executor.execute({ query, variables }, { token, requestId: 'req_test' });
    return { data: (data ?? {}) as Answer['data'], errors: (errors ?? []) as unknown as Answer['errors'] };
  };
  const createEvent = createEventFactory({ source: '/meridian/test', clock, ids });
  return {
    ask,
    clock,
    folder: folder.path,
    intake: listings.intake,
    offerPublicKey: secrets.offerKeys[0].publicKey,
    async events(topic: string) {
      await listings.drain();
      return readTopic(log, topic);
    },
    /** Puts an event of another service into the log, and waits until it is applied. */
    async receive(input: Parameters<typeof createEvent>[0] & { topic: string }, times = 1) {
      const { topic, ...rest } = input;
      const event = createEvent(rest);
      const record = { topic, key: event.partitionkey, eventId: event.id, value: JSON.stringify(event) };
      await log.append(Array.from({ length: times }, () => record));
      await caughtUp();
    },
    caughtUp,
    async [Symbol.asyncDispose]() {
      await listings.close();
      await log.close();
      await folder[Symbol.asyncDispose]();
    },
  };
  async function caughtUp() {
    await listings.drain();
    for (;;) {
      const { ready } = await listings.readiness();
      if (ready) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

export type ListingsService = Awaited<ReturnType<typeof openListingsService>>;
