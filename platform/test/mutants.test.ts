import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { EventLog } from '../src/event-log/event-log.ts';
import type { SqlDatabase } from '../src/sql/sql-database.ts';
import { openSqliteDatabase } from '../src/sql/sqlite-database.ts';
import { consumerGroupsContract } from '../src/testkit/consumer-groups.contract.ts';
import { brokenCases } from '../src/testkit/contract-suite.ts';
import { effectConsumerContract } from '../src/testkit/effect-consumer.contract.ts';
import { eventLogContract } from '../src/testkit/event-log.contract.ts';
import { forgettingContract } from '../src/testkit/forgetting.contract.ts';
import { inboxContract } from '../src/testkit/inbox.contract.ts';
import { outboxContract } from '../src/testkit/outbox.contract.ts';
import { sqlDatabaseContract } from '../src/testkit/sql-database.contract.ts';
import { temporaryFolder } from '../src/testkit/temporary-folder.ts';
import { openLogFixture } from './log-fixtures.ts';
import {
  committingBeforeHandling,
  countingAll,
  countingFromTheOldest,
  forgettingNothing,
  forgettingOneTooMany,
  lookingRarely,
  startRelayAfterLastId,
  withRandomPartitions,
} from './mutants/log-mutants.ts';
import { forgetfulInbox, withDeferredBegin, withoutRollbackOfFailures } from './mutants/sql-mutants.ts';
import { openServiceFixture } from './service-fixtures.ts';

const timeoutInMs = 120_000;

async function openSql(mutate: (database: SqlDatabase, file: string) => SqlDatabase) {
  const folder = await temporaryFolder();
  const file = join(folder.path, 'mutant.db');
  const open = async (busyTimeoutInMs: number) => mutate(await openSqliteDatabase({ file, busyTimeoutInMs }), file);
  const [here, there, impatient] = [await open(2_000), await open(2_000), await open(100)];
  const close = async () => {
    for (const database of [here, there, impatient]) await database.close().catch(() => undefined);
    await folder[Symbol.asyncDispose]();
  };
  return { here, there, impatient, [Symbol.asyncDispose]: close };
}

async function openMutantLog(mutate: (log: EventLog, seed: number) => EventLog) {
  const fixture = await openLogFixture();
  return { ...fixture, here: mutate(fixture.here, 1_000), there: mutate(fixture.there, 2_000) };
}

test(
  'a sound adapter breaks nothing when the cases run as they do for mutants',
  async () => {
    const open = () => openSql((database) => database);
    expect(await brokenCases(sqlDatabaseContract, open, timeoutInMs)).toEqual([]);
  },
  timeoutInMs,
);

test(
  'SqlDatabase without the rollback of a returned failure is caught',
  async () => {
    const broken = await brokenCases(sqlDatabaseContract, () => openSql(withoutRollbackOfFailures));
    expect(broken).toContain('a returned failure rolls back what the work has written, and is returned');
  },
  timeoutInMs,
);

test(
  'SqlDatabase that begins deferred is caught',
  async () => {
    const broken = await brokenCases(sqlDatabaseContract, () => openSql(withDeferredBegin));
    expect(broken).toContain('read, then write: no update is lost and no transaction fails, from whatever side');
    expect(broken).toContain('a transaction that has only read keeps other writers out: what it read stays true');
  },
  timeoutInMs,
);

test(
  'an inbox that claims nothing is caught, by its own suite and by that of the consumer',
  async () => {
    const open = () => openServiceFixture({ inbox: forgetfulInbox });
    expect(await brokenCases(inboxContract, open)).toContain('ids are new once, in the given order, whoever asks');
    const broken = await brokenCases(effectConsumerContract, open);
    expect(broken).toContain('an event that is delivered twice has its effect once, in one batch and in two');
  },
  timeoutInMs,
);

test(
  'a relay that reads after the last id is caught',
  async () => {
    const open = async () => ({ ...(await openServiceFixture()), startRelay: startRelayAfterLastId });
    const broken = await brokenCases(outboxContract, open);
    expect(broken).toContain(
      'when published rows have been forgotten, later events still leave, whatever ids they got',
    );
  },
  timeoutInMs,
);

test(
  'a look into the outbox that counts what has left is caught',
  async () => {
    const open = async () => ({ ...(await openServiceFixture()), watch: countingAll });
    const seen = outboxContract.filter(({ name }) => name.startsWith('how it stands'));
    expect(await brokenCases(seen, open)).toHaveLength(1);
  },
  timeoutInMs,
);

test(
  'a log that hashes at random is caught',
  async () => {
    const broken = await brokenCases(eventLogContract, () => openMutantLog(withRandomPartitions));
    expect(broken).toContain('a key always falls in the same partition, whoever appends');
    expect(broken).toContain(
      'offsets count from 0 without gaps when many append at once, and each key keeps its order',
    );
  },
  timeoutInMs,
);

test(
  'a log that commits before handling is caught',
  async () => {
    const broken = await brokenCases(consumerGroupsContract, () => openMutantLog(committingBeforeHandling));
    expect(broken).toContain('a batch whose handler throws is delivered again, and nothing is skipped');
    expect(broken).toContain('the offset moves after the handler has resolved and not before');
  },
  timeoutInMs,
);

test(
  'a log that wakes its readers late is caught',
  async () => {
    const late = eventLogContract.filter(({ name }) => name.includes('within 50 ms'));
    expect(await brokenCases(late, () => openMutantLog(lookingRarely))).toHaveLength(1);
  },
  timeoutInMs,
);

test.each([
  ['counts anew', countingFromTheOldest],
  ['deletes one record too many', forgettingOneTooMany],
  ['deletes nothing', forgettingNothing],
])(
  'a log that %s when it should forget is caught',
  async (_, mutate) => {
    const [kept] = forgettingContract;
    expect(await brokenCases(kept ? [kept] : [], () => openMutantLog(mutate))).toHaveLength(1);
  },
  timeoutInMs,
);
