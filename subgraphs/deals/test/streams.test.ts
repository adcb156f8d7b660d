import { expect, test } from '@jest/globals';
import { createSecrets } from '@meridian/platform/config/secrets';
import { createCursors } from '@meridian/platform/identity/cursor';
import { openSqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import { asUser } from '@meridian/platform/testkit/people';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';
import { dayInMs, openDealsService, openReplica, startOfTests, until } from './harness.ts';
import { flight, flightHistory, flightId, listingTold } from './listings.ts';

const ana = asUser('usr_ana');
const create = `mutation ($input: CreatePriceWatchInput!) { createPriceWatch(input: $input) { __typename } }`;
const alertsOf = `subscription ($after: Cursor) { priceWatchTriggered(after: $after) { __typename
  ... on PriceWatchTriggered { cursor alert { id price { amount } deliveredAt cursor } }
  ... on StreamGap { reason oldest } } }`;
const dealsOf = `subscription ($after: Cursor, $filter: DealFilter) { dealAlert(after: $after, filter: $filter) { __typename
  ... on DealAlert { cursor deal { status snapshot { listingId } } } ... on StreamGap { reason oldest } } }`;

type Service = Awaited<ReturnType<typeof openReplica>>;
type Message = {
  __typename: string;
  cursor: string;
  reason?: string;
  oldest?: string | null;
  alert: { id: string; price: { amount: string }; deliveredAt: string };
  deal: { snapshot: { listingId: string } };
};

async function openAlerts(service: Service, after: string | null = null) {
  const stream = await service.subscribe({ query: alertsOf, variables: { after }, as: ana });
  return {
    stop: stream.stop,
    next: async () => (await stream.next())?.data?.priceWatchTriggered as Message,
  };
}

async function openDeals(service: Service, variables: Record<string, unknown> = {}) {
  const stream = await service.subscribe({ query: dealsOf, variables });
  return { stop: stream.stop, next: async () => (await stream.next())?.data?.dealAlert as Message };
}

const watchFlight = async (service: Service) => {
  await service.tell(listingTold(flight(1, 1_000_000)));
  const input = { listingId: flightId(1), threshold: { amount: '9999.00', currency: 'USD' } };
  const { data } = await service.ask({ query: create, variables: { input }, as: ana });
  expect(data).toEqual({ createPriceWatch: { __typename: 'PriceWatch' } });
};

/** Each drop is deeper than the one before, so each is an alert. The price tells which. */
const drop = (number: number) =>
  listingTold(flight(1, 900_000 - number * 100, { version: number + 1 }), startOfTests + number);
const priceOfDrop = (number: number): string => `${9000 - number}.00`;

test('an alert is pushed when it happens, with the time of its delivery, which the inbox keeps', async () => {
  await using service = await openDealsService();
  await watchFlight(service);
  const alerts = await openAlerts(service);
  const first = alerts.next();
  service.clock.advance(40);
  await service.tell(drop(1));
  expect(await first).toMatchObject({
    __typename: 'PriceWatchTriggered',
    alert: { price: { amount: priceOfDrop(1) }, deliveredAt: new Date(startOfTests + 40).toISOString() },
  });
  await alerts.stop();
  service.clock.advance(1_000);
  await service.deals.close();
  await using reader = await openSqliteDatabase({ file: `${service.path}/deals.db` });
  expect(await reader.query('SELECT delivered_at FROM alerts')).toEqual([{ delivered_at: startOfTests + 40 }]);
});

test('an empty inbox tells where its stream stands, so that nothing is missed that comes before the stream is opened', async () => {
  await using service = await openDealsService();
  await watchFlight(service);
  const query =
    '{ _entities(representations: [{ __typename: "User", id: "usr_ana" }]) { ... on User { alerts { streamCursor } } } }';
  const { data } = await service.ask({ query, as: ana });
  const [inbox] = (data as { _entities: { alerts: { streamCursor: string } }[] })._entities;
  await service.tell(drop(1));
  const alerts = await openAlerts(service, inbox?.alerts.streamCursor);
  expect(await alerts.next()).toMatchObject({ alert: { price: { amount: priceOfDrop(1) } } });
  await alerts.stop();
});

test('an alert that is read again tells when it was delivered first', async () => {
  await using service = await openDealsService();
  await watchFlight(service);
  const alerts = await openAlerts(service);
  await service.tell(drop(1));
  const { alert } = await alerts.next();
  await alerts.stop();
  const readAgain = async () => {
    const { data } = await service.ask({
      query: `query ($id: ID!) { _entities(representations: [{ __typename: "Alert", id: $id }]) { ... on Alert { deliveredAt } } }`,
      variables: { id: alert.id },
      as: ana,
    });
    return (data as { _entities: { deliveredAt: string | null }[] })._entities[0]?.deliveredAt;
  };
  await until(async () => (await readAgain()) !== null);
  service.clock.advance(60_000);
  const cursors = createCursors({ key: service.secrets.cursorKey });
  const epoch = await service.deals.application.readEpoch();
  const again = await openAlerts(service, cursors.encode({ stream: 'alerts:usr_ana', epoch, position: 0 }));
  expect((await again.next()).alert.deliveredAt).toBe(alert.deliveredAt);
  expect(await readAgain()).toBe(alert.deliveredAt);
  await again.stop();
});

test('a client that comes back with its cursor gets what it missed and goes on live', async () => {
  await using service = await openDealsService();
  await watchFlight(service);
  const before = await openAlerts(service);
  await service.tell(drop(1));
  const { cursor } = await before.next();
  await before.stop();
  await service.tell(drop(2), drop(3));
  const after = await openAlerts(service, cursor);
  expect((await after.next()).alert.price.amount).toBe(priceOfDrop(2));
  expect((await after.next()).alert.price.amount).toBe(priceOfDrop(3));
  const live = after.next();
  await service.tell(drop(4));
  expect((await live).alert.price.amount).toBe(priceOfDrop(4));
  await after.stop();
});

test('a client that reconnects at random moments under load misses nothing and sees nothing twice', async () => {
  await using service = await openDealsService();
  await watchFlight(service);
  const total = 120;
  const seen: string[] = [];
  let random = 42;
  const draw = (below: number) => {
    random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
    return random % below;
  };
  const first = await openAlerts(service);
  const publishing = (async () => {
    for (let number = 1; number <= total; number += 1) await service.tell(drop(number));
  })();
  let cursor = '';
  for (let stream = first; ; stream = await openAlerts(service, cursor)) {
    for (let left = draw(7) + (cursor === '' ? 1 : 0); left > 0 && seen.length < total; left -= 1) {
      const message = await stream.next();
      cursor = message.cursor;
      seen.push(message.alert.price.amount);
    }
    await stream.stop();
    if (seen.length >= total) break;
  }
  await publishing;
  expect(seen).toEqual(Array.from({ length: total }, (_, index) => priceOfDrop(index + 1)));
});

test('a cursor that is foreign, changed, of another life or of the future is told before anything else', async () => {
  await using service = await openDealsService();
  await watchFlight(service);
  await service.tell(drop(1));
  const cursors = createCursors({ key: service.secrets.cursorKey });
  const epoch = await service.deals.application.readEpoch();
  const stream = 'alerts:usr_ana';
  const wrong = {
    nonsense: 'bm9uc2Vuc2U',
    'another account': cursors.encode({ stream: 'alerts:usr_eve', epoch, position: 0 }),
    'another stream': cursors.encode({ stream: 'deals', epoch, position: 0 }),
    'another life': cursors.encode({ stream, epoch: 'epo_other', position: 0 }),
    'the future': cursors.encode({ stream, epoch, position: 2 }),
    'another key': createCursors({ key: createSecrets().cursorKey }).encode({ stream, epoch, position: 0 }),
  };
  for (const [name, cursor] of Object.entries(wrong)) {
    const alerts = await openAlerts(service, cursor);
    const gap = await alerts.next();
    expect({ name, ...gap }).toMatchObject({ name, __typename: 'StreamGap', reason: 'FOREIGN' });
    await alerts.stop();
    const again = await openAlerts(service, gap.oldest ?? '');
    expect((await again.next()).alert.price.amount).toBe(priceOfDrop(1));
    await again.stop();
  }
});

test('after a gap the stream goes on with what is new', async () => {
  await using service = await openDealsService();
  await watchFlight(service);
  await service.tell(drop(1));
  const alerts = await openAlerts(service, 'bm9uc2Vuc2U');
  await alerts.next();
  const live = alerts.next();
  await service.tell(drop(2));
  expect((await live).alert.price.amount).toBe(priceOfDrop(2));
  await alerts.stop();
});

test('a cursor of seven days ago still holds; an older one has expired', async () => {
  await using folder = await temporaryFolder('deals');
  const secrets = createSecrets();
  await using service = await openReplica({ path: folder.path, secrets });
  await service.deals.start();
  const start = await openDeals(service);
  await service.deals.intake.recordObservations(flightHistory(20_000));
  await service.tell(listingTold(flight(1, 14_000)));
  const { cursor: firstCursor } = await start.next();
  await start.stop();
  const cursors = createCursors({ key: secrets.cursorKey });
  const epoch = await service.deals.application.readEpoch();
  const beginning = cursors.encode({ stream: 'deals', epoch, position: 0 });
  const gapAfter = async (days: number, after: string) => {
    const later = await openReplica({ path: folder.path, secrets });
    later.clock.advance(days * dayInMs);
    await later.deals.start();
    await later.settled();
    // Housekeeping runs at the start; it is waited for by closing.
    await later[Symbol.asyncDispose]();
    const deals = await openDeals(service, { after });
    const message = await deals.next();
    await deals.stop();
    return message;
  };
  expect(await gapAfter(7, beginning)).toMatchObject({ __typename: 'DealAlert' });
  expect(await gapAfter(9, beginning)).toMatchObject({ __typename: 'StreamGap', reason: 'EXPIRED', oldest: null });
  // The last thing that was published is the last thing that was seen: nothing is missing.
  const upToDate = await openDeals(service, { after: firstCursor });
  const next = upToDate.next();
  await service.tell(listingTold(flight(2, 14_000)));
  expect((await next).deal.snapshot.listingId).toBe(flightId(2));
  await upToDate.stop();
});

test('deals are pushed to those whose filter they pass', async () => {
  await using service = await openDealsService();
  await service.deals.intake.recordObservations(flightHistory(20_000));
  const all = await openDeals(service);
  const elsewhere = await openDeals(service, { filter: { destination: 'LHR' } });
  const great = await openDeals(service, { filter: { grades: ['GREAT'], destination: 'BKK' } });
  await service.tell(listingTold(flight(1, 16_000)));
  await service.tell(listingTold(flight(2, 14_000)));
  expect((await all.next()).deal.snapshot.listingId).toBe(flightId(1));
  expect((await all.next()).deal.snapshot.listingId).toBe(flightId(2));
  expect((await great.next()).deal.snapshot.listingId).toBe(flightId(2));
  const never = elsewhere.next();
  await elsewhere.stop();
  expect(await never).toBeUndefined();
  await all.stop();
  await great.stop();
});

test('what one replica writes is pushed by every replica', async () => {
  await using folder = await temporaryFolder('deals');
  const secrets = createSecrets();
  await using one = await openReplica({ path: folder.path, secrets });
  await one.deals.start();
  await watchFlight(one);
  await one.deals.intake.recordObservations(flightHistory(20_000));
  await using other = await openReplica({ path: folder.path, secrets });
  await other.deals.start();
  // Whichever of them consumes an event, the other one has to hear of it through the log.
  const alerts = [await openAlerts(one), await openAlerts(other)];
  const deals = [await openDeals(one), await openDeals(other)];
  const pushed = Promise.all([...alerts, ...deals].map((stream) => stream.next()));
  await one.tell(drop(1), listingTold(flight(2, 14_000)));
  const [here, there, dealHere, dealThere] = await pushed;
  expect([here?.alert.price.amount, there?.alert.price.amount]).toEqual([priceOfDrop(1), priceOfDrop(1)]);
  expect([dealHere, dealThere].map((message) => message?.deal.snapshot.listingId)).toEqual([flightId(2), flightId(2)]);
  for (const stream of [...alerts, ...deals]) await stream.stop();
});

test('a subscriber that reads too slowly is dropped with a hint, and misses nothing when it comes back', async () => {
  await using service = await openDealsService({ subscriberPatience: 3 });
  await watchFlight(service);
  const slow = await openAlerts(service);
  await service.tell(drop(1));
  const { cursor } = await slow.next();
  for (let number = 2; number <= 10; number += 1) await service.tell(drop(number));
  const seen: string[] = [];
  await expect(
    (async () => {
      for (;;) seen.push((await slow.next()).alert.price.amount);
    })(),
  ).rejects.toMatchObject({ extensions: { code: 'RESUME_FROM_CURSOR' } });
  const again = await openAlerts(service, cursor);
  for (let number = 2; number <= 10; number += 1)
    expect((await again.next()).alert.price.amount).toBe(priceOfDrop(number));
  await again.stop();
});

test('an anonymous caller cannot listen to alerts', async () => {
  await using service = await openDealsService();
  await expect(service.subscribe({ query: alertsOf })).rejects.toThrow('Sign in first');
});

test('a subscription that is stopped while it waits ends at once', async () => {
  await using service = await openDealsService();
  const alerts = await openAlerts(service);
  const waiting = alerts.next();
  await alerts.stop();
  expect(await waiting).toBeUndefined();
});
