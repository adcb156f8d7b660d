import { describe, expect, test } from '@jest/globals';
import { createIds } from '@meridian/platform/ids/ids';
import { openSqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import { createSqlRawEvents } from '../src/adapters/sql-raw-events.ts';
import { eventOf } from './events.ts';
import { type AnalyticsService, admin, asUser, openAnalyticsService, startOfTests } from './harness.ts';

const query = `subscription ($filter: LiveEventFilter, $after: Cursor) { liveEvents(filter: $filter, after: $after) { __typename
  ... on LiveEvent { cursor id type topic time subject source data } ... on StreamGap { reason oldest } } }`;

type Message = { __typename: string; id: string; cursor: string; oldest: string; reason: string; data: unknown };
type Open = AsyncGenerator<{ data?: { liveEvents: Message } | null; errors?: readonly unknown[] }, void, void>;

const subscribe = async (service: AnalyticsService, variables: Record<string, unknown> = {}): Promise<Open> =>
  (await service.subscribe({ query, variables, as: admin })) as Open;

async function take(stream: Open, count: number): Promise<Message[]> {
  const messages: Message[] = [];
  while (messages.length < count) {
    const { value, done } = await stream.next();
    if (done) break;
    expect(value.errors).toBeUndefined();
    if (value.data) messages.push(value.data.liveEvents);
  }
  return messages;
}

let made = 0;
const event = (subject: string, type = 'listing.viewed') => {
  made += 1;
  const data = { userId: null, visitId: null, listingId: subject, kind: 'STAY' };
  return eventOf({ id: `evt_${made}`, type, time: new Date(startOfTests).toISOString(), subject, data });
};
const idsOf = (messages: readonly Pick<Message, 'id'>[]) => messages.map(({ id }) => id);

describe('live events', () => {
  test('arrive whole as they happen, filtered', async () => {
    await using service = await openAnalyticsService();
    const all = await subscribe(service);
    const one = await subscribe(service, {
      filter: { topics: ['tracking'], types: ['listing.viewed'], subject: 'sty_2' },
    });
    const events = [event('sty_1'), event('sty_2', 'page.viewed'), event('sty_2')];
    await service.append('tracking', events);
    const [message] = await take(one, 1);
    expect(message).toMatchObject({
      __typename: 'LiveEvent',
      id: events[2]?.id,
      topic: 'tracking',
      source: '/meridian/test',
      data: { listingId: 'sty_2' },
    });
    expect(idsOf(await take(all, 3)).sort()).toEqual(events.map(({ id }) => id).sort());
    await all.return();
    await one.return();
  });

  test('are for operators', async () => {
    await using service = await openAnalyticsService();
    const answer = await service.subscribe({ query, as: asUser(['ANALYST', 'OWNER']) });
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });

  test('begin where a reader was told that they stand: what comes before it opens the stream is not missed', async () => {
    await using service = await openAnalyticsService();
    const [before, between, after] = [event('sty_1'), event('sty_1'), event('sty_1')];
    const earlier = await subscribe(service);
    await service.append('tracking', [before]);
    await take(earlier, 1);
    const { data } = await service.ask({ query: '{ liveEventsCursor }', as: admin });
    await service.append('tracking', [between]);
    await take(earlier, 1);
    const stream = await subscribe(service, { after: data?.liveEventsCursor });
    await service.append('tracking', [after]);
    expect(idsOf(await take(stream, 2))).toEqual([between.id, after.id]);
    await stream.return();
    await earlier.return();
  });

  test('a reader that leaves while it waits is let go at once', async () => {
    await using service = await openAnalyticsService();
    const stream = await subscribe(service);
    const waiting = stream.next();
    await stream.return();
    expect(await waiting).toMatchObject({ done: true });
  });

  test('a reader that falls too far behind is told to come back with its cursor, and then gets the rest', async () => {
    await using service = await openAnalyticsService();
    const stream = await subscribe(service);
    const first = event('sty_1');
    await service.append('tracking', [first]);
    const [seen] = await take(stream, 1);
    const sent = Array.from({ length: 2_001 }, () => event('sty_2'));
    await service.append('tracking', sent);
    await service.caughtUp();
    await expect(stream.next()).rejects.toMatchObject({ extensions: { code: 'RESUME_FROM_CURSOR' } });
    expect(await stream.next()).toMatchObject({ done: true });
    const again = await subscribe(service, { after: seen?.cursor });
    expect(idsOf(await take(again, sent.length))).toEqual(idsOf(sent));
    await again.return();
  });

  test('go on behind the cursor over 40 reconnects: none missed, none doubled', async () => {
    await using service = await openAnalyticsService();
    const sent: string[] = [];
    const got: string[] = [];
    const topics = ['tracking', 'watches', 'deal.events'];
    const send = async (count: number) => {
      for (let number = 0; number < count; number += 1) {
        const next = event(`sty_${number % 7}`);
        sent.push(next.id);
        await service.append(topics[number % 3] ?? 'tracking', [next]);
      }
    };
    // The first one joins before the first event; every later one comes with the cursor of the message it stopped at.
    let stream = await subscribe(service);
    await send(3);
    let cursor = '';
    for (let round = 0; round < 40; round += 1) {
      const messages = await take(stream, 1 + (round % 3));
      got.push(...idsOf(messages));
      cursor = messages.at(-1)?.cursor ?? '';
      // Some of what is sent meanwhile is still on its way into the store when the reader comes back.
      const sending = send(1 + ((round * 2) % 5));
      await stream.return();
      stream = await subscribe(service, { after: cursor });
      await sending;
    }
    got.push(...idsOf(await take(stream, sent.length - got.length)));
    await stream.return();
    expect(got.sort()).toEqual([...sent].sort());
  });

  test('an event that is in the log twice is shown once, live and replayed', async () => {
    await using service = await openAnalyticsService();
    const stream = await subscribe(service);
    const [start, twice, last] = [event('sty_1'), event('sty_1'), event('sty_1')];
    await service.append('tracking', [start, twice, twice, last]);
    const messages = await take(stream, 3);
    expect(idsOf(messages)).toEqual([start.id, twice.id, last.id]);
    const again = await subscribe(service, { after: messages[0]?.cursor });
    expect(idsOf(await take(again, 2))).toEqual([twice.id, last.id]);
    await stream.return();
    await again.return();
  });

  test('a foreign, changed or expired cursor is told first, with the oldest place; then it goes on live', async () => {
    await using service = await openAnalyticsService();
    const stream = await subscribe(service);
    await service.append('tracking', [event('sty_1'), event('sty_1')]);
    const [first] = await take(stream, 2);
    await service.caughtUp();
    const foreign = await subscribe(service, { after: `${first?.cursor.slice(0, -2)}AA` });
    expect(await take(foreign, 1)).toMatchObject([{ __typename: 'StreamGap', reason: 'FOREIGN' }]);

    const next = event('sty_1');
    await service.append('tracking', [next]);
    expect(idsOf(await take(foreign, 1))).toEqual([next.id]);
    await service.caughtUp();

    const database = await openSqliteDatabase({ file: service.databaseFile });
    const raw = createSqlRawEvents({ database, ids: createIds() });
    service.clock.advance(9 * 86_400_000);
    expect(await raw.forgetContent(service.clock.now(), 9)).toBe(3);
    await database.close();
    const expired = await subscribe(service, { after: first?.cursor });
    const [gap] = await take(expired, 1);
    expect(gap).toMatchObject({ __typename: 'StreamGap', reason: 'EXPIRED' });

    const kept = event('sty_9');
    await service.append('tracking', [kept]);
    const fromOldest = await subscribe(service, { after: gap?.oldest });
    expect(idsOf(await take(fromOldest, 1))).toEqual([kept.id]);
    for (const each of [stream, foreign, expired, fromOldest]) await each.return();
  });
});
