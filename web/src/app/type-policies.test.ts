import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { describe, expect, test } from '@jest/globals';
import type { DocumentNode } from 'graphql';
import { filter, firstValueFrom, of } from 'rxjs';
import { TripsDocument } from '../generated/features/trips/trips.ts';
import { WatchesDocument, WatchesOfListingDocument } from '../generated/features/watches/watches.ts';
import { typePolicies } from './type-policies.ts';

/** How many rows the graph has, and how many come at once. */
const [total, pageSize] = [5, 2];

type Row = (index: number) => object;

/** One page of a list: cursors are the numbers of its rows. */
function pageOf(row: Row, after: number) {
  const end = Math.min(after + pageSize, total);
  const indices = Array.from({ length: end - after }, (_, index) => after + index);
  return {
    totalCount: total,
    pageInfo: { endCursor: String(end), hasNextPage: end < total },
    edges: indices.map((index) => ({ node: row(index) })),
  };
}

const trip = (index: number) => ({
  ...{ __typename: 'Booking', id: `bkg_${index}`, reference: `MER-${index}`, state: 'CONFIRMED', items: [] },
  ...{
    createdAt: null,
    holdExpiresAt: null,
    answerBy: null,
    travelers: [],
    total: null,
    refunded: null,
    payment: null,
  },
});

const watch = (index: number) => ({
  ...{ __typename: 'PriceWatch', id: `wch_${index}`, state: 'ACTIVE', createdAt: null, stockBelow: null },
  ...{ lastStock: null, threshold: null, lastPrice: null, snapshot: null, search: null, listing: null },
});

/** A graph that has these lists of one traveler. */
function openClient() {
  const link = new ApolloLink(({ variables }) => {
    const after = Number(variables.after ?? 0);
    const me = { __typename: 'User', id: 'usr_1', bookings: pageOf(trip, after) };
    return of({ data: { me: { ...me, watches: pageOf(watch, variables.listingId === undefined ? after : 4) } } });
  });
  return new ApolloClient({
    link,
    cache: new InMemoryCache({ typePolicies }),
    defaultOptions: { watchQuery: { errorPolicy: 'all' }, query: { errorPolicy: 'all' } },
  });
}

type List = ReturnType<typeof pageOf>;
type Lists = Readonly<{ me?: Readonly<{ bookings?: List; watches?: List }> | null }>;

/** What a page shows of a list. */
function shownBy(client: ApolloClient, query: DocumentNode): List {
  const { me } = client.readQuery<Lists>({ query }) ?? {};
  const list = me?.bookings ?? me?.watches;
  if (list === undefined) throw new Error('The list is not kept whole.');
  return list;
}

const lists: readonly (readonly [name: string, query: DocumentNode])[] = [
  ['trips', TripsDocument],
  ['watches', WatchesDocument],
];

describe.each(lists)('the list of %s', (_name, query) => {
  test('goes on by two more pages, each behind what is there, and then has an end', async () => {
    const client = openClient();
    const asked = client.watchQuery({ query });
    const subscription = asked.subscribe(() => undefined);
    await firstValueFrom(asked.pipe(filter(({ loading }) => !loading)));
    for (const count of [4, 5]) {
      await asked.fetchMore({ variables: { after: shownBy(client, query).pageInfo.endCursor } });
      expect(shownBy(client, query).edges).toHaveLength(count);
    }
    expect(shownBy(client, query).pageInfo.hasNextPage).toBe(false);
    subscription.unsubscribe();
  });
});

test('what one listing is watched for is no part of the list of all watches', async () => {
  const client = openClient();
  await client.query({ query: WatchesDocument });
  await client.query({ query: WatchesOfListingDocument, variables: { listingId: 'flt_1' } });
  const all = client.readQuery({ query: WatchesDocument });
  expect(all?.me?.watches?.edges.map(({ node }) => node.id)).toEqual(['wch_0', 'wch_1']);
});
