import { at, type Node, textAt } from '../../support/api.ts';
import { carInput, fareInput, flightInput, inDays, oneAdult, route, stayInput } from '../../support/inputs.ts';
import { awaitStock, flightOffer, stayOffer } from '../../support/offers.ts';
import { dates } from '../facts.ts';
import { idOf, type Stage } from '../stage.ts';
import { key } from './bookings.ts';

type Input = Readonly<Record<string, unknown>>;

/** What an owner can do with one kind of listing. */
type Kind = Readonly<{ type: string; input: Input; invalid: Input; change: Input; invalidChange: Input }>;

const kinds: readonly Kind[] = [
  {
    type: 'Flight',
    input: flightInput({ seats: 3 }),
    invalid: { ...flightInput(), fares: [fareInput({ price: '-1.00' })] },
    change: { description: 'The same seat, described better.' },
    invalidChange: { fares: [] },
  },
  {
    type: 'Stay',
    input: stayInput(),
    invalid: { ...stayInput(), nightlyPrice: '-5.00' },
    change: { nightlyPrice: '110.00' },
    invalidChange: { minNights: 0 },
  },
  {
    type: 'Car',
    input: carInput(),
    invalid: { ...carInput(), seats: -4 },
    change: { dailyPrice: '65.00' },
    invalidChange: { units: -1 },
  },
];

/** Everything that can become of publishing, changing, reviewing and taking down. */
export async function playListings(stage: Stage): Promise<void> {
  const { expect, people } = stage;
  const stay = await expect(people.owner.api, 'createStay', {
    input: stayInput({ instantBook: true }),
    member: 'Stay',
  });
  await playNights(stage, stay);
  await playReviews(stage, idOf(stay));
  await playReviewOfFlight(stage);
  for (const kind of kinds) await playKind(stage, kind);
}

async function playKind({ expect, people }: Stage, kind: Kind): Promise<void> {
  const [owner, stranger] = [people.owner.api, people.otherOwner.api];
  const [create, update] = [`create${kind.type}`, `update${kind.type}`];
  const created = await expect(owner, create, { input: kind.input, member: kind.type });
  await expect(owner, create, { input: kind.invalid, member: 'ValidationFailed' });
  const at1 = { id: idOf(created), expectedVersion: at(created, 'version') };
  await expect(owner, update, { input: { ...at1, ...kind.change, id: `${idOf(created)}x` }, member: 'NotFound' });
  await expect(stranger, update, { input: { ...at1, ...kind.change }, member: 'NotPermitted' });
  await expect(owner, update, { input: { ...at1, ...kind.invalidChange }, member: 'ValidationFailed' });
  const updated = await expect(owner, update, { input: { ...at1, ...kind.change }, member: kind.type });
  await expect(owner, update, { input: { ...at1, ...kind.change }, member: 'VersionConflict' });
  const at2 = { id: idOf(created), expectedVersion: at(updated, 'version') };
  await expect(stranger, 'deleteListing', { input: at2, member: 'NotPermitted' });
  await expect(owner, 'deleteListing', { input: at1, member: 'VersionConflict' });
  await expect(owner, 'deleteListing', { input: at2, member: 'ListingDeleted' });
  await expect(owner, 'deleteListing', { input: at2, member: 'NotFound' });
}

async function playNights({ expect, people }: Stage, stay: Node): Promise<void> {
  const input = {
    stayId: idOf(stay),
    expectedVersion: at(stay, 'version'),
    nights: [{ from: inDays(10), until: inDays(12), price: '99.00', open: true, minNights: 1 }],
  };
  const { owner } = people;
  const backwards = { ...input, nights: [{ from: inDays(12), until: inDays(10), price: '99.00' }] };
  await expect(owner.api, 'setNightlyPrices', { input: backwards, member: 'ValidationFailed' });
  await expect(owner.api, 'setNightlyPrices', { input, member: 'Stay' });
  await expect(owner.api, 'setNightlyPrices', { input, member: 'VersionConflict' });
}

/** Books what the traveler is to review. */
async function book({ expect, people }: Stage, offer: string): Promise<void> {
  const input = { offers: [offer], travelers: oneAdult, paymentToken: 'tok_visa', ...key() };
  await expect(people.traveler.api, 'createBooking', { input, member: 'Booking' });
}

async function playReviews(stage: Stage, stayId: string): Promise<void> {
  const { expect, expectSoon, people } = stage;
  const review = { listingId: stayId, rating: 5, title: 'Bright', text: 'The lamp kept turning all night.' };
  const { traveler, owner } = people;
  await expect(traveler.api, 'postReview', { input: review, member: 'BookingRequired' });
  await awaitStock(traveler.api, stayId);
  await book(stage, await stayOffer(traveler.api, stayId));
  await expectSoon(traveler.api, 'postReview', { input: { ...review, stayedAt: inDays(-9) }, member: 'Review' });
  await expect(traveler.api, 'postReview', { input: { ...review, rating: 9 }, member: 'ValidationFailed' });
  await expect(traveler.api, 'postReview', { input: { ...review, listingId: 'sty_none' }, member: 'NotFound' });
  await expect(owner.api, 'postReview', { input: review, member: 'NotPermitted' });
}

/** People review flights as well: what they rate must show. */
async function playReviewOfFlight(stage: Stage): Promise<void> {
  const { traveler } = stage.people;
  const found = await traveler.api.read(
    'query ($input: FlightSearchInput!) { searchFlights(input: $input, first: 1) { edges { node { id } } } }',
    { input: { origin: route.origin, destination: route.destination, date: dates.date } },
  );
  const listingId = textAt(found, 'searchFlights', 'edges', 0, 'node', 'id');
  const input = { listingId, rating: 4, title: 'On time', text: 'Left to the minute, and the tea was hot.' };
  await awaitStock(traveler.api, listingId);
  await book(stage, await flightOffer(traveler.api, listingId));
  await stage.expectSoon(traveler.api, 'postReview', { input, member: 'Review' });
}
