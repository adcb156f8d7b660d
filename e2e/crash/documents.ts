const shape = '__typename ... on Booking { id state } ... on UserError { code retryable }';
const quoteShape = '__typename ... on CancellationQuote { quoteId: id } ... on UserError { code retryable }';

/** What clients ask for, by step. */
export const documents: Readonly<Record<string, string>> = {
  create: `mutation ($input: CreateBookingInput!) { answer: createBooking(input: $input) { ${shape} } }`,
  hold: `mutation ($input: HoldBookingInput!) { answer: holdBooking(input: $input) { ${shape} } }`,
  pay: `mutation ($input: PayBookingInput!) { answer: payBooking(input: $input) { ${shape} } }`,
  quote: `mutation ($input: QuoteCancellationInput!) { answer: quoteCancellation(input: $input) { ${quoteShape} } }`,
  cancel: `mutation ($input: CancelBookingInput!) { answer: cancelBooking(input: $input) { ${shape} } }`,
};
