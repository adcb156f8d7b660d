import { eventually } from '@meridian/demo/eventually';
import { at, listAt, type Node, textAt } from '../../support/api.ts';
import { idOf, type Stage } from '../stage.ts';

/** Raises the price of a flight that is a deal, and answers the deal once it is over. */
export async function playDeals(stage: Stage): Promise<Readonly<{ endedDealId: string; comparableKey: string }>> {
  const { owner } = stage.people;
  const document = `{ deals(filter: { kinds: [FLIGHT] }, first: 1) { edges { node {
    id explanation { comparableKey } listing { ... on Flight { id version fares { id name cabin seatsOffered } } } } } } }`;
  const deal = at(await owner.api.read(document), 'deals', 'edges', 0, 'node') as Node;
  const fares = listAt(deal, 'listing', 'fares').map(({ id, name, cabin, seatsOffered }) => ({
    // A fare's id is its flight's, a dot and its key.
    key: String(id).split('.').at(-1),
    name,
    cabin,
    // Dear in every currency of the market.
    price: '9000000',
    seats: seatsOffered,
  }));
  const input = { id: at(deal, 'listing', 'id'), expectedVersion: at(deal, 'listing', 'version'), fares };
  await stage.expect(owner.api, 'updateFlight', { input, member: 'Flight' });
  await eventually(async () => {
    const answer = await owner.api.read('query ($id: ID!) { deal(id: $id) { endedAt } }', { id: idOf(deal) });
    return textAt(answer, 'deal', 'endedAt');
  });
  return { endedDealId: idOf(deal), comparableKey: textAt(deal, 'explanation', 'comparableKey') };
}
