import { expect, test } from '@jest/globals';
import { openDealsService, startOfTests } from './harness.ts';
import { airportTold, event, flight, flightId, listingTold, stay, stayId, stockTold } from './listings.ts';
import { alertPrices, ana, create, eve, readInbox, update, usd, watch, watchProblems } from './watching.ts';

test('one alert per crossing, none while it stays there, another at a deeper drop, and again after a recovery', async () => {
  await using service = await openDealsService();
  await service.tell(listingTold(flight(1, 20_000)));
  const made = await watch(service, { listingId: flightId(1), threshold: usd('150.00') });
  expect(made).toMatchObject({ __typename: 'PriceWatch', state: 'ARMED', lastPrice: { amount: '200.00' } });
  const prices = [15_001, 15_000, 14_800, 14_900, 14_800, 14_700, 16_000, 14_900];
  for (const [index, price] of prices.entries())
    await service.tell(listingTold(flight(1, price, { version: index + 2 }), startOfTests + index + 1));
  expect(await alertPrices(service)).toEqual(['150.00', '148.00', '147.00', '149.00']);
});

test('a whole batch of changes is told as if each had come alone', async () => {
  await using service = await openDealsService();
  await service.tell(listingTold(flight(1, 20_000)));
  await watch(service, { listingId: flightId(1), threshold: usd('150.00') });
  const prices = [15_001, 15_000, 14_800, 14_900, 14_800, 14_700, 16_000, 14_900];
  await service.tell(
    ...prices.map((price, index) => listingTold(flight(1, price, { version: index + 2 }), startOfTests + index + 1)),
  );
  expect(await alertPrices(service)).toEqual(['150.00', '148.00', '147.00', '149.00']);
});

test('an alert carries what it was at that moment, with its times', async () => {
  await using service = await openDealsService();
  await service.tell(listingTold(flight(1, 20_000)));
  const made = await watch(service, { listingId: flightId(1), threshold: usd('150.00') });
  service.clock.advance(5_000);
  await service.tell(listingTold(flight(1, 14_000, { version: 2 }), startOfTests + 2_000));
  const [alert] = (await readInbox(service)).alerts.edges;
  expect(alert?.node).toMatchObject({
    reason: 'PRICE',
    price: { amount: '140.00' },
    previousPrice: { amount: '200.00' },
    snapshot: { title: 'Singapore → Bangkok', flightNumbers: ['TR 101'], price: { amount: '140.00' } },
    observedAt: new Date(startOfTests + 2_000).toISOString(),
    detectedAt: new Date(startOfTests + 5_000).toISOString(),
    // It was not pushed: reading the inbox is how it was delivered.
    deliveredAt: new Date(startOfTests + 5_000).toISOString(),
    readAt: null,
    watch: { id: made.id },
  });
});

test('a watch that is made below its threshold has nothing to tell until the price drops deeper', async () => {
  await using service = await openDealsService();
  await service.tell(listingTold(flight(1, 14_000)));
  expect(await watch(service, { listingId: flightId(1), threshold: usd('150.00') })).toMatchObject({
    state: 'TRIGGERED',
  });
  await service.tell(listingTold(flight(1, 14_500, { version: 2 })), listingTold(flight(1, 13_900, { version: 3 })));
  expect(await alertPrices(service)).toEqual(['139.00']);
});

test('a change from before the watch was made says where it starts, and is no crossing', async () => {
  await using service = await openDealsService();
  await service.tell(listingTold(flight(1, 20_000), startOfTests - 10_000));
  await watch(service, { listingId: flightId(1), threshold: usd('150.00') });
  // The consumer is late: this happened before the watch.
  await service.tell(listingTold(flight(1, 14_000, { version: 2 }), startOfTests - 5_000));
  await service.tell(listingTold(flight(1, 13_000, { version: 3 }), startOfTests + 1));
  expect(await alertPrices(service)).toEqual(['130.00']);
});

test('a listing that is gone cannot be bought: its watch is armed again, and a new price below is a new crossing', async () => {
  await using service = await openDealsService();
  await service.tell(listingTold(flight(1, 20_000)));
  await watch(service, { listingId: flightId(1), threshold: usd('150.00') });
  await service.tell(
    listingTold(flight(1, 14_000, { version: 2 })),
    listingTold(flight(1, 14_000, { version: 3, fromPriceMinor: null })),
    listingTold(flight(1, 14_000, { version: 4 })),
  );
  expect(await alertPrices(service)).toEqual(['140.00', '140.00']);
});

