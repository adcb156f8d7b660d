import { describe, expect, test } from '@jest/globals';
import { anonymous } from '@meridian/platform/identity/principal';
import { ada, openBookings, owner, support, travelers, user } from './support/bookings-under-test.ts';
import { flight, stay } from './support/listings.ts';
import { ask, holdInput } from './support/operations.ts';
import { sweep } from './support/sweep.ts';

async function openBooked() {
  const opened = await openBookings();
  await opened.list(flight());
  const input = { ...holdInput([await opened.offer()]), paymentToken: 'tok_visa' };
  return { opened, booking: await ask(opened, 'create', { input }) };
}

describe('bad input', () => {
  test('is answered with every problem at once, and changes nothing', async () => {
    await using opened = await openBookings();
    const input = {
      offers: [],
      travelers: [
        { givenName: '', familyName: 'x'.repeat(81), kind: 'CHILD' },
        { givenName: 'A\u0007da', familyName: 'Lovelace', kind: 'CHILD' },
      ],
      contactEmail: 'not a mail address',
      paymentToken: '4242 4242 4242 4242',
      idempotencyKey: 'short',
    };
    const answer = await ask(opened, 'create', { input });
    expect(answer).toMatchObject({ __typename: 'ValidationFailed', code: 'VALIDATION_FAILED', retryable: false });
    expect(answer.problems.map(({ path }: { path: string[] }) => path.join('.'))).toEqual([
      'input.offers',
      'input.travelers.0.givenName',
      'input.travelers.0.familyName',
      'input.travelers.1.givenName',
      'input.travelers',
      'input.contactEmail',
      'input.idempotencyKey',
      'input.paymentToken',
    ]);
    expect(await opened.published()).toEqual([]);
  });

  test('of offers that do not go together is told: a past start, two currencies, a party of another size', async () => {
    await using opened = await openBookings();
    await opened.list(flight(), stay());
    const past = await opened.offer({
      snapshot: { ...(await snapshot()), startsAt: '2026-12-31T09:30', endsAt: '2027-01-05T10:00' },
    });
    const yen = await opened.offer({ currency: 'JPY' });
    expect(await ask(opened, 'hold', { input: holdInput([past, yen]) })).toMatchObject({
      problems: [
        { path: ['input', 'offers'], message: 'must share one currency, not EUR and JPY' },
        { path: ['input', 'offers', '0'], message: 'is for something that began at 2026-12-31T09:30' },
      ],
    });
    const two = await opened.offer({ party: { adults: 2, children: 0 } });
    expect(await ask(opened, 'hold', { input: holdInput([two]) })).toMatchObject({
      problems: [{ path: ['input', 'travelers'], message: 'must name the 2 people that offer 0 was made for, not 1' }],
    });
    const slots = [{ resource: 'sty_1.double', slot: '2027-03-01', units: 1 }];
    const single = await opened.offer({ kind: 'STAY', listingId: 'sty_1', slots });
    const crowd = { travelers: [travelers[0], travelers[0]] };
    expect(await ask(opened, 'hold', { input: holdInput([single], crowd) })).toMatchObject({
      problems: [{ path: ['input', 'travelers'], message: 'must name at most the 1 people that offer 0 is for' }],
    });
    expect(await ask(opened, 'hold', { input: holdInput([single]) })).toMatchObject({ state: 'HELD' });
  });

  test.each(['pay', 'release', 'cancel', 'approve'] as const)(
    '%s refuses a key that is too short',
    async (document) => {
      await using opened = await openBookings();
      const inputs = {
        pay: { bookingId: 'bkg_1', paymentToken: 'tok_visa' },
        release: { bookingId: 'bkg_1' },
        cancel: { bookingId: 'bkg_1', cancellationQuoteId: 'cqt_1' },
        approve: { requestId: 'req_1' },
      };
      const input = { ...inputs[document], idempotencyKey: 'short' };
      const as = document === 'approve' ? owner : ada;
      expect(await ask(opened, document, { input, as })).toMatchObject({ __typename: 'ValidationFailed' });
    },
  );
});

const snapshot = async () => (await import('./support/offers.ts')).offerAt(0).snapshot;

