import type { Principal } from '@meridian/platform/identity/principal';
import { ada, type BookingsUnderTest, type Data, freshKey, travelers } from './bookings-under-test.ts';

const errorFields = 'code message path retryable';
const failure = `... on UserError { ${errorFields} }
  ... on ValidationFailed { problems { path message } }
  ... on SoldOut { listingId date remaining wanted }
  ... on OfferInvalid { flaw }
  ... on OfferExpired { offer { id } previousTotal { amount currency } }`;

const tooMany = '... on TooManyHolds { limit retryAfter }';

const bookingFields = `id reference state total { amount currency } refunded { amount } holdExpiresAt answerBy
  items { id rooms endTimeZone snapshot { listingId title flightNumbers price { amount } } listing { id } total { amount } slots { resource date units fareId } }
  payment { id state attemptsLeft amount { amount } refundedAmount { amount } card { brand last4 } failureReason }
  refunds { id state amount { amount } }
  invoice { number } travelers { givenName } contactEmail traveler { id }`;

const paymentFailure =
  '... on PaymentDeclined { reason canRetry booking { id state payment { attemptsLeft } } } ... on PaymentUnknown { booking { id state } }';

const documents = {
  hold: `mutation ($input: HoldBookingInput!) { answer: holdBooking(input: $input) { __typename ... on Booking { ${bookingFields} } ${failure} ${tooMany} } }`,
  pay: `mutation ($input: PayBookingInput!) { answer: payBooking(input: $input) {
    __typename ... on Booking { ${bookingFields} } ... on UserError { ${errorFields} } ${paymentFailure}
    ... on HoldExpired { expiredAt } ... on BookingStateConflict { state } ... on NotFound { id } } }`,
  create: `mutation ($input: CreateBookingInput!) { answer: createBooking(input: $input) { __typename ... on Booking { ${bookingFields} } ${failure} ${tooMany} ${paymentFailure} } }`,
  release: `mutation ($input: ReleaseHoldInput!) { answer: releaseHold(input: $input) { __typename ... on Booking { ${bookingFields} } ... on UserError { ${errorFields} } } }`,
  quoteCancellation: `mutation ($input: QuoteCancellationInput!) { answer: quoteCancellation(input: $input) { __typename
    ... on CancellationQuote { id refund { amount } penalty { amount } expiresAt items { itemId refundPercent refund { amount } } }
    ... on UserError { ${errorFields} } } }`,
  cancel: `mutation ($input: CancelBookingInput!) { answer: cancelBooking(input: $input) { __typename ... on Booking { ${bookingFields} } ... on UserError { ${errorFields} } } }`,
  approve: `mutation ($input: AnswerRequestInput!) { answer: approveRequest(input: $input) { __typename ... on ApprovalRequest { id state bookingState } ... on UserError { ${errorFields} } } }`,
  reject: `mutation ($input: AnswerRequestInput!) { answer: rejectRequest(input: $input) { __typename ... on ApprovalRequest { id state bookingState } ... on UserError { ${errorFields} } } }`,
  requests: `{ answer: approvalRequests { totalCount edges { node { id state answerBy bookingReference bookingState partySize total { amount } items { id } } } } }`,
  booking: `query ($id: ID!) { answer: booking(id: $id) { ${bookingFields} } }`,
  quote: `query ($offers: [String!]!) { answer: quote(offers: $offers) { __typename
    ... on Quote { total { amount currency } items { offer { id } total { amount } snapshot { title flightNumbers } } } ${failure}
    ... on PriceChanged { offer { id } previousTotal { amount currency } } } }`,
} as const;

/** Asks for one thing and answers what came back. */
export async function ask(
  opened: Pick<BookingsUnderTest, 'run'>,
  document: keyof typeof documents,
  request: Readonly<{ input?: object; variables?: object; as?: Principal }> = {},
): Promise<Data> {
  const variables = request.variables ?? { input: { idempotencyKey: freshKey(), ...request.input } };
  return (await opened.run(documents[document], variables, request.as ?? ada)).answer;
}

/** The input of a hold for the offers. */
export const holdInput = (offers: string[], changes: object = {}) => ({
  offers,
  travelers,
  idempotencyKey: freshKey(),
  ...changes,
});
