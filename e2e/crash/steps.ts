import type { Answer, Step } from './target.ts';

const travelers = [{ givenName: 'Ada', familyName: 'Lovelace', kind: 'ADULT' }];

/** Mostly cards that are taken; some are declined, of some the provider's answer is lost. */
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

/** The card of a client: each kind of trouble in turn. */
export const tokenOf = (number: number): string => tokens[number % tokens.length] ?? 'tok_visa';

/** What a client wants, and with which card. */
export type Wish = Readonly<{ offer: string; token: string }>;

/** The input of a step, given the answers to the steps before it. */
export function inputOf(
  { action, key: idempotencyKey }: Step,
  before: readonly Answer[],
  wish: Wish,
): object | undefined {
  const { offer, token: paymentToken } = wish;
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

/** A member of a result union as an answer. */
export function toAnswer(member: unknown): Answer {
  const { __typename: type, id, ...rest } = member as Record<string, string>;
  return { type: type ?? '', ...(id ? { bookingId: id } : {}), ...rest };
}
