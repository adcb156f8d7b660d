import { describe, expect, test } from '@jest/globals';
import {
  type BookingsUnderTest,
  type Data,
  openBookings,
  owner,
  support,
  user,
} from './support/bookings-under-test.ts';
import { car, flight, stay } from './support/listings.ts';
import { ask, holdInput } from './support/operations.ts';
import { sweep } from './support/sweep.ts';

const onRequest = { instantBook: false };
const hour = 3_600_000;

async function openRequest(paymentToken = 'tok_visa') {
  const opened = await openBookings();
  await opened.list(flight());
  const input = { ...holdInput([await opened.offer(onRequest)]), paymentToken };
  const booking = await ask(opened, 'create', { input });
  const [edge] = (await ask(opened, 'requests', { variables: {}, as: owner })).edges;
  return { opened, booking, request: edge.node };
}

type Verdict = Readonly<{ approve: string } | { reject: string }>;

const answer = (opened: BookingsUnderTest, verdict: Verdict, as = owner) =>
  'approve' in verdict
    ? ask(opened, 'approve', { input: { requestId: verdict.approve }, as })
    : ask(opened, 'reject', { input: { requestId: verdict.reject }, as });
const look = (opened: BookingsUnderTest, { id }: Data) => ask(opened, 'booking', { variables: { id } });
const stock = (opened: BookingsUnderTest) =>
  opened.database.query<{ held: number; sold: number }>('SELECT held, sold FROM stock').then(([row]) => ({ ...row }));
const providerStates = async (opened: BookingsUnderTest) =>
  (await opened.sandbox.query<{ state: string }>('SELECT state FROM sandbox_payment')).map(({ state }) => state);

