import { expect } from '@jest/globals';
import type { CloudEvent } from '../event-log/cloud-event.ts';
import type { EventLog } from '../event-log/event-log.ts';
import type { Outbox, OutboxMonitor, OutboxRelay } from '../outbox/outbox.ts';
import type { ContractCase } from './contract-suite.ts';
import {
  declareOrders,
  eventsInLog,
  eventTopic,
  firstsPerSubject,
  orderEvents,
  type ServiceFixture,
  type ServiceNode,
} from './service-node.ts';

/** Two replicas with one outbox. */
export type OutboxFixture = ServiceFixture &
  Readonly<{
    outbox: Outbox;
    /** The time that the outbox and the relays of this process go by, in epoch milliseconds. */
    now(): number;
    watch(node: ServiceNode): OutboxMonitor;
    startRelay(node: ServiceNode): Promise<OutboxRelay>;
    /** What time does to rows that were published long ago. */
    forgetPublished(node: ServiceNode): Promise<void>;
  }>;

const add = (fixture: OutboxFixture, node: ServiceNode, events: readonly CloudEvent[]) =>
  node.database.transaction((transaction) =>
    fixture.outbox.add(
      transaction,
      events.map((event) => ({ topic: eventTopic, event })),
    ),
  );

const idsIn = (events: readonly CloudEvent[]) => events.map((event) => event.id).sort();
const idsOf = (events: readonly CloudEvent[]) => idsIn(events);

/** Throws unless every subject's events came for the first time in the order of their sequence. */
function expectOrderPerSubject(events: readonly CloudEvent[]): void {
  for (const sequences of firstsPerSubject(events).values()) {
    expect(sequences).toEqual([...sequences].sort((one, other) => one - other));
  }
}

/** Appends, then fails as if the answer had been lost, `times` times. */
function losingAnswers(log: EventLog, times: number): EventLog {
  let left = times;
  return {
    ...log,
    async append(records) {
      const positions = await log.append(records);
      left -= 1;
      if (left >= 0) throw new Error('the answer was lost');
      return positions;
    },
  };
}

