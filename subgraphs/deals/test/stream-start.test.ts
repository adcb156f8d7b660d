import { expect, test } from '@jest/globals';
import { openDealsService } from './harness.ts';
import { flight, flightHistory, flightId, listingTold } from './listings.ts';

const stream = `subscription ($after: Cursor) { dealAlert(after: $after) { __typename
  ... on DealAlert { deal { snapshot { listingId } } } } }`;

test('a list of deals tells where their stream stands, so that nothing is missed that comes before the stream is opened', async () => {
  await using service = await openDealsService();
  await service.deals.intake.recordObservations(flightHistory(20_000));
  await service.tell(listingTold(flight(1, 14_000)));
  const { data } = await service.ask({ query: '{ deals { totalCount streamCursor } }' });
  const list = (data as { deals: { totalCount: number; streamCursor: string } }).deals;
  expect(list.totalCount).toBe(1);
  await service.tell(listingTold(flight(2, 14_000)));
  const deals = await service.subscribe({ query: stream, variables: { after: list.streamCursor } });
  expect(await deals.next()).toEqual({
    data: { dealAlert: { __typename: 'DealAlert', deal: { snapshot: { listingId: flightId(2) } } } },
  });
  await deals.stop();
});
