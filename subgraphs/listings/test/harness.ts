import { join } from 'node:path';
import { createSecrets } from '@meridian/platform/config/secrets';
import { createEventFactory, type EventFactory } from '@meridian/platform/event-log/create-event';
import { openSqliteEventLog } from '@meridian/platform/event-log/sqlite-event-log';
import { anonymous, type Principal } from '@meridian/platform/identity/principal';
import { createSequentialIds } from '@meridian/platform/ids/ids';
import { silentLogger } from '@meridian/platform/observability/logger';
import { createAsk } from '@meridian/platform/testkit/ask-subgraph';
import { readTopic } from '@meridian/platform/testkit/log-events';
import { asUser } from '@meridian/platform/testkit/people';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { topics } from '@meridian/schema/events/registry';
import { composeListings } from '../src/compose.ts';

export const startOfTests = Date.parse('2027-03-01T09:00:00.000Z');

export const owner = asUser('usr_owner', ['OWNER']);

/** What comes back is looked at field by field; a test that errs finds undefined. */
// biome-ignore lint/suspicious/noExplicitAny: the shape is the query's, which the test itself wrote
type Json = any;

type Answer = Readonly<{
  data: Record<string, Json>;
  errors: readonly { message: string; extensions: Record<string, unknown> }[];
}>;

async function openParts() {
  const folder = await temporaryFolder('listings');
  const clock = createManualClock(startOfTests);
  const secrets = createSecrets();
  const ids = createSequentialIds();
  const deps = { clock, ids, logger: silentLogger };
  const log = await openSqliteEventLog({ file: join(folder.path, 'log.db'), ...deps });
  await log.declareTopics(topics);
  const listings = await composeListings({ databaseFile: join(folder.path, 'listings.db'), log, secrets, ...deps });
  await listings.start();
  return { folder, clock, secrets, log, listings, ids };
}

type Parts = Awaited<ReturnType<typeof openParts>>;

function askOf({ secrets, clock, listings }: Parts) {
  const { ask } = createAsk(listings.definition, { internalKey: secrets.internalKey, clock });
  return async (query: string, variables: Record<string, unknown> = {}, as: Principal = anonymous): Promise<Answer> => {
    const { data, errors } = await ask({ query, variables, as });
    return { data: data ?? {}, errors: errors ?? [] } as Answer;
  };
}

/** Resolves when everything is published and consumed. */
async function caughtUp({ listings }: Parts): Promise<void> {
  await listings.drain();
  while (!(await listings.readiness()).ready) await new Promise((resolve) => setImmediate(resolve));
}

type Received = Parameters<EventFactory>[0] & Readonly<{ topic: string }>;

async function receive(parts: Parts, { topic, ...input }: Received, times: number): Promise<void> {
  const createEvent = createEventFactory({ source: '/meridian/test', clock: parts.clock, ids: parts.ids });
  const event = createEvent(input);
  const record = { topic, key: event.partitionkey, eventId: event.id, value: JSON.stringify(event) };
  await parts.log.append(Array.from({ length: times }, () => record));
  await caughtUp(parts);
}

/** A whole listings service on a fresh folder, asked as the gateway asks it. */
export async function openListingsService() {
  const parts = await openParts();
  const { listings, log, folder } = parts;
  const events = async (topic: string) => {
    await listings.drain();
    return readTopic(log, topic);
  };
  return {
    ask: askOf(parts),
    clock: parts.clock,
    folder: folder.path,
    intake: listings.intake,
    offerPublicKey: parts.secrets.offerKeys[0].publicKey,
    /** What this service has published to a topic. */
    events,
    /** What it has published of listings; airports are told on the same topic. */
    listingEvents: async () => (await events('listings')).filter(({ type }) => type.startsWith('listing.')),
    /** Puts an event of another service into the log, and waits until it is applied. */
    receive: (input: Received, times = 1) => receive(parts, input, times),
    caughtUp: () => caughtUp(parts),
    async [Symbol.asyncDispose]() {
      await listings.close();
      await log.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

export type ListingsService = Awaited<ReturnType<typeof openListingsService>>;
