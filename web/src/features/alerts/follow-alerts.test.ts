import { InMemoryCache } from '@apollo/client';
import { expect, test } from '@jest/globals';
import type { Client, Sink } from 'graphql-ws';
import {
  type AlertStreamSubscription,
  type AlertSummaryFragment,
  AlertsDocument,
  type AlertsQuery,
} from '../../generated/features/alerts/alerts.ts';
import { followAlerts } from './follow-alerts.ts';
import { createTurns } from './turns.ts';

const alert = (id: string): AlertSummaryFragment => ({
  __typename: 'Alert',
  id,
  cursor: `cursor of ${id}`,
  reason: 'PRICE',
  observedAt: '2027-03-01T09:00:00.000Z',
  readAt: null,
  stock: null,
  price: { __typename: 'Money', amount: '250.00', currency: 'USD' },
  previousPrice: null,
  snapshot: {
    __typename: 'ListingSnapshot',
    listingId: 'flt_1',
    kind: 'FLIGHT',
    title: 'LIS–BER',
    place: 'Berlin',
    startsAt: null,
    endsAt: null,
    timeZone: 'Europe/Lisbon',
    flightNumbers: [],
  },
});

const inboxOf = (...ids: readonly string[]): AlertsQuery => ({
  __typename: 'Query',
  me: {
    __typename: 'User',
    id: 'usr_ana',
    alerts: {
      __typename: 'AlertConnection',
      totalCount: ids.length,
      unreadCount: ids.length,
      streamCursor: 'start',
      edges: ids.map((id) => ({ __typename: 'AlertEdge' as const, node: alert(id) })),
    },
  },
});

type Message = NonNullable<AlertStreamSubscription['priceWatchTriggered']>;

/** Somebody's inbox with one alert in it, which reads itself again as slowly as the test wants. */
function follow() {
  const cache = new InMemoryCache();
  const write = (inbox: AlertsQuery) => cache.writeQuery({ query: AlertsDocument, data: inbox });
  write(inboxOf('first'));
  let sink: Sink<{ data: AlertStreamSubscription }> | undefined;
  const client = {
    subscribe(_payload: unknown, given: Sink<never>) {
      sink = given as unknown as typeof sink;
      return () => undefined;
    },
  } as Pick<Client, 'subscribe'>;
  const turns = createTurns();
  const told: string[] = [];
  const answers: ((inbox: AlertsQuery) => void)[] = [];
  const reload = () =>
    new Promise<void>((done) =>
      answers.push((inbox) => {
        write(inbox);
        done();
      }),
    );
  followAlerts({
    client,
    cache,
    reload,
    turns,
    after: 'start',
    onAlert: (id) => told.push(id),
    onEnd: () => undefined,
  });
  const say = (message: Message) => sink?.next({ data: { __typename: 'Subscription', priceWatchTriggered: message } });
  /** Resolves when everything before it has had its turn. */
  const settled = () => turns(() => undefined);
  return {
    reload: () => turns(reload),
    push: (id: string) => say({ __typename: 'PriceWatchTriggered', cursor: `after ${id}`, alert: alert(id) }),
    gap: () => say({ __typename: 'StreamGap', reason: 'EXPIRED' }),
    /** The answer to the oldest question that has none. */
    async answer(inbox: AlertsQuery) {
      await new Promise((resolve) => setTimeout(resolve));
      answers.shift()?.(inbox);
      await settled();
    },
    settled,
    /** Of which listings an alert was told. */
    told,
    shown() {
      const alerts = cache.readQuery({ query: AlertsDocument })?.me?.alerts;
      return { ids: alerts?.edges.map(({ node }) => node.id), unread: alerts?.unreadCount, total: alerts?.totalCount };
    },
  };
}

test('an alert that is pushed stands on top, once', async () => {
  const inbox = follow();
  inbox.push('second');
  inbox.push('second');
  await inbox.settled();
  expect(inbox.told).toContain('flt_1');
  expect(inbox.shown()).toEqual({ ids: ['second', 'first'], unread: 2, total: 2 });
});

test('an answer that was on its way when an alert was pushed does not undo it', async () => {
  const inbox = follow();
  const reloaded = inbox.reload();
  inbox.push('second');
  await inbox.answer(inboxOf('first'));
  await reloaded;
  expect(inbox.shown()).toEqual({ ids: ['second', 'first'], unread: 2, total: 2 });
});

test('an answer that knows the alert already has it once', async () => {
  const inbox = follow();
  void inbox.reload();
  inbox.push('second');
  await inbox.answer(inboxOf('second', 'first'));
  expect(inbox.shown()).toEqual({ ids: ['second', 'first'], unread: 2, total: 2 });
});

test('a gap reads the inbox again, and what is pushed behind it stays', async () => {
  const inbox = follow();
  inbox.gap();
  inbox.push('third');
  await inbox.answer(inboxOf('second', 'first'));
  expect(inbox.shown()).toEqual({ ids: ['third', 'second', 'first'], unread: 3, total: 3 });
});

test('a reading that fails keeps no alert waiting', async () => {
  const turns = createTurns();
  const failed = turns(() => Promise.reject(new Error('offline')));
  const next = turns(() => 'next');
  await expect(failed).rejects.toThrow('offline');
  expect(await next).toBe('next');
});