describe('a booking on request', () => {
  test('is only authorised, holds its stock and asks the owner, who has a day', async () => {
    const { opened, booking, request } = await openRequest();
    await using _ = opened;
    expect(booking).toMatchObject({
      state: 'PENDING_APPROVAL',
      answerBy: '2027-01-02T12:00:00.000Z',
      payment: { state: 'AUTHORISED' },
    });
    expect(request).toMatchObject({
      state: 'PENDING',
      bookingState: 'PENDING_APPROVAL',
      partySize: 1,
      total: { amount: '123.45' },
    });
    expect(await stock(opened)).toEqual({ held: 1, sold: 0 });
    expect(await providerStates(opened)).toEqual(['AUTHORISED']);
  });

  test('is seen by operators among those to all owners, who are not the ones to answer, and by no other owner', async () => {
    const { opened, request } = await openRequest();
    await using _ = opened;
    const query = '{ approvalRequests(everybody: true) { edges { node { id isForCaller } } } }';
    const seen = async (as: typeof owner) => {
      const { approvalRequests } = await opened.run(query, {}, as);
      return approvalRequests?.edges.map(({ node }: Data) => [node.id, node.isForCaller]) ?? null;
    };
    expect(await seen(support)).toEqual([[request.id, false]]);
    expect(await seen(user('usr_ann', 'ADMIN'))).toEqual([[request.id, false]]);
    expect(await seen(user('usr_owner', 'ADMIN'))).toEqual([[request.id, true]]);
    expect(await seen(owner)).toBeNull();
    expect(await seen(user('usr_other', 'OWNER'))).toBeNull();
  });

  test('is charged and stands after a yes', async () => {
    const { opened, booking, request } = await openRequest();
    await using _ = opened;
    expect(await answer(opened, { approve: request.id })).toMatchObject({
      state: 'APPROVED',
      bookingState: 'CONFIRMED',
    });
    expect(await look(opened, booking)).toMatchObject({
      state: 'CONFIRMED',
      answerBy: null,
      payment: { state: 'CAPTURED' },
    });
    expect(await stock(opened)).toEqual({ held: 0, sold: 1 });
  });

  test('is free and never charged after a no', async () => {
    const { opened, booking, request } = await openRequest();
    await using _ = opened;
    expect(await answer(opened, { reject: request.id })).toMatchObject({ state: 'REJECTED', bookingState: 'REJECTED' });
    expect(await look(opened, booking)).toMatchObject({ state: 'REJECTED', payment: { state: 'VOIDED' } });
    expect(await stock(opened)).toEqual({ held: 0, sold: 0 });
    expect(await providerStates(opened)).toEqual(['VOIDED']);
  });

  test('asks until the trip begins, where that is sooner than a day', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    opened.clock.set(Date.UTC(2027, 2, 1, 0, 30));
    const input = { ...holdInput([await opened.offer(onRequest)]), paymentToken: 'tok_visa' };
    expect(await ask(opened, 'create', { input })).toMatchObject({
      state: 'PENDING_APPROVAL',
      answerBy: '2027-03-01T01:30:00.000Z',
    });
  });

  test('lapses at the very instant at which the day is over, exactly once', async () => {
    const { opened, booking, request } = await openRequest();
    await using _ = opened;
    opened.clock.advance(24 * hour - 1);
    await sweep(opened.bookings.application);
    expect(await look(opened, booking)).toMatchObject({ state: 'PENDING_APPROVAL' });
    opened.clock.advance(1);
    expect(await answer(opened, { approve: request.id })).toMatchObject({ code: 'REQUEST_ALREADY_ANSWERED' });
    await Promise.all([sweep(opened.bookings.application), sweep(opened.bookings.application)]);
    expect(await look(opened, booking)).toMatchObject({ state: 'EXPIRED', payment: { state: 'VOIDED' } });
    expect(await stock(opened)).toEqual({ held: 0, sold: 0 });
    const types = (await opened.published()).map(({ type }) => type);
    expect(types.filter((type) => type === 'booking.expired' || type === 'payment.voided')).toHaveLength(2);
  });

  test('is answered once, whoever answers at the same moment', async () => {
    const { opened, booking, request } = await openRequest();
    await using _ = opened;
    const answers = await Promise.all([
      answer(opened, { approve: request.id }),
      answer(opened, { reject: request.id }),
      answer(opened, { approve: request.id }),
    ]);
    expect(answers.filter(({ __typename }) => __typename === 'ApprovalRequest')).toHaveLength(1);
    expect(await look(opened, booking)).toMatchObject({ state: 'CONFIRMED' });
  });

  test('is withdrawn by its traveler, who gets all of it back', async () => {
    const { opened, booking, request } = await openRequest();
    await using _ = opened;
    const quote = await ask(opened, 'quoteCancellation', { variables: { input: { bookingId: booking.id } } });
    expect(quote).toMatchObject({ refund: { amount: '123.45' }, penalty: { amount: '0.00' } });
    const input = { bookingId: booking.id, cancellationQuoteId: quote.id };
    expect(await ask(opened, 'cancel', { input })).toMatchObject({
      state: 'CANCELLED',
      refunds: [],
      payment: { state: 'VOIDED' },
    });
    expect(await answer(opened, { approve: request.id })).toMatchObject({ code: 'REQUEST_ALREADY_ANSWERED' });
    expect(await stock(opened)).toEqual({ held: 0, sold: 0 });
  });

  test('fails when the amount can no longer be captured after the yes', async () => {
    const { opened, booking, request } = await openRequest('tok_capture_declined');
    await using _ = opened;
    expect(await answer(opened, { approve: request.id })).toMatchObject({ state: 'APPROVED', bookingState: 'FAILED' });
    expect(await look(opened, booking)).toMatchObject({
      state: 'FAILED',
      answerBy: null,
      payment: { state: 'FAILED' },
    });
    expect(await stock(opened)).toEqual({ held: 0, sold: 0 });
  });

  test('is nobody else’s to answer: another owner gets what a missing request gets, a traveler may not', async () => {
    const { opened, request } = await openRequest();
    await using _ = opened;
    const missing = { __typename: 'NotFound', code: 'NOT_FOUND' };
    expect(await answer(opened, { approve: request.id }, user('usr_other', 'OWNER'))).toMatchObject(missing);
    expect(await answer(opened, { approve: 'req_missing' })).toMatchObject(missing);
    const traveler = user('usr_owner', 'TRAVELER');
    expect(await answer(opened, { approve: request.id }, traveler)).toMatchObject({ code: 'NOT_PERMITTED' });
  });
});

