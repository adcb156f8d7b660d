import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import type { OfferClaims } from '@meridian/schema/contracts/offer';
import { openRaceCourse, type RaceCourse, seatRace } from './race.ts';

// The same thing, or its opposite, asked of two processes at the same moment. One process's own queue of writers would hide it.

type Answer = Readonly<{ __typename: string; id?: string; state?: string; bookingState?: string }>;

const travelers = [{ givenName: 'Ada', familyName: 'Lovelace', kind: 'ADULT' }];
const mutation = (field: string, input: string, booking = 'Booking { id state }') =>
  `mutation ($input: ${input}!) { answer: ${field}(input: $input) { __typename ... on ${booking} } }`;

const documents = {
  create: mutation('createBooking', 'CreateBookingInput'),
  hold: mutation('holdBooking', 'HoldBookingInput'),
  pay: mutation('payBooking', 'PayBookingInput'),
  cancel: mutation('cancelBooking', 'CancelBookingInput'),
  quote: mutation('quoteCancellation', 'QuoteCancellationInput', 'CancellationQuote { id }'),
  approve: mutation('approveRequest', 'AnswerRequestInput', 'ApprovalRequest { id state bookingState }'),
  reject: mutation('rejectRequest', 'AnswerRequestInput', 'ApprovalRequest { id state bookingState }'),
};

type Question = Readonly<{ userId: string; query: string; input: object }>;

const twelve = <Value>(value: (index: number) => Value): Value[] =>
  Array.from({ length: 12 }, (_, index) => value(index));

const typesOf = (answers: readonly Answer[]) => answers.map(({ __typename }) => __typename);
const count = (answers: readonly Answer[], type: string) => typesOf(answers).filter((each) => each === type).length;

