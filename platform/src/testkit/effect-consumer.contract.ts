import { expect } from '@jest/globals';
import { z } from 'zod';
import { listDeadLetters, replayDeadLetter, showDeadLetter } from '../consumer/dead-letters.ts';
import { type EffectConsumerOptions, type EventHandler, eventHandler } from '../consumer/effect-consumer.ts';
import { listParkedEvents } from '../consumer/parked-events.ts';
import type { CloudEvent } from '../event-log/cloud-event.ts';
import type { Consumption } from '../event-log/event-log.ts';
import { DatabaseBusyError, type SqlDatabase, type SqlTransaction } from '../sql/sql-database.ts';
import { type Collector, createCollector } from './collector.ts';
import type { ContractCase } from './contract-suite.ts';
import {
  appendEvents,
  declareOrders,
  eventTopic,
  orderEvent,
  orderEvents,
  type ServiceFixture,
  type ServiceNode,
} from './service-node.ts';

/** Two replicas of a service that consumes. `startConsumer` uses the inbox and the consumer under test. */
export type EffectConsumerFixture = ServiceFixture &
  Readonly<{ startConsumer(node: ServiceNode, options: EffectConsumerOptions): Promise<Consumption> }>;

const group = 'g';
const retry = { maxAttempts: 3, baseDelayInMs: 1, maxDelayInMs: 4 };
const placed = z.object({ n: z.number() });
type Placed = z.infer<typeof placed>;
type Apply = (transaction: SqlTransaction, events: readonly CloudEvent<Placed>[]) => Promise<void>;

/** One row per time that an event had its effect. */
const createEffects = ({ database }: ServiceNode) =>
  database.execute('CREATE TABLE effects (id INTEGER PRIMARY KEY, event_id VARCHAR(60) NOT NULL)');

const applyEffect: Apply = async (transaction, events) => {
  const insert = 'INSERT INTO effects (event_id) VALUES (?)';
  await transaction.executeMany(
    insert,
    events.map((event) => [event.id]),
  );
};

const handlerOf = (apply: Apply, version = 1): EventHandler =>
  eventHandler({ topic: eventTopic, type: 'order.placed', version, schema: placed, apply });

const effectsIn = async (database: SqlDatabase) =>
  (await database.query<{ event_id: string }>('SELECT event_id FROM effects ORDER BY id')).map((row) => row.event_id);

const idsOf = (events: readonly CloudEvent[]) => events.map((event) => event.id);
const applied = (count: number) => (events: readonly CloudEvent[]) => events.length >= count;

async function prepare({ here }: EffectConsumerFixture): Promise<Collector<CloudEvent>> {
  await createEffects(here);
  await declareOrders(here.log);
  return createCollector<CloudEvent>();
}

const optionsOf = (seen: Collector<CloudEvent>, handlers: readonly EventHandler[]): EffectConsumerOptions => ({
  group,
  handlers,
  retry,
  onApplied: seen.add,
});

/** Resolves when something has come to the topic's dead letters. */
async function deadLettersOf(node: ServiceNode, count: number) {
  const come = createCollector<unknown>();
  const handle = async (records: readonly unknown[]) => come.add(records);
  const from = new Map([[`${eventTopic}.dlq/0`, 0]]);
  await using _ = await node.log.follow({ topics: [`${eventTopic}.dlq`], from, handle });
  await come.until((records) => records.length >= count);
  return listDeadLetters(node.log, { limit: 999 });
}

