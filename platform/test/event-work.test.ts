import { expect, test } from '@jest/globals';
import type { EventLog } from '../src/event-log/event-log.ts';
import { silentLogger } from '../src/observability/logger.ts';
import type { SqlDatabase } from '../src/sql/sql-database.ts';
import { startEventWork } from '../src/subgraph/event-work.ts';
import type { ServiceNode } from '../src/testkit/service-node.ts';
import { systemClock as clock } from '../src/time/clock.ts';
import { openServiceFixture } from './service-fixtures.ts';

/** A node that counts what runs on it: the relay listens to commits, and each consumer group consumes. */
function countWork(node: ServiceNode, refusedGroup: string) {
  const running = { relays: 0, consumers: 0 };
  const database: SqlDatabase = {
    ...node.database,
    onCommit(listener) {
      running.relays += 1;
      const stop = node.database.onCommit(listener);
      return () => {
        running.relays -= 1;
        stop();
      };
    },
  };
  const log: EventLog = {
    ...node.log,
    async consume(options) {
      if (options.group === refusedGroup) throw new Error(`${refusedGroup} cannot start`);
      const consumption = await node.log.consume(options);
      running.consumers += 1;
      const close = async () => {
        running.consumers -= 1;
        await consumption.close();
      };
      return { close, [Symbol.asyncDispose]: close };
    },
  };
  return { running, database, log };
}

const groups = ['first', 'second'].map((group) => ({ group, handlers: [] }));

test('when a group cannot start, neither the relay nor the groups before it are left running', async () => {
  await using fixture = await openServiceFixture();
  const { running, ...node } = countWork(fixture.here, 'second');
  await expect(startEventWork({ ...node, service: 'stars', clock, logger: silentLogger }, groups)).rejects.toThrow(
    'second cannot start',
  );
  expect(running).toEqual({ relays: 0, consumers: 0 });
});

test('all of it runs until it is closed', async () => {
  await using fixture = await openServiceFixture();
  const { running, ...node } = countWork(fixture.here, 'none');
  const work = await startEventWork({ ...node, service: 'stars', clock, logger: silentLogger }, groups);
  expect(running).toEqual({ relays: 1, consumers: 2 });
  await work.close();
  expect(running).toEqual({ relays: 0, consumers: 0 });
});
