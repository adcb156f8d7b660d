import type { Problem } from '@meridian/platform/values/problems';
import { isEmail, isText } from '@meridian/platform/values/validation';

/** Someone who travels, as a caller names them. */
export type TravelerInput = Readonly<{ givenName: string; familyName: string; kind: 'ADULT' | 'CHILD' }>;

/** What a hold needs. Offers are tokens. */
export type HoldInput = Readonly<{
  offers: readonly string[];
  travelers: readonly TravelerInput[];
  contactEmail?: string | null;
  idempotencyKey: string;
}>;

/** A flight, a stay and a car for the way there and back fit in, with room to spare. */
const MAX_OFFERS = 6;
const MAX_TRAVELERS = 30;
const MAX_TOKEN_LENGTH = 16_000;

const problem = (path: readonly string[], message: string): Problem => ({ path: ['input', ...path], message });

const keyProblems = (key: string): Problem[] =>
  /^[\x21-\x7e]{8,128}$/.test(key)
    ? []
    : [problem(['idempotencyKey'], 'must be 8 to 128 visible ASCII characters, for example a UUID')];

const tokenProblems = (token: string): Problem[] =>
  /^[A-Za-z0-9_-]{4,255}$/.test(token)
    ? []
    : [problem(['paymentToken'], 'must be a token of the payment provider, for example tok_visa in the sandbox')];

function offerProblems(offers: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  if (offers.length < 1 || offers.length > MAX_OFFERS) {
    problems.push(problem(['offers'], `must be 1 to ${MAX_OFFERS} offer tokens, not ${offers.length}`));
  }
  if (new Set(offers).size !== offers.length) problems.push(problem(['offers'], 'must name each offer once'));
  offers.slice(0, MAX_OFFERS).forEach((token, index) => {
    if (token.length > MAX_TOKEN_LENGTH || token === '') {
      problems.push(problem(['offers', String(index)], 'must be an offer token as Offer.token gave it'));
    }
  });
  return problems;
}

const nameSentences = {
  givenName: 'Write the given name as in the passport, in 80 characters at most.',
  familyName: 'Write the family name as in the passport, in 80 characters at most.',
};

const nameRule = { minLength: 1, maxLength: 80 };

function travelerProblems(travelers: readonly TravelerInput[]): Problem[] {
  const count = travelers.length;
  const problems =
    count >= 1 && count <= MAX_TRAVELERS
      ? []
      : [problem(['travelers'], `must name 1 to ${MAX_TRAVELERS} people, not ${count}`)];
  travelers.slice(0, MAX_TRAVELERS).forEach((traveler, index) => {
    for (const field of ['givenName', 'familyName'] as const) {
      if (isText(traveler[field], nameRule)) continue;
      problems.push(problem(['travelers', String(index), field], nameSentences[field]));
    }
  });
  if (count > 0 && !travelers.some((traveler) => traveler.kind === 'ADULT')) {
    problems.push(problem(['travelers'], 'must include an adult'));
  }
  return problems;
}

/** Every problem of a hold's input that can be seen without reading its offers. */
export const holdProblems = (input: HoldInput): Problem[] => [
  ...offerProblems(input.offers),
  ...travelerProblems(input.travelers),
  ...(input.contactEmail == null || isEmail(input.contactEmail)
    ? []
    : [problem(['contactEmail'], 'must be a mail address, for example ada@example.org')]),
  ...keyProblems(input.idempotencyKey),
];

/** Every problem of a payment's input. */
export const paymentProblems = (input: Readonly<{ paymentToken: string; idempotencyKey: string }>): Problem[] => [
  ...tokenProblems(input.paymentToken),
  ...keyProblems(input.idempotencyKey),
];

/** Every problem of an input that has no more than ids and a key. */
export const keyOnlyProblems = (input: Readonly<{ idempotencyKey: string }>): Problem[] =>
  keyProblems(input.idempotencyKey);

/** Every problem of a hold that is paid for at once. */
export const createProblems = (input: HoldInput & Readonly<{ paymentToken: string }>): Problem[] => [
  ...holdProblems(input),
  ...tokenProblems(input.paymentToken),
];

/** Every problem of the offers of a quote. */
export const quoteProblems = (offers: readonly string[]): Problem[] =>
  offerProblems(offers).map(({ path, message }) => ({ path: path.slice(1), message }));
