import { afterAll } from '@jest/globals';
import { consumerGroupsContract } from '../src/testkit/consumer-groups.contract.ts';
import { describeContract } from '../src/testkit/contract-suite.ts';
import { eventLogContract } from '../src/testkit/event-log.contract.ts';
import { forgettingContract } from '../src/testkit/forgetting.contract.ts';
import { openLogFixture } from './log-fixtures.ts';
import { startRemoteProcess } from './remote-process.ts';

const remote = startRemoteProcess();
afterAll(async () => {
  await remote[Symbol.asyncDispose]();
});

describeContract('EventLog on SQLite, one process', eventLogContract, () => openLogFixture());
describeContract('EventLog on SQLite, two processes', eventLogContract, () => openLogFixture({ remote }));
describeContract('Consumer groups on SQLite, one process', consumerGroupsContract, () => openLogFixture());
describeContract('Consumer groups on SQLite, two processes', consumerGroupsContract, () => openLogFixture({ remote }));
describeContract('Forgetting on SQLite, one process', forgettingContract, () => openLogFixture());
describeContract('Forgetting on SQLite, two processes', forgettingContract, () => openLogFixture({ remote }));