test('stock below a limit: the scarcest segment and night decide, once per crossing', async () => {
  await using service = await openDealsService();
  await service.tell(listingTold(flight(1, 20_000)), listingTold(stay(1, 10_000)));
  const seats = await watch(service, { listingId: flightId(1), stockBelow: 5 });
  expect(seats).toMatchObject({ state: 'ARMED', lastStock: 20, stockBelow: 5, threshold: null });
  await watch(service, { listingId: stayId(1), stockBelow: 2 });
  const seat = { resource: 'TR101.SIN.2027-03-11/ECONOMY', slot: '2027-03-11', capacity: 20 };
  const room = { resource: `${stayId(1)}.standard`, capacity: 3 };
  let at = startOfTests;
  for (const sold of [15, 16, 16, 17, 10, 16]) await service.tell(stockTold({ ...seat, sold, at: ++at }));
  // A night that is over does not count; a coming one does.
  await service.tell(stockTold({ ...room, slot: '2027-02-20', sold: 3, at: ++at }));
  await service.tell(stockTold({ ...room, slot: '2027-03-05', sold: 2, at: ++at }));
  const { alerts } = await readInbox(service);
  expect(alerts.edges.map(({ node }) => [node.reason, node.stock]).reverse()).toEqual([
    ['STOCK', 4],
    ['STOCK', 3],
    ['STOCK', 4],
    ['STOCK', 1],
  ]);
});

test('every mistake in the arguments is told at once, with its place', async () => {
  await using service = await openDealsService({ watchesPerAccount: 2 });
  await service.tell(listingTold(flight(1, 20_000)), airportTold('SIN'));
  const problems = (input: Record<string, unknown>) => watchProblems(service, input);
  expect(await problems({})).toEqual(['input']);
  expect(await problems({ listingId: flightId(1) })).toEqual(['input']);
  expect(await problems({ listingId: flightId(1), search: { kind: 'FLIGHT' }, stockBelow: 0 })).toEqual([
    'input',
    'input.stockBelow',
  ]);
  expect(
    await problems({ search: { kind: 'FLIGHT', origin: 'SIN', destination: 'SIN', city: 'x' }, threshold: usd('-1') }),
  ).toEqual(['input.search.destination', 'input.search.city', 'input.threshold.amount']);
  expect(await problems({ search: { kind: 'CAR', origin: 'SIN' }, threshold: usd('1.005') })).toEqual([
    'input.search.city',
    'input.search.origin',
    'input.threshold.amount',
  ]);
  expect(await problems({ listingId: flightId(1), threshold: { amount: '1.00', currency: 'EUR' } })).toEqual([
    'input.threshold.currency',
  ]);
  expect(await watch(service, { listingId: flightId(9), stockBelow: 3 })).toMatchObject({
    __typename: 'NotFound',
    id: flightId(9),
  });
});

test('an account has as many watches as it may have, and an anonymous caller none', async () => {
  await using service = await openDealsService({ watchesPerAccount: 2 });
  await service.tell(listingTold(flight(1, 20_000)));
  const input = { listingId: flightId(1), threshold: usd('150.00') };
  await watch(service, input);
  await watch(service, { ...input, stockBelow: 2 });
  expect(await watch(service, { ...input, stockBelow: 3 })).toMatchObject({
    ...{ __typename: 'WatchLimitReached', limit: 2 },
  });
  expect(await watch(service, input, eve)).toMatchObject({ __typename: 'PriceWatch' });
  const { data } = await service.ask({ query: create, variables: { input } });
  expect(data?.createPriceWatch).toMatchObject({ __typename: 'NotPermitted' });
});

