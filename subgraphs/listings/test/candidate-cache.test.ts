import { describe, expect, test } from '@jest/globals';
import { asUser } from '@meridian/platform/testkit/people';
import { openListingsIntake } from '../src/listings-intake.ts';
import { tellBooking } from './guests.ts';
import { openListingsService } from './harness.ts';
import { createRun } from './publish-inputs.ts';
import { car, fill, stay } from './records.ts';

const stays = `query ($place: ID!) { searchStays(input: { place: $place }) { edges { total { amount } node { id rating } } } }`;
const cars = `query ($place: ID!) { searchCars(input: { place: $place }) { edges { total { amount } } } }`;

describe('candidates that are kept', () => {
  test('a search sees every change that was committed before it: price, rating, move, removal, of any process', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const found = async () =>
      (await service.ask(stays, { place: 'SIN' })).data.searchStays.edges.map(
        ({ total, node }: { total: { amount: string }; node: { rating: number } }) => [total.amount, node.rating],
      );
    expect(await found()).toEqual([['150.00', null]]);
    await using other = await openListingsIntake({
      dataFolder: { database: (name) => `${service.folder}/${name}.db` },
    });
    const dearer = { basePrice: { minor: 16_000, currency: 'SGD' } };
    await other.upsertStays([stay(dearer)]);
    expect(await found()).toEqual([['160.00', null]]);
    const review = { listingId: 'sty_0000000000000000000001', rating: 4, text: 'Quiet and very clean.' };
    await tellBooking(service, { userId: 'usr_guest', listingId: review.listingId });
    const posted = await createRun(service)('postReview', review, asUser('usr_guest'));
    expect(posted).toMatchObject({ __typename: 'Review' });
    const rated = `{ searchStays(input: { place: "SIN", minRating: 4 }) { totalCount } }`;
    expect((await service.ask(rated)).data.searchStays.totalCount).toBe(1);
    await service.intake.upsertStays([stay({ ...dearer, city: 'London', countryCode: 'GB' })]);
    expect(await found()).toEqual([]);
    await service.intake.upsertStays([stay(dearer)]);
    expect(await found()).toHaveLength(1);
    const removal = { id: review.listingId, expectedVersion: 4 };
    const removed = await createRun(service)('deleteListing', removal, asUser('usr_admin', ['ADMIN']));
    expect(removed).toMatchObject({ __typename: 'ListingDeleted' });
    expect(await found()).toEqual([]);
  });

  test('a car is found at its airport though it stands in another city', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const count = async () => (await service.ask(cars, { place: 'SIN' })).data.searchCars.edges.length;
    expect(await count()).toBe(1);
    await service.intake.upsertCars([car({ sourceKey: 'test:car:2', city: 'Johor Bahru', countryCode: 'MY' })]);
    expect(await count()).toBe(2);
  });
});
