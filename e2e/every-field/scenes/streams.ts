import { createApi, textAt } from '../../support/api.ts';
import type { Person } from '../../support/people.ts';
import type { Stage } from '../stage.ts';

/** Every stream from a cursor that is not its own: first it says that something may have been missed, then it goes on. */
export async function playStreams(stage: Stage): Promise<void> {
  const { admin, traveler } = stage.people;
  await playStream(stage, { person: admin, field: 'liveEvents', member: 'LiveEvent' });
  await playStream(stage, { person: traveler, field: 'priceWatchTriggered', member: 'PriceWatchTriggered' });
  await playStream(stage, { person: admin, field: 'dealAlert', member: 'DealAlert' });
}

async function playStream(
  { listen }: Stage,
  { person, field, member }: Readonly<{ person: Person; field: string; member: string }>,
): Promise<void> {
  const lost = await listen(person, field, 'not-one-of-ours');
  const gap = await lost.next();
  await lost.close();
  if (gap.__typename !== 'StreamGap') throw new Error(`${field} did not say that it has a gap: ${JSON.stringify(gap)}`);
  const replayed = await listen(person, field, textAt(gap, 'oldest'));
  const message = await replayed.next();
  await replayed.close();
  if (message.__typename !== member)
    throw new Error(`${field} should go on with ${member}: ${JSON.stringify(message)}`);
}

/** Tells what a visitor did. */
export async function playTracking({ expect, address }: Stage, listingId: string): Promise<void> {
  const anonymous = createApi(`${address}/graphql`);
  const events = [
    { kind: 'PAGE_VIEW', page: '/stays', referrer: 'https://example.org/a' },
    { kind: 'CLICK', page: '/stays', element: 'search.submit' },
    { kind: 'LISTING_VIEW', listingId },
  ];
  await expect(anonymous, 'trackEvents', { input: { visitId: 'visit-0001', events }, member: 'TrackingAccepted' });
  await expect(anonymous, 'trackEvents', { input: { events: [] }, member: 'ValidationFailed' });
}
