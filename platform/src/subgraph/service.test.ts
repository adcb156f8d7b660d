import { describe, expect, test } from '@jest/globals';
import { GraphQLSchema } from 'graphql';
import { readyUnless } from '../observability/readiness.ts';
import { backlogOf } from './event-work.ts';
import { createService } from './service.ts';
import type { SubgraphContext } from './subgraph-context.ts';

/** A service whose parts write down what happens to them. Its work starts when `begin` resolves, at once unless given. */
function openService(begin: Promise<void> = Promise.resolve()) {
  const told: string[] = [];
  const tell = (what: string) => async () => void told.push(what);
  const service = createService({
    definition: { name: 'stars', schema: new GraphQLSchema({}), createContext: (base: SubgraphContext) => base },
    async startWork() {
      told.push('work starts');
      await begin;
      told.push('work runs');
      return {
        readiness: async () => readyUnless(['a star is missing']),
        drain: tell('work drains'),
        close: tell('work ends'),
      };
    },
    batches: { flush: tell('batches leave'), close: tell('batches end') },
    close: tell('database closes'),
  });
  return { service, told };
}

describe('a service', () => {
  test('is not ready before it has started, and then as ready as its work', async () => {
    const { service } = openService();
    expect(await service.readiness()).toEqual({ ready: false, reasons: ['stars has not started.'] });
    await service.start();
    expect(await service.readiness()).toEqual({ ready: false, reasons: ['a star is missing'] });
  });

  test('starts its work once, however often it is told to', async () => {
    const { service, told } = openService();
    await service.start();
    await Promise.all([service.start(), service.start()]);
    expect(told).toEqual(['work starts', 'work runs']);
  });

  test('starts its work once for two that tell it at once', async () => {
    const { service, told } = openService();
    await Promise.all([service.start(), service.start()]);
    expect(told).toEqual(['work starts', 'work runs']);
  });

  test('closed while it starts, it waits for the start and leaves nothing running', async () => {
    let begin = () => {};
    const { service, told } = openService(
      new Promise((resolve) => {
        begin = resolve;
      }),
    );
    const started = service.start();
    const closed = service.close();
    begin();
    await Promise.all([started, closed]);
    expect(told).toEqual(['work starts', 'batches end', 'work runs', 'work ends', 'database closes']);
  });

  test('closes although its work could not start', async () => {
    const { service, told } = openService(Promise.reject(new Error('no relay')));
    await expect(service.start()).rejects.toThrow('no relay');
    await service.close();
    expect(told).toEqual(['work starts', 'batches end', 'database closes']);
  });

  test('closes once, and starts no more', async () => {
    const { service, told } = openService();
    await Promise.all([service.close(), service.close()]);
    expect(told).toEqual(['batches end', 'database closes']);
    await expect(service.start()).rejects.toThrow('stars is closed');
  });

  test('drains along the traffic: what requests left behind goes through the work', async () => {
    const { service, told } = openService();
    await service.start();
    await service.drain();
    expect(told).toEqual(['work starts', 'work runs', 'batches leave', 'work drains']);
  });

  test('closes along the traffic, and what both stand on last', async () => {
    const { service, told } = openService();
    await service.start();
    await service.close();
    expect(told).toEqual(['work starts', 'work runs', 'batches end', 'work ends', 'database closes']);
  });

  test('that has never started closes what it had opened', async () => {
    const { service, told } = openService();
    await service[Symbol.asyncDispose]();
    expect(told).toEqual(['batches end', 'database closes']);
  });
});

describe('the backlog of a service', () => {
  const lagOf = (lags: Readonly<Record<string, number>>) => async (group?: string) => [
    { group: group ?? '', topic: 't', partition: 0, committed: 0, end: 0, lag: lags[group ?? ''] ?? 0 },
  ];

  test('is empty when nothing waits', async () => {
    const log = { lag: lagOf({}) };
    expect(await backlogOf({ service: 'stars', log, groups: ['one', 'two'], pending: async () => 0 })).toEqual([]);
  });

  test('counts all groups, and tells publishing from consuming', async () => {
    const log = { lag: lagOf({ one: 2, two: 3 }) };
    expect(await backlogOf({ service: 'stars', log, groups: ['one', 'two'], pending: async () => 4 })).toEqual([
      'stars has 4 events to publish.',
      'stars has 5 events to consume.',
    ]);
  });

  test('sees an event that moves from a group into the outbox while it looks', async () => {
    let handled = false;
    const log = {
      lag: async () => {
        handled = true;
        return [];
      },
    };
    const pending = async () => (handled ? 1 : 0);
    expect(await backlogOf({ service: 'stars', log, groups: ['one'], pending })).toEqual([
      'stars has 1 events to publish.',
    ]);
  });
});