test('updating starts the rules anew; deleting keeps the alerts', async () => {
  await using service = await openDealsService();
  await service.tell(listingTold(flight(1, 20_000)));
  const { id } = await watch(service, { listingId: flightId(1), threshold: usd('150.00') });
  await service.tell(listingTold(flight(1, 14_000, { version: 2 }), startOfTests + 1));
  service.clock.advance(10);
  expect(await update(service, { id, threshold: usd('130.00'), stockBelow: 4 })).toEqual({
    __typename: 'PriceWatch',
    state: 'ARMED',
    threshold: usd('130.00'),
    stockBelow: 4,
  });
  await service.tell(listingTold(flight(1, 12_900, { version: 3 }), startOfTests + 20));
  const remove = `mutation ($input: DeletePriceWatchInput!) { deletePriceWatch(input: $input) { __typename
    ... on PriceWatchDeleted { id } ... on NotFound { id } } }`;
  const foreign = await service.ask({ query: remove, variables: { input: { id } }, as: eve });
  expect(foreign.data?.deletePriceWatch).toEqual({ __typename: 'NotFound', id });
  const own = await service.ask({ query: remove, variables: { input: { id } }, as: ana });
  expect(own.data?.deletePriceWatch).toEqual({ __typename: 'PriceWatchDeleted', id });
  await service.tell(listingTold(flight(1, 9_000, { version: 4 }), startOfTests + 30));
  expect(await alertPrices(service)).toEqual(['140.00', '129.00']);
});

test('alerts are marked as read by id or up to a cursor, and only by their owner', async () => {
  await using service = await openDealsService();
  await service.tell(listingTold(flight(1, 20_000)));
  await watch(service, { listingId: flightId(1), threshold: usd('150.00') });
  for (const [index, price] of [14_000, 13_000, 12_000].entries())
    await service.tell(listingTold(flight(1, price, { version: index + 2 })));
  const { alerts } = await readInbox(service);
  expect(alerts.unreadCount).toBe(3);
  const [newest, middle, oldest] = alerts.edges.map(({ node }) => node);
  const mark = `mutation ($input: MarkAlertsReadInput!) { markAlertsRead(input: $input) { __typename
    ... on AlertsMarkedRead { marked unreadCount } ... on ValidationFailed { problems { path } } } }`;
  const ask = async (input: Record<string, unknown>, as = ana) =>
    (await service.ask({ query: mark, variables: { input }, as })).data?.markAlertsRead;
  expect(await ask({ ids: [oldest?.id] }, eve)).toMatchObject({ marked: 0 });
  expect(await ask({ ids: [newest?.id] })).toEqual({ __typename: 'AlertsMarkedRead', marked: 1, unreadCount: 2 });
  expect(await ask({ upTo: middle?.cursor })).toMatchObject({ marked: 2, unreadCount: 0 });
  expect(await ask({ upTo: middle?.cursor }, eve)).toEqual({
    __typename: 'ValidationFailed',
    problems: [{ path: ['input', 'upTo'] }],
  });
  expect((await readInbox(service, ana, true)).alerts.edges).toEqual([]);
});

test('nobody reaches the watches and alerts of another account, whichever way they ask', async () => {
  await using service = await openDealsService();
  await service.tell(listingTold(flight(1, 20_000)));
  const { id } = await watch(service, { listingId: flightId(1), threshold: usd('150.00') });
  await service.tell(listingTold(flight(1, 14_000, { version: 2 })));
  const [alert] = (await readInbox(service)).alerts.edges;
  const query = `query ($representations: [_Any!]!, $id: ID!) {
    _entities(representations: $representations) { __typename
      ... on PriceWatch { id } ... on Alert { id } ... on User { watches { totalCount } alerts { totalCount } } }
    priceWatch(id: $id) { id } }`;
  const representations = [
    { __typename: 'PriceWatch', id },
    { __typename: 'Alert', id: alert?.node.id },
    { __typename: 'User', id: 'usr_ana' },
  ];
  const foreign = await service.ask({ query, variables: { representations, id }, as: eve });
  expect(foreign.data).toEqual({
    _entities: [null, null, null],
    priceWatch: null,
  });
  const own = await service.ask({ query, variables: { representations, id }, as: ana });
  expect(own.data).toMatchObject({ _entities: [{ id }, { id: alert?.node.id }, { watches: { totalCount: 1 } }] });
});

test('an account that is deleted leaves neither watches nor alerts behind', async () => {
  await using service = await openDealsService();
  await service.tell(listingTold(flight(1, 20_000)));
  await watch(service, { listingId: flightId(1), threshold: usd('150.00'), stockBelow: 3 });
  await service.tell(listingTold(flight(1, 14_000, { version: 2 })));
  await service.tell(
    event('users', 'user.deleted', { subject: 'usr_ana', data: { userId: 'usr_ana', publicProfileId: 'prf_ana' } }),
  );
  await service.tell(listingTold(flight(1, 10_000, { version: 3 })));
  const left = await readInbox(service);
  expect(left).toMatchObject({ watches: { totalCount: 0 }, alerts: { totalCount: 0, unreadCount: 0 } });
});

