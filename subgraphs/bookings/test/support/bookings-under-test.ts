import { join } from 'node:path';
import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import { createEventFactory } from '@meridian/platform/event-log/create-event';
import { openSqliteEventLog } from '@meridian/platform/event-log/sqlite-event-log';
import type { Principal, Role } from '@meridian/platform/identity/principal';
import { createIds } from '@meridian/platform/ids/ids';
import { silentLogger } from '@meridian/platform/observability/logger';
import { openSqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import { asUser } from '@meridian/platform/testkit/people';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import type { OfferClaims } from '@meridian/schema/contracts/offer';
import { type ListingState, listingCreated, listingDeleted, listingUpdated } from '@meridian/schema/events/listings';
import { topics } from '@meridian/schema/events/registry';
import { graphql } from 'graphql';
import { openSandboxDatabase } from '../../src/adapters/open-database.ts';
import { createSandboxPayments } from '../../src/adapters/sandbox/sandbox-payments.ts';
import { storeListings } from '../../src/adapters/sql/sql-known-listings.ts';
import { type Bookings, composeBookings } from '../../src/compose.ts';
import { intakeOf, intakeOfDeleted } from '../../src/events/listing-intake.ts';
import type { PaymentProvider } from '../../src/ports/payment-provider.ts';
import { createOfferKey, offerAt, sign } from './offers.ts';

/** 1 January 2027, noon in UTC. */
export const start = Date.UTC(2027, 0, 1, 12);

/** Someone signed in. */
export const user = (userId: string, ...roles: Role[]): Principal => asUser(userId, roles, `ses_${userId}`);

export const ada = user('usr_ada', 'TRAVELER');
export const owner = user('usr_owner', 'OWNER');
export const support = user('usr_support', 'SUPPORT');

// biome-ignore lint/suspicious/noExplicitAny: answers of GraphQL are shaped by each test's own query
export type Data = any;

type Deleted = Readonly<{ deleted: string; version: number }>;

const isDeleted = (state: ListingState | Deleted): state is Deleted => 'deleted' in state;

function eventOf(state: ListingState | Deleted) {
  if (!isDeleted(state))
    return { type: state.version === 1 ? listingCreated : listingUpdated, id: state.id, data: state };
  const { deleted: id, version } = state;
  return { type: listingDeleted, id, data: { id, version, ownerId: 'usr_owner', kind: 'FLIGHT' } };
}

/** What a test may have otherwise: a payment provider of its own around the sandbox, another bound on holds. */
export type Options = Readonly<{ provider?: (sandbox: PaymentProvider) => PaymentProvider; holdsPerAccount?: number }>;

async function openParts(options: Options) {
  const temporary = await temporaryFolder('bookings');
  const folder = temporary.path;
  const clock = createManualClock(start);
  const ids = createIds({ clock });
  const log = await openSqliteEventLog({ file: join(folder, 'log.db'), clock, logger: silentLogger });
  await log.declareTopics(topics);
  const key = createOfferKey();
  const databaseFile = join(folder, 'bookings.db');
  const sandbox = await openSandboxDatabase(join(folder, 'payments.db'));
  const provider = createSandboxPayments(sandbox);
  const compose = ({ holdsPerAccount } = options) =>
    composeBookings({
      holdsPerAccount,
      ...{ databaseFile, log, clock, ids, logger: silentLogger },
      payments: options.provider?.(provider) ?? provider,
      secrets: { cursorKey: Buffer.alloc(32), offerPublicKeys: [{ kid: key.kid, publicKey: key.publicKey }] },
    });
  const bookings = await compose();
  const database = await openSqliteDatabase({ file: databaseFile });
  const close = async () => {
    await bookings.close();
    await Promise.all([database.close(), sandbox.close(), log.close()]);
    await temporary[Symbol.asyncDispose]();
  };
  return { bookings, database, databaseFile, sandbox, log, clock, ids, key, compose, close };
}

const intakeAt = (state: ListingState | Deleted, time: string) =>
  isDeleted(state)
    ? intakeOfDeleted({ id: state.deleted, version: state.version, ownerId: 'usr_owner', kind: 'FLIGHT' }, time)
    : intakeOf(state, time);

/** Runs an operation as the gateway would. A fault throws. */
const runner =
  (bookings: Bookings) =>
  async (source: string, variableValues: object, principal: Principal = ada): Promise<Data> => {
    const contextValue = bookings.definition.createContext({ principal, requestId: 'req' });
    const { schema } = bookings.definition;
    const result = await graphql({ schema, source, variableValues: { ...variableValues }, contextValue });
    if (result.errors) throw new AggregateError(result.errors, result.errors.map(String).join('\n'));
    return result.data;
  };

/** The whole service on a fresh folder, without a transport: real databases, a real event log, a clock that the test moves. */
export async function openBookings(options: Options = {}) {
  const parts = await openParts(options);
  const { bookings, database, log, clock, ids, key, compose, close } = parts;
  const createEvent = createEventFactory({ source: '/meridian/listings', clock, ids });
  const now = () => new Date(clock.now()).toISOString();
  return {
    ...parts,
    run: runner(bookings),
    /** The same service once more on the same folder, as after a restart or in another process. */
    async again(changes: Pick<Options, 'holdsPerAccount'> = options) {
      const other = await compose(changes);
      return { bookings: other, run: runner(other), [Symbol.asyncDispose]: () => other.close() };
    },
    /** Puts listings into stock as their events would, without the log. */
    list: (...states: (ListingState | Deleted)[]) =>
      database.transaction((sql) =>
        storeListings(
          sql,
          states.map((state) => intakeAt(state, now())),
        ),
      ),
    /** Publishes a listing event. */
    async publish(state: ListingState | Deleted) {
      const { type, id, data } = eventOf(state);
      const event = createEvent({ type: type.type, version: 1, subject: id, sequence: state.version, data });
      await log.append([{ topic: type.topic, key: id, eventId: event.id, value: JSON.stringify(event) }]);
    },
    offer: (changes: Partial<OfferClaims> = {}) => sign(offerAt(clock.now(), changes), key),
    /** The events that wait in the outbox or have left, in order. */
    async published(): Promise<CloudEvent<Data>[]> {
      const rows = await database.query<{ value: string }>('SELECT value FROM outbox ORDER BY id');
      return rows.map(({ value }) => JSON.parse(value));
    },
    [Symbol.asyncDispose]: close,
  };
}

export type BookingsUnderTest = Awaited<ReturnType<typeof openBookings>>;

export const travelers = [{ givenName: 'Ada', familyName: 'Lovelace', kind: 'ADULT' }];

let keys = 0;
/** A key that no other request uses. */
export const freshKey = (): string => {
  keys += 1;
  return `key-${String(keys).padStart(8, '0')}`;
};
