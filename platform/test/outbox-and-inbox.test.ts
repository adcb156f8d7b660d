import { afterAll } from '@jest/globals';
import { describeContract } from '../src/testkit/contract-suite.ts';
import { effectConsumerContract } from '../src/testkit/effect-consumer.contract.ts';
import { inboxContract } from '../src/testkit/inbox.contract.ts';
import { outboxContract } from '../src/testkit/outbox.contract.ts';
import { startRemoteProcess } from './remote-process.ts';
import { openServiceFixture } from './service-fixtures.ts';

const remote = startRemoteProcess();
afterAll(async () => {
  await remote[Symbol.asyncDispose]();
});

describeContract('Outbox and relay on SQLite, one process', outboxContract, () => openServiceFixture());
describeContract('Outbox and relay on SQLite, two processes', outboxContract, () => openServiceFixture({ remote }));
describeContract('Inbox on SQLite, one process', inboxContract, () => openServiceFixture());
describeContract('Inbox on SQLite, two processes', inboxContract, () => openServiceFixture({ remote }));
describeContract('Effect consumer on SQLite, one process', effectConsumerContract, () => openServiceFixture());
describeContract('Effect consumer on SQLite, two processes', effectConsumerContract, () =>
  openServiceFixture({ remote }),
);
