import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { expect, test } from '@jest/globals';
import { of } from 'rxjs';
import { askForOffers } from './ask-for-offers.ts';

const party = { adults: 2, children: 1 };
const flights = [
  { flightId: 'flt_out', fareId: 'flt_out.light' },
  { flightId: 'flt_back', fareId: 'flt_back.flex' },
];
const offered = (id: unknown) => ({
  data: { flight: { __typename: 'Flight', id, offer: { __typename: 'Offer', id: `off of ${id}` } } },
});

/** Asks for both flights of a graph that offers the way out, and answers about the way back as given. */
function askFrom(aboutTheWayBack: (variables: ApolloLink.Operation['variables']) => ApolloLink.Result) {
  const link = new ApolloLink(({ variables }) =>
    of(variables.id === 'flt_back' ? aboutTheWayBack(variables) : offered(variables.id)),
  );
  const defaultOptions = { watchQuery: { errorPolicy: 'all' }, query: { errorPolicy: 'all' } } as const;
  return askForOffers(new ApolloClient({ link, cache: new InMemoryCache(), defaultOptions }), flights, party);
}

test('both ways are asked for, each at its fare and for the whole party', async () => {
  const asked: unknown[] = [];
  const ids = await askFrom((variables) => {
    asked.push(variables);
    return offered(variables.id);
  });
  expect(ids).toEqual(['off of flt_out', 'off of flt_back']);
  expect(asked).toEqual([{ id: 'flt_back', fareId: 'flt_back.flex', ...party }]);
});

test('without the way back there is nothing to book: the way out is not sold by itself', async () => {
  expect(await askFrom(() => ({ data: { flight: { __typename: 'Flight', id: 'flt_back', offer: null } } }))).toEqual(
    [],
  );
});

test('while nobody can say whether there is a way back, it is a failure and not gone', async () => {
  const outage = { message: 'listings: ECONNREFUSED' };
  await expect(askFrom(() => ({ data: { flight: null }, errors: [outage] }))).rejects.toThrow('ECONNREFUSED');
});
