import { describe, expect, test } from '@jest/globals';
import { asUser } from '@meridian/platform/testkit/people';
import { listingState } from '@meridian/schema/events/listings';
import { openListingsService } from './harness.ts';
import { createRun, newCar, newFlight, newStay } from './publish-inputs.ts';
import { fill } from './records.ts';

describe('publishing', () => {
  test('an owner publishes a flight, lowers its price, and takes it down; each change is one event with the whole state', async () => {
    await using service = await openListingsService();
    const run = createRun(service);
    await fill(service.intake);
    const created = await run('createFlight', newFlight);
    expect(created).toMatchObject({
      __typename: 'Flight',
      version: 1,
      duration: 'PT13H30M',
      fares: [{ total: { amount: '455.50' } }],
    });
    const { id } = created;
    const fares = [{ ...newFlight.fares[0], price: '300.00' }];
    const updated = await run('updateFlight', { id, expectedVersion: 1, fares });
    expect(updated).toMatchObject({ version: 2, fares: [{ id: created.fares[0].id, total: { amount: '355.50' } }] });
    expect(await run('deleteListing', { id, expectedVersion: 2 })).toEqual({
      __typename: 'ListingDeleted',
      id,
      version: 3,
    });
    expect((await service.ask('query ($id: ID!) { listing(id: $id) { id } }', { id })).data.listing).toBeNull();
    const events = (await service.events('listings')).filter(({ subject }) => subject === id);
    expect(events.map(({ type, sequence }) => `${type} ${sequence}`)).toEqual([
      'listing.created 1',
      'listing.updated 2',
      'listing.deleted 3',
    ]);
    const states = events.slice(0, 2).map(({ data }) => listingState.parse(data));
    expect(states.map((state) => [state.version, state.fromPriceMinor, state.ownerId])).toEqual([
      [1, 45_550, 'usr_owner'],
      [2, 35_550, 'usr_owner'],
    ]);
  });

  test('a version that is not the present one is a conflict, and nothing is written', async () => {
    await using service = await openListingsService();
    const run = createRun(service);
    await fill(service.intake);
    const { id } = await run('createFlight', newFlight);
    const late = { id, expectedVersion: 1, description: 'Second.' };
    await run('updateFlight', { ...late, description: 'First.' });
    const conflict = {
      __typename: 'VersionConflict',
      code: 'VERSION_CONFLICT',
      expectedVersion: 1,
      currentVersion: 2,
      retryable: false,
    };
    expect(await run('updateFlight', late)).toEqual(conflict);
    expect(await run('deleteListing', { id, expectedVersion: 1 })).toMatchObject({
      code: 'VERSION_CONFLICT',
      currentVersion: 2,
    });
    expect((await service.events('listings')).filter(({ subject }) => subject === id)).toHaveLength(2);
  });

  test('of two updates at once on one version, one wins', async () => {
    await using service = await openListingsService();
    const run = createRun(service);
    await fill(service.intake);
    const { id } = await run('createStay', newStay);
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => run('updateStay', { id, expectedVersion: 1, title: `Loft ${index}` })),
    );
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Stay', ...Array(5).fill('VersionConflict')]);
  });

  test('strangers may change nothing, admins may change everything', async () => {
    await using service = await openListingsService();
    const run = createRun(service);
    await fill(service.intake);
    const { id } = await run('createCar', newCar);
    const change = { id, expectedVersion: 1, dailyPrice: '70' };
    const stranger = asUser('usr_stranger', ['OWNER']);
    for (const as of [stranger, asUser('usr_owner', ['TRAVELER'])]) {
      expect(await run('updateCar', change, as)).toEqual({
        __typename: 'NotPermitted',
        code: 'NOT_PERMITTED',
      });
      expect(await run('deleteListing', { id, expectedVersion: 1 }, as)).toMatchObject({
        code: 'NOT_PERMITTED',
      });
    }
    expect(await run('createCar', newCar, asUser('usr_x'))).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await run('updateCar', change, asUser('usr_admin', ['ADMIN']))).toMatchObject({
      version: 2,
      dailyPrice: { amount: '70.00' },
    });
    expect(await run('updateStay', { id, expectedVersion: 2 })).toMatchObject({ code: 'NOT_FOUND', id });
    expect(await run('updateFlight', { id: 'flt_none', expectedVersion: 1 })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