const once: readonly ContractCase<EffectConsumerFixture>[] = [
  {
    name: 'an event that is delivered twice has its effect once, in one batch and in two',
    async run(fixture) {
      const seen = await prepare(fixture);
      const events = orderEvents(0, 20);
      await appendEvents(fixture.there.log, [...events, ...events]);
      await using _ = await fixture.startConsumer(fixture.here, optionsOf(seen, [handlerOf(applyEffect)]));
      await seen.until(applied(20));
      await appendEvents(fixture.there.log, [...events, orderEvent(20)]);
      await seen.until(applied(21));
      const effects = await effectsIn(fixture.there.database);
      expect([...effects].sort()).toEqual(idsOf(orderEvents(0, 21)).sort());
    },
  },
  {
    name: 'replicas share the work: once in effect, each subject in order',
    async run(fixture) {
      const seen = await prepare(fixture);
      const options = optionsOf(seen, [handlerOf(applyEffect)]);
      await using _one = await fixture.startConsumer(fixture.here, options);
      await using _two = await fixture.startConsumer(fixture.there, options);
      for (let from = 0; from < 200; from += 20) {
        await appendEvents(from % 40 === 0 ? fixture.here.log : fixture.there.log, orderEvents(from, from + 20));
      }
      await seen.until(applied(200));
      const effects = await effectsIn(fixture.here.database);
      expect(effects).toHaveLength(200);
      for (let subject = 0; subject < 5; subject += 1) {
        const numbers = effects.map((id) => Number(id.slice(4))).filter((n) => n % 5 === subject);
        expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
      }
    },
  },
  {
    name: 'a handler that throws leaves neither effect nor inbox behind, and the event is applied later',
    async run(fixture) {
      const seen = await prepare(fixture);
      let failures = 2;
      const apply: Apply = async (transaction, events) => {
        await applyEffect(transaction, events);
        failures -= 1;
        if (failures >= 0) throw new Error('not yet');
      };
      await appendEvents(fixture.here.log, [orderEvent(0)]);
      await using _ = await fixture.startConsumer(fixture.there, optionsOf(seen, [handlerOf(apply)]));
      await seen.until(applied(1));
      expect(await effectsIn(fixture.here.database)).toEqual(['evt_0']);
      expect(await listDeadLetters(fixture.here.log, { limit: 999 })).toEqual([]);
    },
  },
  {
    name: 'a busy database is waited for, however often, and never makes a dead letter',
    async run(fixture) {
      const seen = await prepare(fixture);
      let busy = 3 * retry.maxAttempts;
      const apply: Apply = async (transaction, events) => {
        busy -= 1;
        if (busy >= 0) throw new DatabaseBusyError('busy');
        await applyEffect(transaction, events);
      };
      await appendEvents(fixture.here.log, [orderEvent(0)]);
      await using _ = await fixture.startConsumer(fixture.here, optionsOf(seen, [handlerOf(apply)]));
      await seen.until(applied(1));
      expect(await listDeadLetters(fixture.here.log, { limit: 999 })).toEqual([]);
    },
  },
];

const failing: readonly ContractCase<EffectConsumerFixture>[] = [
  {
    name: 'an event that keeps failing becomes a dead letter with its cause and place; the others are applied',
    async run(fixture) {
      const seen = await prepare(fixture);
      const attempts: number[] = [];
      const apply: Apply = async (transaction, events) => {
        if (events.some((event) => event.data.n === 7)) {
          if (events.length === 1) attempts.push(7);
          throw new Error('seven is wrong');
        }
        await applyEffect(transaction, events);
      };
      const positions = await appendEvents(fixture.here.log, orderEvents(0, 20));
      await using _ = await fixture.startConsumer(fixture.there, optionsOf(seen, [handlerOf(apply)]));
      await seen.until(applied(19));
      const [letter, ...others] = await deadLettersOf(fixture.here, 1);
      expect(others).toEqual([]);
      expect(letter).toMatchObject({
        group,
        cause: 'Error: seven is wrong',
        attempts: 3,
        eventId: 'evt_7',
        origin: positions[7],
      });
      expect(JSON.parse(letter?.value ?? '')).toEqual(orderEvent(7));
      expect(attempts).toHaveLength(retry.maxAttempts);
      expect((await effectsIn(fixture.here.database)).sort()).toEqual(
        idsOf(orderEvents(0, 20).filter((event) => event.id !== 'evt_7')).sort(),
      );
    },
  },
  {
    name: 'data that its schema refuses and text that is no event are dead letters at once; the rest is applied',
    async run(fixture) {
      const seen = await prepare(fixture);
      await appendEvents(fixture.here.log, [orderEvent(0), orderEvent(5, { data: { n: 'five' } }), orderEvent(10)]);
      await fixture.here.log.append([{ topic: eventTopic, key: 'ord_0', eventId: 'broken', value: '{"half":' }]);
      await using _ = await fixture.startConsumer(fixture.here, optionsOf(seen, [handlerOf(applyEffect)]));
      const letters = await deadLettersOf(fixture.there, 2);
      expect(letters.map((letter) => letter.eventId).sort()).toEqual(['broken', 'evt_5']);
      expect(letters.find(({ eventId }) => eventId === 'evt_5')).toMatchObject({
        cause: expect.stringMatching(/^It does not fit its schema\. n: /),
        attempts: 1,
      });
      await seen.until(applied(2));
      expect(await effectsIn(fixture.here.database)).toEqual(['evt_0', 'evt_10']);
    },
  },
  {
    name: 'a dead letter that is put back is applied once, by the group that had failed and by no other',
    async run(fixture) {
      const seen = await prepare(fixture);
      const state = { broken: true };
      const apply: Apply = async (transaction, events) => {
        if (state.broken) throw new Error('broken');
        await applyEffect(transaction, events);
      };
      const others = createCollector<CloudEvent>();
      await appendEvents(fixture.here.log, [orderEvent(0)]);
      const healthy = handlerOf(async () => undefined);
      await using _other = await fixture.startConsumer(fixture.there, {
        ...optionsOf(others, [healthy]),
        group: 'other',
      });
      await using _failing = await fixture.startConsumer(fixture.here, optionsOf(seen, [handlerOf(apply)]));
      const [letter] = await deadLettersOf(fixture.there, 1);
      if (!letter) throw new Error('no letter');
      expect(await showDeadLetter(fixture.there.log, letter.position)).toEqual(letter);
      state.broken = false;
      expect(await replayDeadLetter(fixture.there.log, letter.position)).toMatchObject({
        topic: eventTopic,
        offset: 1,
      });
      await seen.until(applied(1));
      await appendEvents(fixture.here.log, [orderEvent(5)]);
      await others.until(applied(2));
      expect(idsOf(others.items)).toEqual(['evt_0', 'evt_5']);
      await seen.until(applied(2));
      expect(await effectsIn(fixture.here.database)).toEqual(['evt_0', 'evt_5']);
      expect(await listDeadLetters(fixture.here.log, { limit: 999 })).toEqual([]);
    },
  },
  {
    name: 'there is nothing to show or put back where no letter lies',
    async run(fixture) {
      const seen = await prepare(fixture);
      await using _ = await fixture.startConsumer(fixture.here, optionsOf(seen, [handlerOf(applyEffect)]));
      const nowhere = { topic: `${eventTopic}.dlq`, partition: 0, offset: 3 };
      expect(await showDeadLetter(fixture.there.log, nowhere)).toBeUndefined();
      expect(await replayDeadLetter(fixture.there.log, nowhere)).toBeUndefined();
    },
  },
];

