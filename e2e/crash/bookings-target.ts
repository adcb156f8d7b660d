import { openDataFolder } from '@meridian/platform/config/data-folder';
import { openSecrets } from '@meridian/platform/config/secrets';
import { startBookings } from '../races/bookings-process.ts';
import { createClients } from '../races/clients.ts';
import { announce, type Itinerary } from '../races/market.ts';
import type { Answer, Step, Target } from './target.ts';

/** Few seats on some, so that clients are also told that it is sold out. */
const itineraries: readonly Itinerary[] = Array.from({ length: 8 }, (_, index) => ({
  id: `flt_crash${index}`,
  segments: [
    { resource: `MC${index % 4}.SIN.2030-06-01`, seats: index < 4 ? 25 : 5_000 },
    ...(index % 2 ? [{ resource: `MD${index}.KUL.2030-06-01`, seats: 5_000 }] : []),
  ],
}));

const travelers = [{ givenName: 'Ada', familyName: 'Lovelace', kind: 'ADULT' }];
const shape = '__typename ... on Booking { id state } ... on UserError { code retryable }';

const documents: Readonly<Record<string, string>> = {
  create: `mutation ($input: CreateBookingInput!) { answer: createBooking(input: $input) { ${shape} } }`,
  hold: `mutation ($input: HoldBookingInput!) { answer: holdBooking(input: $input) { ${shape} } }`,
  pay: `mutation ($input: PayBookingInput!) { answer: payBooking(input: $input) { ${shape} } }`,
  quote: `mutation ($input: QuoteCancellationInput!) { answer: quoteCancellation(input: $input) { __typename ... on CancellationQuote { quoteId: id } ... on UserError { code retryable } } }`,
  cancel: `mutation ($input: CancelBookingInput!) { answer: cancelBooking(input: $input) { ${shape} } }`,
};

const tokens = [
  'tok_visa',
  'tok_visa',
  'tok_visa',
  'tok_amex',
  'tok_declined',
  'tok_timeout',
  'tok_capture_timeout',
  'tok_refund_timeout',
];

type Wish = Readonly<{ offer: string; token: string }>;

function inputOf(
  { action, key: idempotencyKey }: Step,
  before: readonly Answer[],
  { offer, token: paymentToken }: Wish,
) {
  const bookingId = before[0]?.bookingId;
  const inputs: Readonly<Record<string, object>> = {
    create: { offers: [offer], travelers, paymentToken, idempotencyKey },
    hold: { offers: [offer], travelers, idempotencyKey },
    pay: { bookingId, paymentToken, idempotencyKey },
    quote: { bookingId },
    cancel: { bookingId, cancellationQuoteId: before.at(-1)?.quoteId, idempotencyKey },
  };
  return inputs[action];
}

/** The bookings service as a process of its own; clients speak to it as the gateway does. */
export async function createBookingsTarget(data: string): Promise<Target> {
  const folder = await openDataFolder(data);
  const secrets = await openSecrets(folder.secrets);
  const clients = createClients(secrets);
  return {
    async start() {
      const { url: address, kill, stop } = await startBookings(data);
      return { address, kill, stop };
    },
    async prepare(address) {
      await announce(folder.eventLog, itineraries);
      for (const { id } of itineraries) await clients.known(address, id);
    },
    async errand(number) {
      const user = `usr_crash${number}`;
      const itinerary = itineraries[number % itineraries.length] as Itinerary;
      const wish = { offer: await clients.offerFor(itinerary), token: tokens[number % tokens.length] ?? 'tok_visa' };
      return {
        user,
        async send(address, step, before) {
          const variables = { input: inputOf(step, before, wish) };
          const { data: answered, errors } = await clients.post(address, user, {
            query: documents[step.action],
            variables,
          });
          if (!answered?.answer) throw new Error(JSON.stringify(errors));
          const { __typename: type, id, ...rest } = answered.answer as Record<string, string>;
          return { type, ...(id ? { bookingId: id } : {}), ...rest } as Answer;
        },
      };
    },
  };
}