test.each([
  ['updatePriceWatch', 'UpdatePriceWatchInput', { id: 'wch_1', stockBelow: 2 }],
  ['deletePriceWatch', 'DeletePriceWatchInput', { id: 'wch_1' }],
  ['markAlertsRead', 'MarkAlertsReadInput', { ids: ['alr_1'] }],
] as const)('%s is not permitted to an anonymous caller', async (field, type, input) => {
  await using service = await openDealsService();
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ... on NotPermitted { code } } }`;
  const { data } = await service.ask({ query, variables: { input } });
  expect(data?.[field]).toEqual({ __typename: 'NotPermitted', code: 'NOT_PERMITTED' });
});

test('the same wish twice is refused with the watch that is there: one fall would be told twice', async () => {
  await using service = await openDealsService();
  await service.tell(listingTold(flight(1, 20_000)));
  const wish = { listingId: flightId(1), threshold: usd('150.00') };
  const made = await watch(service, wish);
  expect(await watch(service, wish)).toEqual({
    __typename: 'AlreadyWatched',
    code: 'ALREADY_WATCHED',
    watch: { id: made.id },
  });
  // Other limits, another search, another account: other wishes.
  const search = { kind: 'FLIGHT', origin: 'SIN', destination: 'BKK' };
  for (const other of [
    { ...wish, threshold: usd('140.00') },
    { ...wish, stockBelow: 2 },
  ])
    expect(await watch(service, other)).toMatchObject({ __typename: 'PriceWatch' });
  expect(await watch(service, wish, eve)).toMatchObject({ __typename: 'PriceWatch' });
  await service.tell(airportTold('SIN'), airportTold('BKK'));
  expect(await watch(service, { search, threshold: usd('150.00') })).toMatchObject({ __typename: 'PriceWatch' });
  expect(await watch(service, { search, threshold: usd('150.00') })).toMatchObject({ __typename: 'AlreadyWatched' });
});

test('a watch cannot be given the limits of another one on the same, and stays as it was', async () => {
  await using service = await openDealsService();
  await service.tell(listingTold(flight(1, 20_000)), listingTold(flight(2, 20_000)));
  const wish = { listingId: flightId(1), threshold: usd('150.00'), stockBelow: 2 };
  const first = await watch(service, wish);
  const second = await watch(service, { ...wish, threshold: usd('140.00') });
  const elsewhere = await watch(service, { ...wish, listingId: flightId(2), threshold: usd('140.00') });
  const change = (id: string, threshold: string) => update(service, { id, threshold: usd(threshold) });
  const refused = { __typename: 'AlreadyWatched', code: 'ALREADY_WATCHED', path: ['input', 'id'] };
  expect(await change(second.id, '150.00')).toEqual({ ...refused, watch: { id: first.id, threshold: usd('150.00') } });
  expect(await change(first.id, '140.00')).toEqual({ ...refused, watch: { id: second.id, threshold: usd('140.00') } });
  // With its own limits it is no other, and another listing is another thing to watch.
  expect(await change(second.id, '140.00')).toMatchObject({ __typename: 'PriceWatch', threshold: usd('140.00') });
  expect(await change(elsewhere.id, '150.00')).toMatchObject({ __typename: 'PriceWatch', threshold: usd('150.00') });
});

test('the watches of one listing are read by themselves', async () => {
  await using service = await openDealsService();
  await service.tell(listingTold(flight(1, 20_000)), listingTold(flight(2, 20_000)));
  await watch(service, { listingId: flightId(1), threshold: usd('150.00') });
  const second = await watch(service, { listingId: flightId(2), threshold: usd('150.00') });
  const query = `query ($listingId: ID) { _entities(representations: [{ __typename: "User", id: "usr_ana" }]) {
    ... on User { watches(listingId: $listingId) { totalCount edges { node { id } } } } } }`;
  const read = async (listingId: string) =>
    (await service.ask({ query, variables: { listingId }, as: ana })).data as { _entities: unknown[] };
  expect((await read(flightId(2)))._entities).toEqual([
    { watches: { totalCount: 1, edges: [{ node: { id: second.id } }] } },
  ]);
  expect((await read('flt_none'))._entities).toEqual([{ watches: { totalCount: 0, edges: [] } }]);
});
