import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { expect, test } from '@jest/globals';
import { of } from 'rxjs';
import { loadOffers } from './load-offers.ts';

const standing = { __typename: 'Offer', id: 'ofr_1', token: 'a token' };
const outage = { message: 'listings: ECONNREFUSED', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } };

/** Loads two offers of a graph that answers the first as given, and has the second. */
function loadFrom(first: ApolloLink.Result) {
  const link = new ApolloLink(({ variables }) => of(variables.id === 'ofr_1' ? first : { data: { offer: standing } }));
  const client = new ApolloClient({
    link,
    cache: new InMemoryCache(),
    defaultOptions: { watchQuery: { errorPolicy: 'all' }, query: { errorPolicy: 'all' } },
  });
  return loadOffers(client, ['ofr_1', 'ofr_2']);
}

test('an offer that is missing without an error is gone', async () => {
  expect(await loadFrom({ data: { offer: null } })).toEqual({ status: 'gone' });
});

test('an offer that is missing because a part is down has not gone: it is a failure to try again', async () => {
  const answer = { data: { offer: null }, errors: [outage] };
  expect(await loadFrom(answer)).toMatchObject({ status: 'failed', error: { errors: [outage] } });
});

test('an offer that is there stands, though something beside it has failed', async () => {
  const loaded = await loadFrom({ data: { offer: standing }, errors: [outage] });
  expect(loaded).toEqual({ status: 'ready', offers: [standing, standing] });
});
