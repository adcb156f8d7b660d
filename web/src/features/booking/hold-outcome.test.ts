import { expect, test } from '@jest/globals';
import { type HoldFailure, holdOutcome, nothingTried } from './hold-outcome.ts';

const name = { path: ['input', 'travelers', '0', 'givenName'], message: 'It cannot be left empty.' };
const offers = { path: ['input', 'offers'], message: 'Offers are of one currency.' };

/** The parts of a failure that sorting reads. */
const failure = (part: object) => ({ message: 'It is wrong.', retryable: false, ...part }) as unknown as HoldFailure;

test('what is wrong with a traveler belongs to their field, what is wrong with no field stands above', () => {
  const invalid = failure({ __typename: 'ValidationFailed', problems: [name, offers] });
  expect(holdOutcome(invalid)).toEqual({ failure: undefined, problems: [name], message: offers.message });
});

test('what no form can mend is a failure of the whole', () => {
  const soldOut = failure({ __typename: 'SoldOut' });
  expect(holdOutcome(soldOut)).toEqual({ failure: soldOut, problems: [], message: undefined });
  expect(holdOutcome(undefined)).toEqual(nothingTried);
});
