import { oneAdult } from '../support/inputs.ts';
import { type BadCase, casesOf } from './cases.ts';
import { key } from './fixtures.ts';

const traveler: BadCase['as'] = (given) => given.traveler.api;
const stranger: BadCase['as'] = (given) => given.stranger.api;
const owner: BadCase['as'] = (given) => given.owner.api;
const otherOwner: BadCase['as'] = (given) => given.otherOwner.api;
const anonymous: BadCase['as'] = (given) => given.anonymous;

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A byte of the payload is another one: the signature no longer fits. */
function changed(token: string): string {
  const [head = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  return [head, base64({ ...claims, exp: 9_999_999_999 }), signature].join('.');
}

/** The payload as it was, with a header that asks for no signature at all. */
function unsigned(token: string): string {
  return [base64({ alg: 'none', typ: 'offer+jwt' }), token.split('.')[1], ''].join('.');
}

const holdBooking = casesOf(
  'holdBooking',
  ({ offers }) => ({ offers: [offers.mine], travelers: oneAdult, ...key() }),
  traveler,
);
const createBooking = casesOf(
  'createBooking',
  ({ offers }) => ({ offers: [offers.mine], travelers: oneAdult, paymentToken: 'tok_visa', ...key() }),
  traveler,
);

/** What both ways to hold refuse alike. */
const holdCases = (hold: typeof holdBooking): readonly BadCase[] => [
  hold('no offer', () => ({ offers: [] }), { at: 'offers' }),
  hold('an offer twice', ({ offers: { mine } }) => ({ offers: [mine, mine] }), { at: 'offers' }),
  hold('a forged offer', () => ({ offers: ['forged'] }), { expected: 'OfferInvalid' }),
  hold('an offer with a changed byte', ({ offers }) => ({ offers: [changed(offers.mine)] }), {
    expected: 'OfferInvalid',
  }),
  hold('an offer without a signature', ({ offers }) => ({ offers: [unsigned(offers.mine)] }), {
    expected: 'OfferInvalid',
  }),
  hold('another’s offer', ({ offers }) => ({ offers: [offers.foreign] }), { expected: 'OfferInvalid' }),
  hold('an offer of a listing that is gone', ({ offers }) => ({ offers: [offers.ofGoneListing] }), {
    expected: 'OfferInvalid',
  }),
  hold('nobody who travels', () => ({ travelers: [] }), { at: 'travelers' }),
  hold('a party of another size', () => ({ travelers: [...oneAdult, ...oneAdult] })),
  hold('a child alone', () => ({ travelers: [{ givenName: 'Kim', familyName: 'Small', kind: 'CHILD' }] })),
  hold('a name without end', () => ({ travelers: [{ givenName: 'x'.repeat(5000), familyName: 'y', kind: 'ADULT' }] })),
  hold('no mail address', () => ({ contactEmail: 'nowhere' }), { at: 'contactEmail' }),
  hold('a key that is too short', () => ({ idempotencyKey: 'short' }), { at: 'idempotencyKey' }),
  hold('somebody without an account', () => ({}), { as: anonymous, expected: 'UNAUTHENTICATED' }),
];

const payBooking = casesOf(
  'payBooking',
  ({ heldId }) => ({ bookingId: heldId, paymentToken: 'tok_visa', ...key() }),
  traveler,
);
const releaseHold = casesOf('releaseHold', ({ heldId }) => ({ bookingId: heldId, ...key() }), traveler);
const quoteCancellation = casesOf('quoteCancellation', ({ confirmedId }) => ({ bookingId: confirmedId }), traveler);
const cancelBooking = casesOf(
  'cancelBooking',
  ({ confirmedId }) => ({ bookingId: confirmedId, cancellationQuoteId: 'cqt_forged', ...key() }),
  traveler,
);
const answers = (['approveRequest', 'rejectRequest'] as const).map((field) =>
  casesOf(field, ({ requestId }) => ({ requestId, ...key() }), owner),
);

/** Holding, paying, releasing, cancelling, answering. */
export const bookingCases: readonly BadCase[] = [
  ...holdCases(holdBooking),
  ...holdCases(createBooking),
  createBooking(
    'a key that was used for another input',
    ({ usedKey }) => ({ paymentToken: 'tok_amex', idempotencyKey: usedKey }),
    {
      expected: 'IdempotencyKeyReused',
    },
  ),
  createBooking('a card number', () => ({ paymentToken: '4242 4242 4242 4242' }), { at: 'paymentToken' }),
  payBooking('another’s booking', () => ({}), { as: stranger, expected: 'NotFound' }),
  payBooking('a booking that is paid', ({ confirmedId }) => ({ bookingId: confirmedId }), {
    expected: 'BookingStateConflict',
  }),
  payBooking('a card number', () => ({ paymentToken: '4242 4242 4242 4242' }), { at: 'paymentToken' }),
  payBooking('a key that is too short', () => ({ idempotencyKey: 'x' }), { at: 'idempotencyKey' }),
  releaseHold('another’s hold', () => ({}), { as: stranger, expected: 'NotFound' }),
  releaseHold('a booking that is paid', ({ confirmedId }) => ({ bookingId: confirmedId }), {
    expected: 'BookingStateConflict',
  }),
  releaseHold('a key that is too short', () => ({ idempotencyKey: 'x' }), { at: 'idempotencyKey' }),
  quoteCancellation('another’s booking', () => ({}), { as: stranger, expected: 'NotFound' }),
  quoteCancellation('a booking that is only held', ({ heldId }) => ({ bookingId: heldId }), {
    expected: 'BookingStateConflict',
  }),
  cancelBooking('another’s booking', () => ({}), { as: stranger, expected: 'NotFound' }),
  cancelBooking('a forged quote', () => ({}), { expected: 'CancellationQuoteExpired' }),
  cancelBooking('a booking that is only held', ({ heldId }) => ({ bookingId: heldId }), {
    expected: 'BookingStateConflict',
  }),
  cancelBooking('a key that is too short', () => ({ idempotencyKey: 'x' }), { at: 'idempotencyKey' }),
  ...answers.flatMap((answer) => [
    answer('another’s request', () => ({}), { as: otherOwner, expected: 'NotFound' }),
    answer('a traveler', () => ({}), { as: traveler, expected: 'FORBIDDEN' }),
    answer('a key that is too short', () => ({ idempotencyKey: 'x' }), { at: 'idempotencyKey' }),
  ]),
];