describe('time', () => {
  test('frees a hold that nobody paid for, once', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    const { id } = await ask(opened, 'hold', { input: holdInput([await opened.offer()]) });
    opened.clock.advance(600_000);
    await Promise.all([sweep(opened.bookings.application), sweep(opened.bookings.application)]);
    expect(await ask(opened, 'booking', { variables: { id } })).toMatchObject({
      state: 'EXPIRED',
      payment: { state: 'VOIDED' },
    });
    const types = (await opened.published()).map(({ type }) => type);
    expect(types.filter((type) => type === 'booking.expired')).toHaveLength(1);
  });

  test('frees a hold no later than what it holds begins', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    opened.clock.set(Date.UTC(2027, 2, 1, 1, 25));
    const { id, holdExpiresAt } = await ask(opened, 'hold', { input: holdInput([await opened.offer()]) });
    expect(holdExpiresAt).toBe('2027-03-01T01:30:00.000Z');
    opened.clock.advance(300_000);
    expect(await ask(opened, 'pay', { input: { bookingId: id, paymentToken: 'tok_visa' } })).toMatchObject({
      __typename: 'HoldExpired',
    });
  });

  test('completes a trip when its last day is over at its end, on the clock there', async () => {
    const { opened, booking } = await openBooked();
    await using _ = opened;
    opened.clock.set(Date.UTC(2027, 2, 1, 20, 10) - 1);
    await sweep(opened.bookings.application);
    expect(await ask(opened, 'booking', { variables: { id: booking.id } })).toMatchObject({ state: 'CONFIRMED' });
    opened.clock.advance(1);
    await sweep(opened.bookings.application);
    expect(await ask(opened, 'booking', { variables: { id: booking.id } })).toMatchObject({ state: 'COMPLETED' });
  });

  test('a hold that is let go frees its stock at once', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    const { id } = await ask(opened, 'hold', { input: holdInput([await opened.offer()]) });
    expect(await ask(opened, 'release', { input: { bookingId: id } })).toMatchObject({ state: 'EXPIRED' });
    expect((await opened.published()).map(({ type }) => type)).toContain('booking.abandoned');
    expect(await ask(opened, 'release', { input: { bookingId: id } })).toMatchObject({
      code: 'BOOKING_STATE_CONFLICT',
    });
  });
});

