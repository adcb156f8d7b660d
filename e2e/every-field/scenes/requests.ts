import { eventually } from '@meridian/demo/eventually';
import { at, listAt, type Node } from '../../support/api.ts';
import { oneAdult, stayInput } from '../../support/inputs.ts';
import { awaitStock, stayOffer } from '../../support/offers.ts';
import { idOf, type Stage } from '../stage.ts';
import { key } from './bookings.ts';

/** Requests to book: one is left open, one is approved, one is rejected. */
export async function playRequests(stage: Stage): Promise<void> {
  const { expect, people } = stage;
  const stay = await expect(people.owner.api, 'createStay', { input: stayInput({ units: 5 }), member: 'Stay' });
  await awaitStock(people.owner.api, idOf(stay));
  const references = [await request(stage, stay), await request(stage, stay), await request(stage, stay)];
  const [approved = '', rejected = ''] = await requestIds(stage, references);
  await playAnswers(stage, { approved, rejected });
}

/** Books a stay whose owner is asked, and answers the booking's reference. */
export async function request({ expect, people }: Stage, stay: Node): Promise<unknown> {
  const offers = [await stayOffer(people.traveler.api, idOf(stay))];
  const input = { offers, travelers: oneAdult, paymentToken: 'tok_visa', ...key() };
  return at(await expect(people.traveler.api, 'createBooking', { input, member: 'Booking' }), 'reference');
}

const inbox = '{ approvalRequests(openOnly: true, first: 50) { edges { node { id bookingReference } } } }';

/** The ids of the requests of these bookings, as soon as the owner has them. */
export const requestIds = ({ people }: Stage, references: readonly unknown[]): Promise<string[]> =>
  eventually(async () => {
    const edges = listAt(await people.owner.api.read(inbox), 'approvalRequests', 'edges');
    const nodes = edges.map((edge) => at(edge, 'node') as Node);
    const ids = references.map((reference) => nodes.find((node) => node.bookingReference === reference));
    return ids.map((node) => idOf(node ?? {}));
  });

async function playAnswers(
  { expect, people }: Stage,
  { approved, rejected }: Readonly<{ approved: string; rejected: string }>,
): Promise<void> {
  const answer = (field: string, input: Readonly<Record<string, unknown>>, member: string) =>
    expect(people.owner.api, field, { input, member });
  const yes = { requestId: approved, ...key() };
  await expect(people.otherOwner.api, 'approveRequest', { input: yes, member: 'NotFound' });
  await answer('approveRequest', { ...yes, idempotencyKey: 'short' }, 'ValidationFailed');
  await answer('approveRequest', yes, 'ApprovalRequest');
  await answer('approveRequest', { ...yes, requestId: rejected }, 'IdempotencyKeyReused');
  await answer('approveRequest', { ...yes, ...key() }, 'RequestAlreadyAnswered');
  await answer('rejectRequest', { requestId: rejected, ...key() }, 'ApprovalRequest');
}