describe('two bookings processes, asked at the same moment,', () => {
  let course: RaceCourse;
  let races = 0;
  beforeAll(async () => {
    course = await openRaceCourse();
  }, 60_000);
  afterAll(() => course[Symbol.asyncDispose]());

  /** Asks one of the two processes. */
  const ask = async ({ userId, query, input }: Question, process = 0): Promise<Answer> => {
    const url = course.urls[process % course.urls.length] ?? '';
    const { data, errors } = await course.clients.post(url, userId, { query, variables: { input } });
    if (!data?.answer) throw new Error(JSON.stringify(errors));
    return data.answer as Answer;
  };
  /** Asks both in turn, all at once, each time with another key unless the input has one. */
  const askAll = (questions: readonly Question[]) =>
    Promise.all(
      questions.map(({ input, ...question }, index) => {
        const idempotencyKey = `own-key-${index}-${question.userId}`;
        return ask({ ...question, input: { idempotencyKey, ...input } }, index);
      }),
    );
  /** A traveler with an offer for one seat of a flight that nobody else wants. */
  const openSeat = async (changes: Partial<OfferClaims> = {}, seats = 5) => {
    races += 1;
    const itineraries = seatRace(1_000 + races, seats);
    await course.list(itineraries);
    const offer = await course.clients.offerFor(itineraries[0] as (typeof itineraries)[number], changes);
    return { userId: `usr_traveler${races}`, offers: [offer] };
  };
  const openHold = async (changes: Partial<OfferClaims> = {}) => {
    const { userId, offers } = await openSeat(changes);
    const input = { offers, travelers, idempotencyKey: `hold-${userId}` };
    return { userId, bookingId: (await ask({ userId, query: documents.hold, input })).id ?? '' };
  };
  const provider = async (bookingId: string) => {
    await using bookings = await openSqliteDatabase({ file: course.databaseFile });
    await using payments = await openSqliteDatabase({ file: course.paymentsFile });
    const ids = await bookings.query<{ id: string }>('SELECT id FROM payment WHERE booking_id = ?', [bookingId]);
    const rows = await payments.query<{ key: string; state: string; refunded: number; captured: number }>(
      `SELECT payment_key AS key, state, refunded_minor AS refunded, times_captured AS captured FROM sandbox_payment`,
    );
    const own = new Set(ids.map(({ id }) => id));
    return Array.from(rows)
      .filter(({ key }) => own.has(key))
      .map(({ state, refunded, captured }) => ({ state, refunded, captured }));
  };

  test('for one booking under one key, make one, charge once and answer both with it', async () => {
    const { userId, offers } = await openSeat();
    const input = { offers, travelers, paymentToken: 'tok_visa', idempotencyKey: `one-key-${userId}` };
    const question = { userId, query: documents.create, input };
    const answers = await askAll(twelve(() => question));
    const booked = answers.filter(({ __typename }) => __typename === 'Booking');
    expect(booked.length + count(answers, 'IdempotencyInProgress')).toBe(12);
    const again = await Promise.all([ask(question, 0), ask(question, 1)]);
    const ids = [...booked, ...again].map(({ id }) => id);
    expect(new Set(ids).size).toBe(1);
    expect(again).toMatchObject([{ state: 'CONFIRMED' }, { state: 'CONFIRMED' }]);
    expect(await provider(ids[0] ?? '')).toEqual([{ state: 'CAPTURED', refunded: 0, captured: 1 }]);
  }, 60_000);

  test('to be paid for one hold under many keys, charge once', async () => {
    const { userId, bookingId } = await openHold();
    const input = { bookingId, paymentToken: 'tok_visa' };
    const answers = await askAll(twelve(() => ({ userId, query: documents.pay, input })));
    expect(count(answers, 'Booking')).toBe(1);
    expect(count(answers, 'PaymentUnknown') + count(answers, 'BookingStateConflict')).toBe(11);
    expect(await provider(bookingId)).toEqual([{ state: 'CAPTURED', refunded: 0, captured: 1 }]);
  }, 60_000);

  test('for a yes and a no to one request, take one of them, and charge or give back accordingly', async () => {
    const ownerId = `usr_owner${races}`;
    const { userId, bookingId } = await openHold({ instantBook: false, ownerId });
    const pay = { bookingId, paymentToken: 'tok_visa', idempotencyKey: `pay-${userId}` };
    expect(await ask({ userId, query: documents.pay, input: pay })).toMatchObject({ state: 'PENDING_APPROVAL' });
    const inbox = '{ approvalRequests { edges { node { id } } } }';
    const { data } = await course.clients.post(course.urls[1] ?? '', ownerId, { query: inbox });
    const list = data?.approvalRequests as { edges: { node: { id: string } }[] };
    const requestId = list.edges[0]?.node.id;
    const answers = await askAll(
      twelve((index) => {
        const query = index % 4 < 2 ? documents.approve : documents.reject;
        return { userId: ownerId, query, input: { requestId } };
      }),
    );
    expect(count(answers, 'RequestAlreadyAnswered')).toBe(11);
    const taken = answers.find(({ __typename }) => __typename === 'ApprovalRequest');
    const after = { state: taken?.state, bookingState: taken?.bookingState, provider: await provider(bookingId) };
    const approved = { state: 'CAPTURED', refunded: 0, captured: 1 };
    const rejected = { state: 'VOIDED', refunded: 0, captured: 0 };
    expect([
      { state: 'APPROVED', bookingState: 'CONFIRMED', provider: [approved] },
      { state: 'REJECTED', bookingState: 'REJECTED', provider: [rejected] },
    ]).toContainEqual(after);
  }, 60_000);

  test('to cancel one booking under many keys, refund once', async () => {
    const { userId, bookingId } = await openHold();
    const pay = { bookingId, paymentToken: 'tok_visa', idempotencyKey: `pay-${userId}` };
    await ask({ userId, query: documents.pay, input: pay });
    const { id: cancellationQuoteId } = await ask({ userId, query: documents.quote, input: { bookingId } }, 1);
    const input = { bookingId, cancellationQuoteId };
    const answers = await askAll(twelve(() => ({ userId, query: documents.cancel, input })));
    expect([count(answers, 'Booking'), count(answers, 'BookingStateConflict')]).toEqual([1, 11]);
    expect(await provider(bookingId)).toEqual([{ state: 'CAPTURED', refunded: 10_000, captured: 1 }]);
  }, 60_000);

  test('to hold more than one account may, keep to the bound and take no more stock', async () => {
    const { userId, offers } = await openSeat({}, 30);
    const question = { userId, query: documents.hold, input: { offers, travelers } };
    const answers = await askAll([...twelve(() => question), ...twelve(() => question)]);
    expect([count(answers, 'Booking'), count(answers, 'TooManyHolds')]).toEqual([10, 14]);
    await using bookings = await openSqliteDatabase({ file: course.databaseFile });
    const resource = `ME${1_000 + races}.SIN.2030-06-01/ECONOMY`;
    const [stock] = await bookings.query<{ held: number }>('SELECT held FROM stock WHERE resource = ?', [resource]);
    expect(stock?.held).toBe(10);
  }, 60_000);

  test('for many bookings, number their invoices without a gap, and their ledgers sum to zero', async () => {
    const { userId, offers } = await openSeat();
    const input = { offers, travelers, paymentToken: 'tok_visa' };
    const answers = await askAll(twelve(() => ({ userId, query: documents.create, input })));
    expect([count(answers, 'Booking'), count(answers, 'SoldOut')]).toEqual([5, 7]);
    await using bookings = await openSqliteDatabase({ file: course.databaseFile });
    const invoices = await bookings.query<{ number: number }>('SELECT number FROM invoice ORDER BY number');
    const numbers = Array.from(invoices, ({ number }) => number);
    expect(numbers.length).toBeGreaterThanOrEqual(5);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    const off = 'SELECT booking_id FROM ledger_entry GROUP BY booking_id HAVING SUM(amount_minor) <> 0';
    expect(await bookings.query(off)).toHaveLength(0);
  });
});
