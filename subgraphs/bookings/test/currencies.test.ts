import { describe, expect, test } from '@jest/globals';
import { openBookings, owner, support, user } from './support/bookings-under-test.ts';
import { flight, stay } from './support/listings.ts';
import { ask, holdInput } from './support/operations.ts';

const half = { name: 'MODERATE' as const, steps: [{ hoursBefore: 24, refundPercent: 50 }] };

/** An odd price, of which one half has to be rounded, and three lines, to which the refund does not divide evenly. */
const priced = (currency: string) => ({
  currency,
  totalMinor: 10_001,
  lines: [
    { kind: 'PRICE' as const, label: 'Fare', amountMinor: 3_334 },
    { kind: 'TAX' as const, label: 'Tax', amountMinor: 3_334 },
    { kind: 'FEE' as const, label: 'Fee', amountMinor: 3_333 },
  ],
  cancellation: half,
});

const ledgerText = 'query ($id: ID!) { ledger(bookingId: $id) { account memo amount { amount currency } } }';
type Entry = { account: string; memo: string; amount: { amount: string; currency: string } };

describe('a booking in a currency of', () => {
  test.each([
    ['no digits', 'JPY', { total: '10001', refund: '5000', penalty: '5001', parts: ['1667', '1667', '1666'] }],
    ['two digits', 'EUR', { total: '100.01', refund: '50.00', penalty: '50.01', parts: ['16.67', '16.67', '16.66'] }],
    ['three digits', 'KWD', { total: '10.001', refund: '5.000', penalty: '5.001', parts: ['1.667', '1.667', '1.666'] }],
  ])('%s is charged, refunded and booked to the last unit (%s)', async (_, currency, expected) => {
    await using opened = await openBookings();
    await opened.list(flight());
    const input = { ...holdInput([await opened.offer(priced(currency))]), paymentToken: 'tok_visa' };
    const booking = await ask(opened, 'create', { input });
    expect(booking).toMatchObject({ total: { amount: expected.total, currency } });
    const quote = await ask(opened, 'quoteCancellation', { variables: { input: { bookingId: booking.id } } });
    expect(quote).toMatchObject({ refund: { amount: expected.refund }, penalty: { amount: expected.penalty } });
    const cancelled = await ask(opened, 'cancel', { input: { bookingId: booking.id, cancellationQuoteId: quote.id } });
    expect(cancelled).toMatchObject({
      refunds: [{ state: 'SUCCEEDED', amount: { amount: expected.refund } }],
      payment: { state: 'PARTIALLY_REFUNDED', refundedAmount: { amount: expected.refund } },
    });
    const { ledger }: { ledger: Entry[] } = await opened.run(ledgerText, { id: booking.id }, support);
    expect(ledger.every(({ amount }) => amount.currency === currency)).toBe(true);
    const takenBack = ledger.filter(({ memo, account }) => memo === 'cancellation' && account !== 'refunds-payable');
    expect(takenBack.map(({ amount }) => amount.amount)).toEqual(expected.parts);
    const rows = await opened.database.query(
      'SELECT SUM(amount_minor) AS balance FROM ledger_entry GROUP BY posting_id',
    );
    expect(JSON.parse(JSON.stringify(rows))).toEqual([{ balance: 0 }, { balance: 0 }, { balance: 0 }]);
    expect(await opened.sandbox.query('SELECT refunded_minor AS minor FROM sandbox_payment')).toMatchObject([
      { minor: 5_000 },
    ]);
  });
});

test('a booking of several owners owes each what is theirs, and gives back from each what its own terms grant', async () => {
  await using opened = await openBookings();
  await opened.list(flight(), stay());
  const host = user('usr_host', 'OWNER');
  const room = {
    listingId: 'sty_1',
    kind: 'STAY' as const,
    ownerId: 'usr_host',
    slots: [{ resource: 'sty_1.double', slot: '2027-03-01', units: 1 }],
    cancellation: { name: 'NON_REFUNDABLE' as const, steps: [] },
  };
  const offers = [await opened.offer(priced('EUR')), await opened.offer({ ...room, instantBook: false })];
  const booking = await ask(opened, 'create', { input: { ...holdInput(offers), paymentToken: 'tok_visa' } });
  expect((await ask(opened, 'requests', { variables: {}, as: owner })).edges).toEqual([]);
  const [{ node }] = (await ask(opened, 'requests', { variables: {}, as: host })).edges;
  await ask(opened, 'approve', { input: { requestId: node.id }, as: host });
  const quote = await ask(opened, 'quoteCancellation', { variables: { input: { bookingId: booking.id } } });
  expect(quote).toMatchObject({ refund: { amount: '50.00' }, penalty: { amount: '173.46' } });
  await ask(opened, 'cancel', { input: { bookingId: booking.id, cancellationQuoteId: quote.id } });
  const balances = await opened.database.query<{ account: string; balance: number }>(
    'SELECT account, SUM(amount_minor) AS balance FROM ledger_entry GROUP BY account ORDER BY account',
  );
  expect(Array.from(balances, ({ account, balance }) => [account, balance])).toEqual([
    ['owner-payable:usr_host', -10_000],
    ['owner-payable:usr_owner', -1_667],
    ['provider-clearing', 17_346],
    ['refunds-payable', 0],
    ['service-fees', -2_012],
    ['taxes-payable', -3_667],
  ]);
});