describe('a booking of several offers', () => {
  const stayOffer = {
    ...onRequest,
    listingId: 'sty_1',
    kind: 'STAY' as const,
    ownerId: 'usr_host',
    slots: [
      { resource: 'sty_1.double', slot: '2027-03-01', units: 1 },
      { resource: 'sty_1.double', slot: '2027-03-02', units: 1 },
    ],
  };
  const carOffer = {
    listingId: 'car_1',
    kind: 'CAR' as const,
    slots: [
      { resource: 'car_1', slot: '2027-03-01', units: 1 },
      { resource: 'car_1', slot: '2027-03-02', units: 1 },
    ],
  };

  test('stands after the last owner’s yes, and tells of its car', async () => {
    await using opened = await openBookings();
    await opened.list(flight(), stay(), car());
    const offers = [await opened.offer(onRequest), await opened.offer(stayOffer), await opened.offer(carOffer)];
    const input = { ...holdInput(offers), paymentToken: 'tok_visa' };
    const booking = await ask(opened, 'create', { input });
    expect(booking).toMatchObject({ state: 'PENDING_APPROVAL', total: { amount: '370.35' } });
    const host = user('usr_host', 'OWNER');
    for (const [as, items] of [
      [owner, 2],
      [host, 1],
    ] as const) {
      const [{ node }] = (await ask(opened, 'requests', { variables: {}, as })).edges;
      expect(node.items).toHaveLength(items);
      await answer(opened, { approve: node.id }, as);
    }
    expect(await look(opened, booking)).toMatchObject({ state: 'CONFIRMED' });
    const hires = (await opened.published()).filter(({ type }) => type === 'car.booked');
    expect(hires.map(({ data }) => data)).toEqual([
      { bookingId: booking.id, listingId: 'car_1', resource: 'car_1', from: '2027-03-01', to: '2027-03-03' },
    ]);
  });

  test.each([
    ['after one owner’s no', 'REJECTED', ['REJECTED', 'WITHDRAWN']],
    ['after the day is over', 'EXPIRED', ['EXPIRED', 'EXPIRED']],
  ])('is over for all of its owners %s', async (_, state, ends) => {
    await using opened = await openBookings();
    await opened.list(flight(), stay());
    const host = user('usr_host', 'OWNER');
    const offers = [await opened.offer(onRequest), await opened.offer(stayOffer)];
    const booking = await ask(opened, 'create', { input: { ...holdInput(offers), paymentToken: 'tok_visa' } });
    const requestOf = async (as: typeof owner) => (await ask(opened, 'requests', { variables: {}, as })).edges[0].node;
    if (state === 'REJECTED') await answer(opened, { reject: (await requestOf(owner)).id });
    else opened.clock.advance(24 * hour);
    await sweep(opened.bookings.application);
    expect(await look(opened, booking)).toMatchObject({ state, payment: { state: 'VOIDED' } });
    expect([await requestOf(owner), await requestOf(host)].map((request) => request.state)).toEqual(ends);
    expect(await answer(opened, { approve: (await requestOf(host)).id }, host)).toMatchObject({
      code: 'REQUEST_ALREADY_ANSWERED',
    });
  });

  test('is taken whole or not at all', async () => {
    await using opened = await openBookings();
    await opened.list(flight(), stay(), car({ units: 0 }));
    const offers = [await opened.offer(), await opened.offer(stayOffer), await opened.offer(carOffer)];
    expect(await ask(opened, 'hold', { input: holdInput(offers) })).toMatchObject({
      __typename: 'SoldOut',
      listingId: 'car_1',
      path: ['input', 'offers', '2'],
    });
    const [row] = await opened.database.query<{ n: number }>('SELECT COUNT(*) AS n FROM stock WHERE held > 0');
    expect(row?.n).toBe(0);
  });

  test('points a client to the offer that is sold out, and to the card when it is declined', async () => {
    await using opened = await openBookings();
    await opened.list(flight(), car({ units: 0 }));
    const pay = (offer: string, paymentToken: string) =>
      ask(opened, 'create', { input: { ...holdInput([offer]), paymentToken } });
    const soldOut = await pay(await opened.offer(carOffer), 'tok_visa');
    expect(soldOut).toMatchObject({ __typename: 'SoldOut', path: ['input', 'offers', '0'] });
    const declined = await pay(await opened.offer(), 'tok_declined');
    expect(declined).toMatchObject({ __typename: 'PaymentDeclined', path: ['input', 'paymentToken'] });
  });
});
