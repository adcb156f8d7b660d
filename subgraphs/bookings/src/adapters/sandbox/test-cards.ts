/** What the sandbox does with a card. */
export type CardBehaviour =
  | 'ACCEPT'
  /** Refuses to authorise. */
  | 'DECLINE'
  /** Authorises, but the answer is lost: asked again by key, it says so. */
  | 'LOSE_ANSWER'
  /** The request never arrives. */
  | 'LOSE_REQUEST'
  /** Authorises, then refuses to capture. */
  | 'DECLINE_CAPTURE'
  /** Captures, but the answer is lost. */
  | 'LOSE_CAPTURE_ANSWER'
  /** Refunds, but the answer is lost. */
  | 'LOSE_REFUND_ANSWER';

/** A card of the sandbox; `reason` is the word for its refusal, where it is refused. */
export type TestCard = Readonly<{ behaviour: CardBehaviour; brand: string; last4: string; reason?: string }>;

const visa = { brand: 'visa', last4: '4242' };

/** The tokens that stand for cards in the sandbox. The README and the SDL list them. */
const testCards: ReadonlyMap<string, TestCard> = new Map<string, TestCard>([
  ['tok_visa', { ...visa, behaviour: 'ACCEPT' }],
  ['tok_mastercard', { brand: 'mastercard', last4: '4444', behaviour: 'ACCEPT' }],
  ['tok_amex', { brand: 'amex', last4: '0005', behaviour: 'ACCEPT' }],
  ['tok_declined', { ...visa, last4: '0002', behaviour: 'DECLINE', reason: 'card_declined' }],
  ['tok_insufficient_funds', { ...visa, last4: '9995', behaviour: 'DECLINE', reason: 'insufficient_funds' }],
  ['tok_expired_card', { ...visa, last4: '0069', behaviour: 'DECLINE', reason: 'expired_card' }],
  ['tok_timeout', { ...visa, last4: '3220', behaviour: 'LOSE_ANSWER' }],
  ['tok_timeout_lost', { ...visa, last4: '3238', behaviour: 'LOSE_REQUEST' }],
  ['tok_capture_declined', { ...visa, last4: '0341', behaviour: 'DECLINE_CAPTURE', reason: 'authorisation_lost' }],
  ['tok_capture_timeout', { ...visa, last4: '3253', behaviour: 'LOSE_CAPTURE_ANSWER' }],
  ['tok_refund_timeout', { ...visa, last4: '5126', behaviour: 'LOSE_REFUND_ANSWER' }],
]);

/** A token that is none of ours stands for a card that nobody issued. */
export const cardOf = (token: string): TestCard =>
  testCards.get(token) ?? { brand: 'unknown', last4: '0000', behaviour: 'DECLINE', reason: 'unknown_token' };