/** Every promise of the ports `Outbox`, `OutboxRelay` and `OutboxMonitor`. */
export const outboxContract: readonly ContractCase<OutboxFixture>[] = [
  {
    name: 'events leave after the commit, unchanged, and wake the relay of every replica',
    async run(fixture) {
      await declareOrders(fixture.here.log);
      await using relay = await fixture.startRelay(fixture.here);
      const events = orderEvents(0, 10);
      await add(fixture, fixture.there, events.slice(0, 5));
      await add(fixture, fixture.here, events.slice(5));
      await relay.drain();
      const published = await eventsInLog(fixture.there.log);
      expect(published).toHaveLength(10);
      for (const event of events) expect(published).toContainEqual(event);
    },
  },
  {
    name: 'an event of a transaction that threw or returned a failure never leaves',
    async run(fixture) {
      await declareOrders(fixture.here.log);
      await using relay = await fixture.startRelay(fixture.here);
      const [first, second, third] = orderEvents(0, 3).map((event) => ({ topic: eventTopic, event }));
      if (!first || !second || !third) throw new Error('three events');
      const failing = fixture.there.database.transaction(async (transaction) => {
        await fixture.outbox.add(transaction, [first]);
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      await fixture.here.database.transaction(async (transaction) => {
        await fixture.outbox.add(transaction, [second]);
        return { ok: false };
      });
      await add(fixture, fixture.here, [third.event]);
      await relay.drain();
      expect(idsIn(await eventsInLog(fixture.here.log))).toEqual(['evt_2']);
    },
  },
  {
    name: 'what waits from before the start is published, and the count of what waits is true',
    async run(fixture) {
      await declareOrders(fixture.here.log);
      await add(fixture, fixture.here, orderEvents(0, 7));
      await using relay = await fixture.startRelay(fixture.there);
      await relay.drain();
      expect(await relay.pending()).toBe(0);
      expect(await eventsInLog(fixture.here.log)).toHaveLength(7);
      await relay.close();
      await add(fixture, fixture.here, orderEvents(7, 10));
      expect(await relay.pending()).toBe(3);
    },
  },
  {
    name: 'how it stands is seen from every replica, whether a relay runs or none: what waits and since when, what left and when',
    async run(fixture) {
      const { here, there } = fixture;
      await declareOrders(here.log);
      const monitors = [fixture.watch(here), fixture.watch(there)];
      const states = () => Promise.all(monitors.map((monitor) => monitor.state()));
      const nothing = { waiting: 0, oldestWaitingAt: undefined, lastPublishedAt: undefined };
      expect(await states()).toEqual([nothing, nothing]);
      const before = fixture.now();
      await add(fixture, here, orderEvents(0, 1));
      const since = fixture.now();
      await add(fixture, here, orderEvents(1, 3));
      for (const { waiting, oldestWaitingAt, lastPublishedAt } of await states()) {
        expect({ waiting, lastPublishedAt }).toEqual({ waiting: 3, lastPublishedAt: undefined });
        expect(oldestWaitingAt).toBeGreaterThanOrEqual(before);
        expect(oldestWaitingAt).toBeLessThanOrEqual(since);
      }
      await using relay = await fixture.startRelay(here);
      await relay.drain();
      for (const { lastPublishedAt, ...state } of await states()) {
        expect(state).toEqual({ waiting: 0, oldestWaitingAt: undefined });
        expect(lastPublishedAt).toBeGreaterThanOrEqual(since);
      }
    },
  },
  {
    name: 'with two relays and two writers every event is published once, each subject in order',
    async run(fixture) {
      await declareOrders(fixture.here.log);
      await using one = await fixture.startRelay(fixture.here);
      await using two = await fixture.startRelay(fixture.there);
      const events = orderEvents(0, 200);
      const ofSide = (side: number) => events.filter((event) => Number(event.subject.slice(4)) % 2 === side);
      await Promise.all(
        [fixture.here, fixture.there].map(async (node, side) => {
          for (const event of ofSide(side)) await add(fixture, node, [event]);
        }),
      );
      await one.drain();
      await two.drain();
      const published = await eventsInLog(fixture.here.log);
      expect(idsIn(published)).toEqual(idsOf(events));
      expectOrderPerSubject(published);
    },
  },
  {
    name: 'a relay that closes hands its keys to the other at once',
    async run(fixture) {
      await declareOrders(fixture.here.log);
      const first = await fixture.startRelay(fixture.here);
      await add(fixture, fixture.here, orderEvents(0, 20));
      await first.drain();
      await first.close();
      await using second = await fixture.startRelay(fixture.there);
      await add(fixture, fixture.here, orderEvents(20, 40));
      await second.drain();
      expect(idsIn(await eventsInLog(fixture.here.log))).toEqual(idsOf(orderEvents(0, 40)));
    },
  },
  {
    name: 'when published rows have been forgotten, later events still leave, whatever ids they got',
    async run(fixture) {
      await declareOrders(fixture.here.log);
      await using relay = await fixture.startRelay(fixture.here);
      for (let round = 0; round < 3; round += 1) {
        await add(fixture, fixture.there, orderEvents(round * 10, round * 10 + 10));
        await relay.drain();
        await fixture.forgetPublished(fixture.here);
      }
      expect(idsIn(await eventsInLog(fixture.here.log))).toEqual(idsOf(orderEvents(0, 30)));
    },
  },
  {
    name: 'a log that fails is tried again; an answer that was lost doubles events on the wire and breaks no order',
    async run(fixture) {
      const { here, there } = fixture;
      await declareOrders(here.log);
      await using relay = await fixture.startRelay({ ...here, log: losingAnswers(here.log, 2) });
      await add(fixture, there, orderEvents(0, 20));
      await relay.drain();
      await add(fixture, there, orderEvents(20, 30));
      await relay.drain();
      const published = await eventsInLog(here.log);
      expect([...new Set(idsIn(published))]).toEqual(idsOf(orderEvents(0, 30)));
      expectOrderPerSubject(published);
    },
  },
];