describe('a stranger', () => {
  const eve = user('usr_eve', 'TRAVELER');

  test('gets of another’s booking what a missing one gets', async () => {
    const { opened, booking } = await openBooked();
    await using _ = opened;
    expect(await ask(opened, 'booking', { variables: { id: booking.id }, as: eve })).toBeNull();
    for (const bookingId of [booking.id, 'bkg_missing']) {
      const missing = { __typename: 'NotFound', code: 'NOT_FOUND' };
      expect(await ask(opened, 'pay', { input: { bookingId, paymentToken: 'tok_visa' }, as: eve })).toMatchObject(
        missing,
      );
      expect(await ask(opened, 'release', { input: { bookingId }, as: eve })).toMatchObject(missing);
      const cancel = { bookingId, cancellationQuoteId: 'cqt_1' };
      expect(await ask(opened, 'cancel', { input: cancel, as: eve })).toMatchObject(missing);
      const quote = { variables: { input: { bookingId } }, as: eve };
      expect(await ask(opened, 'quoteCancellation', quote)).toMatchObject(missing);
    }
  });

  test('gets nothing through references to users and bookings', async () => {
    const { opened, booking } = await openBooked();
    await using _ = opened;
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) {
      ... on Booking { state travelers { familyName } } ... on User { bookings { totalCount edges { node { id } } } } } }`;
    const r = [
      { __typename: 'Booking', id: booking.id },
      { __typename: 'User', id: 'usr_ada' },
    ];
    expect((await opened.run(query, { r }, eve))._entities).toEqual([null, null]);
    expect((await opened.run(query, { r }, anonymous))._entities).toEqual([null, null]);
    const [own, trips] = (await opened.run(query, { r }, ada))._entities;
    expect(own).toMatchObject({ state: 'CONFIRMED', travelers: [{ familyName: 'Lovelace' }] });
    expect(trips.bookings).toMatchObject({ totalCount: 1, edges: [{ node: { id: booking.id } }] });
    expect((await opened.run(query, { r }, support))._entities).toMatchObject([
      { state: 'CONFIRMED' },
      { bookings: { totalCount: 1 } },
    ]);
  });

  test('may not hold anything without an account', async () => {
    await using opened = await openBookings();
    const input = holdInput([await opened.offer()]);
    expect(await ask(opened, 'hold', { input, as: anonymous })).toMatchObject({ code: 'NOT_PERMITTED' });
  });

  test.each([
    ['create', { offers: ['x'], travelers, paymentToken: 'tok_visa' }],
    ['pay', { bookingId: 'bkg_1', paymentToken: 'tok_visa' }],
    ['release', { bookingId: 'bkg_1' }],
    ['cancel', { bookingId: 'bkg_1', cancellationQuoteId: 'cqt_1' }],
    ['approve', { requestId: 'req_1' }],
    ['reject', { requestId: 'req_1' }],
  ] as const)('may not %s anything without an account either', async (document, input) => {
    await using opened = await openBookings();
    expect(await ask(opened, document, { input, as: anonymous })).toMatchObject({ code: 'NOT_PERMITTED' });
  });

  test('may not ask what cancelling gives back without an account', async () => {
    await using opened = await openBookings();
    const variables = { input: { bookingId: 'bkg_1' } };
    expect(await ask(opened, 'quoteCancellation', { variables, as: anonymous })).toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });
});

describe('operators', () => {
  const lists = `query ($search: String, $after: Cursor) {
    bookings(search: $search, first: 1, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id reference } } }
    payments(states: [CAPTURED]) { totalCount edges { node { id state booking { id } } } } }`;

  test('find bookings by reference, traveler and listing, page by page; others get nothing', async () => {
    const { opened, booking } = await openBooked();
    await using _ = opened;
    const input = { ...holdInput([await opened.offer()]), paymentToken: 'tok_visa' };
    const second = await ask(opened, 'create', { input });
    const found = await opened.run(lists, { search: 'usr_ada' }, support);
    expect(found.bookings).toMatchObject({
      totalCount: 2,
      pageInfo: { hasNextPage: true },
      edges: [{ node: { id: second.id } }],
    });
    expect(found.payments.totalCount).toBe(2);
    const next = await opened.run(lists, { search: 'usr_ada', after: found.bookings.pageInfo.endCursor }, support);
    expect(next.bookings).toMatchObject({ pageInfo: { hasNextPage: false }, edges: [{ node: { id: booking.id } }] });
    const one = await opened.run(lists, { search: booking.reference.toLowerCase() }, support);
    expect(one.bookings).toMatchObject({ totalCount: 1, edges: [{ node: { id: booking.id } }] });
    expect(await opened.run(lists, {}, ada)).toEqual({ bookings: null, payments: null });
  });

  test('find payments by their own id, by booking and by traveler, whole, page by page', async () => {
    const { opened, booking } = await openBooked();
    await using _ = opened;
    const input = { ...holdInput([await opened.offer()]), paymentToken: 'tok_visa' };
    const second = await ask(opened, 'create', { input });
    const query = `query ($search: String, $states: [PaymentState!], $after: Cursor) {
      payments(search: $search, states: $states, first: 1, after: $after) {
        totalCount pageInfo { endCursor } edges { node { booking { id } } } } }`;
    const find = async (variables: object) => {
      const { payments } = await opened.run(query, variables, support);
      const [edge] = payments.edges;
      return { of: edge?.node.booking.id, total: payments.totalCount, after: payments.pageInfo.endCursor };
    };
    for (const search of [booking.id, booking.reference, ` ${booking.reference.toLowerCase()} `, booking.payment.id])
      expect(await find({ search })).toMatchObject({ of: booking.id, total: 1 });
    const all = await find({ search: 'usr_ada' });
    expect(all).toMatchObject({ of: second.id, total: 2 });
    expect(await find({ search: 'usr_ada', after: all.after })).toMatchObject({ of: booking.id, total: 2 });
    expect(await find({ search: 'usr_ada', states: ['VOIDED'] })).toMatchObject({ total: 0 });
    expect(await find({ search: booking.payment.id.slice(0, -1) })).toMatchObject({ total: 0 });
    await expect(find({ search: 'x'.repeat(101) })).rejects.toThrow('at most 100');
  });

  test('search payments by indexes alone, however many there are', async () => {
    const { opened } = await openBooked();
    await using _ = opened;
    const plan = await opened.database.query<{ detail: string }>(
      `EXPLAIN QUERY PLAN SELECT * FROM payment
        WHERE (id = 'x' OR booking_id = 'x' OR user_id = 'x') AND id < 'y' ORDER BY id DESC LIMIT 51`,
    );
    const used = plan.map(({ detail }) => /USING INDEX (\S+)/.exec(detail)?.[1]).filter(Boolean);
    expect(used).toEqual(['sqlite_autoindex_payment_1', 'payment_attempt', 'payment_user']);
  });

  test('filter by states, of which none in particular are any', async () => {
    const { opened } = await openBooked();
    await using _ = opened;
    const query = `query ($states: [BookingState!], $paid: [PaymentState!]) {
      bookings(states: $states) { totalCount } payments(states: $paid) { totalCount } }`;
    const count = async (variables: object) => {
      const { bookings, payments } = await opened.run(query, { ...variables }, support);
      return [bookings.totalCount, payments.totalCount];
    };
    expect(await count({ states: ['CANCELLED'], paid: ['VOIDED'] })).toEqual([0, 0]);
    for (const any of [{}, { states: null, paid: null }, { states: [], paid: [] }])
      expect(await count(any)).toEqual([1, 1]);
  });

  test('read a ledger that sums to zero', async () => {
    const { opened, booking } = await openBooked();
    await using _ = opened;
    const query = 'query ($id: ID!) { ledger(bookingId: $id) { account amount { amount } memo postingId postedAt } }';
    const { ledger } = await opened.run(query, { id: booking.id }, support);
    expect(
      ledger.map(({ account, amount }: { account: string; amount: { amount: string } }) => [account, amount.amount]),
    ).toEqual([
      ['provider-clearing', '123.45'],
      ['owner-payable:usr_owner', '-100.00'],
      ['taxes-payable', '-20.00'],
      ['service-fees', '-3.45'],
    ]);
    expect((await opened.run(query, { id: booking.id }, ada)).ledger).toBeNull();
  });

  test('a cursor of another list is refused', async () => {
    const { opened } = await openBooked();
    await using _ = opened;
    await expect(opened.run(lists, { after: 'AAAA' }, support)).rejects.toThrow('no cursor of this list');
  });
});