const unknown: readonly ContractCase<EffectConsumerFixture>[] = [
  {
    name: 'an unknown version is parked and applied once by a release that knows it; an unknown type is ignored',
    async run(fixture) {
      const seen = await prepare(fixture);
      const newer = orderEvent(1, { dataschema: 'order.placed/2' });
      const foreign = orderEvent(2, { type: 'order.weighed', dataschema: 'order.weighed/1' });
      await appendEvents(fixture.here.log, [orderEvent(0), newer, newer, foreign, orderEvent(3)]);
      const old = await fixture.startConsumer(fixture.here, optionsOf(seen, [handlerOf(applyEffect)]));
      await seen.until(applied(2));
      await old.close();
      const parked = await listParkedEvents(fixture.there.database, group, { limit: 999 });
      expect(parked.map((event) => [event.record.eventId, event.dataschema])).toEqual([['evt_1', 'order.placed/2']]);
      const handlers = [handlerOf(applyEffect), handlerOf(applyEffect, 2)];
      await using _ = await fixture.startConsumer(fixture.there, optionsOf(seen, handlers));
      await seen.until(applied(3));
      expect((await effectsIn(fixture.here.database)).sort()).toEqual(['evt_0', 'evt_1', 'evt_3']);
      expect(await listParkedEvents(fixture.there.database, group, { limit: 999 })).toEqual([]);
      expect(await listDeadLetters(fixture.here.log, { limit: 999 })).toEqual([]);
    },
  },
  {
    name: 'what was parked is applied by a release that knows it, however much it is; what none knows stays',
    async run(fixture) {
      const seen = await prepare(fixture);
      const newer = Array.from({ length: 450 }, (_, index) =>
        orderEvent(index, { dataschema: index % 3 === 0 ? 'order.placed/3' : 'order.placed/2' }),
      );
      await appendEvents(fixture.here.log, [...newer, orderEvent(450)]);
      const old = await fixture.startConsumer(fixture.here, optionsOf(seen, [handlerOf(applyEffect)]));
      await seen.until(applied(1));
      await old.close();
      const handlers = [handlerOf(applyEffect), handlerOf(applyEffect, 2)];
      await using _ = await fixture.startConsumer(fixture.there, optionsOf(seen, handlers));
      await seen.until(applied(301));
      const left = await listParkedEvents(fixture.there.database, group, { limit: 999 });
      expect(left.map(({ dataschema }) => dataschema)).toEqual(Array(150).fill('order.placed/3'));
    },
  },
];

/** Every promise of the effect consumer: inbox and effect, retries, dead letters, parking. */
export const effectConsumerContract = [...once, ...failing, ...unknown];
