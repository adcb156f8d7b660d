import * as documents from '@meridian/demo/documents';
import { eventually } from '@meridian/demo/eventually';
import { fareOf, publishFlight } from '@meridian/demo/journey/flight';
import { expectType, type Person } from '@meridian/demo/people';
import { createSteps } from '@meridian/demo/steps';

export type WatchedFlight = Readonly<{ id: string; version: number }>;

const silentSteps = createSteps(
  () => undefined,
  () => 0,
);

/** Publishes a flight for 300 USD, and lets the traveler watch for less than 250. */
export async function publishWatchedFlight(owner: Person, traveler: Person): Promise<WatchedFlight> {
  const inThirtyDays = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const flight = await publishFlight(owner, silentSteps, inThirtyDays);
  await eventually(async () => {
    const { createPriceWatch } = await traveler.client.run<{
      createPriceWatch: Readonly<{ __typename: string; message?: string }>;
    }>(documents.createPriceWatch, {
      input: { listingId: flight.id, threshold: { amount: '250.00', currency: 'USD' } },
    });
    return expectType(createPriceWatch, 'PriceWatch');
  });
  return flight;
}

/** Sets the fare's price as the owner. Answers the flight's new version. */
export async function changePrice(owner: Person, flight: WatchedFlight, price: string): Promise<number> {
  const { updateFlight } = await owner.client.run<{
    updateFlight: Readonly<{ __typename: string; message?: string; version: number }>;
  }>(documents.updateFlight, {
    input: { id: flight.id, expectedVersion: flight.version, fares: [fareOf(price)] },
  });
  return expectType(updateFlight, 'Flight').version;
}
