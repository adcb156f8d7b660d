import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { openSqliteDatabase } from '../src/sql/sqlite-database.ts';
import { describeContract } from '../src/testkit/contract-suite.ts';
import { sqlDatabaseContract } from '../src/testkit/sql-database.contract.ts';
import { temporaryFolder } from '../src/testkit/temporary-folder.ts';
import { startRemoteProcess } from './remote-process.ts';

const busyTimeoutInMs = 10_000;

describeContract('SqlDatabase on SQLite, one process', sqlDatabaseContract, async () => {
  const folder = await temporaryFolder();
  const file = join(folder.path, 'contract.db');
  const here = await openSqliteDatabase({ file, busyTimeoutInMs });
  const there = await openSqliteDatabase({ file, busyTimeoutInMs });
  const impatient = await openSqliteDatabase({ file, busyTimeoutInMs: 100 });
  const close = async () => {
    for (const database of [here, there, impatient]) await database.close();
    await folder[Symbol.asyncDispose]();
  };
  return { here, there, impatient, [Symbol.asyncDispose]: close };
});

const remote = startRemoteProcess();
afterAll(async () => {
  await remote[Symbol.asyncDispose]();
});

describeContract('SqlDatabase on SQLite, two processes', sqlDatabaseContract, async () => {
  const folder = await temporaryFolder();
  const file = join(folder.path, 'contract.db');
  const here = await openSqliteDatabase({ file, busyTimeoutInMs });
  const there = await remote.openDatabase({ file, busyTimeoutInMs });
  const impatient = await openSqliteDatabase({ file, busyTimeoutInMs: 100 });
  const close = async () => {
    for (const database of [here, there, impatient]) await database.close();
    await folder[Symbol.asyncDispose]();
  };
  return { here, there, impatient, [Symbol.asyncDispose]: close };
});
