import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { SqlDatabase, SqlTransaction } from '@meridian/platform/sql/sql-database';
import { brokenCases, describeContract } from '@meridian/platform/testkit/contract-suite';
import { asUser } from '@meridian/platform/testkit/people';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';
import { openUsersDatabase } from '../src/adapters/open-database.ts';
import { createSqlAirportBook, createSqlAirports } from '../src/adapters/sql-airports.ts';
import type { AirportBook } from '../src/ports/airports.ts';
import { airportsCases } from './airports.contract.ts';
import { openUsersService, type UsersService } from './harness.ts';
import { airportGone, airportTold } from './told.ts';

type Change = (transaction: SqlTransaction, database: SqlDatabase) => SqlTransaction;

/** The adapter on a fresh file; `change` makes a mutant of the transactions that it writes in. */
async function openAirports(change: Change = (transaction) => transaction) {
  const folder = await temporaryFolder('users');
  const { database, close } = await openUsersDatabase(join(folder.path, 'users.db'));
  return {
    airports: createSqlAirports(database),
    transaction: (work: (book: AirportBook) => Promise<unknown>) =>
      database.transaction((transaction) => work(createSqlAirportBook(change(transaction, database)))),
    async [Symbol.asyncDispose]() {
      await close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

describeContract('Airports on SQLite', airportsCases, () => openAirports());

/** Takes what is told for the latest, whatever its sequence says. */
const withoutSequence: Change = (transaction) => ({
  ...transaction,
  executeMany: (sql, params) => transaction.executeMany(sql.replace(/WHERE excluded.*$/, ''), params),
});

test('a mutant that lets what comes late win turns the suite red', async () => {
  expect(await brokenCases(airportsCases, () => openAirports(withoutSequence))).toEqual([
    'what was told before comes late and changes nothing, in either direction',
  ]);
});

const query = `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename
  ... on User { profile { displayName homeAirport } }
  ... on ValidationFailed { code path retryable problems { path message } } } }`;

async function openWithAna() {
  const service = await openUsersService();
  const person = {
    email: 'ana@example.com',
    password: 'correct horse',
    displayName: 'Ana',
    roles: ['TRAVELER'] as const,
  };
  const { account } = await service.users.application.ensureAccount(person);
  return Object.assign(service, { as: asUser(account.id) });
}
type Opened = UsersService & Awaited<ReturnType<typeof openWithAna>>;

const update = async ({ ask, as }: Opened, input: object) =>
  (await ask({ query, variables: { input }, as })).data?.updateProfile;
const profile = async ({ ask, as }: Opened) =>
  (await ask({ query: '{ me { profile { displayName homeAirport } } }', as })).data?.me;

describe('a home airport', () => {
  test('that nobody has heard of is refused with its place, and nothing is changed', async () => {
    await using service = await openWithAna();
    await service.tell(airportTold('LIS', 1));
    expect(await update(service, { displayName: 'Zoe', homeAirport: 'QQQ', currency: null })).toEqual({
      __typename: 'ValidationFailed',
      code: 'VALIDATION_FAILED',
      path: ['input', 'currency'],
      retryable: false,
      problems: [
        { path: ['input', 'currency'], message: expect.any(String) },
        { path: ['input', 'homeAirport'], message: 'No airport is known as QQQ.' },
      ],
    });
    expect(await profile(service)).toEqual({ profile: { displayName: 'Ana', homeAirport: null } });
  });

  test('is taken once its event has arrived, and refused again once the airport is gone', async () => {
    await using service = await openWithAna();
    const home = { homeAirport: 'LIS' };
    expect(await update(service, home)).toMatchObject({ __typename: 'ValidationFailed' });
    const first = airportTold('LIS', 1);
    await service.tell(first);
    expect(await update(service, home)).toMatchObject({ profile: home });
    await service.tell(airportGone('LIS', 2));
    // Delivered again, the inbox knows it; told again under another id, it is older than what is known.
    await service.tell(first, airportTold('LIS', 1));
    expect(await update(service, home)).toMatchObject({ problems: [{ path: ['input', 'homeAirport'] }] });
    // What was chosen while it was there stays.
    expect(await profile(service)).toMatchObject({ profile: home });
    await service.tell(airportTold('LIS', 3));
    expect(await update(service, home)).toMatchObject({ profile: home });
  });
});
