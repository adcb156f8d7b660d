import { describe, expect, test } from '@jest/globals';
import { asUser } from '@meridian/platform/testkit/people';
import { type ListingsService, openListingsService } from './harness.ts';
import { createRun, newCar, newFlight, newStay } from './publish-inputs.ts';
import { fill } from './records.ts';

const traveler = asUser('usr_traveler');
const flightId = 'flt_0000000000000000000001';

const kinds = [
  ['Flight', newFlight, 'offer { id token }'],
  ['Stay', newStay, 'offer(checkIn: "2027-03-10", checkOut: "2027-03-12") { id token }'],
  ['Car', newCar, 'offer(pickUpAt: "2027-03-10T10:00", dropOffAt: "2027-03-12T10:00") { id token }'],
] as const;

const referTo = (service: ListingsService, of: Readonly<{ __typename: string; id: string }>, fields: string) =>
  service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${of.__typename} { ${fields} } } }`,
    { of: [of] },
    traveler,
  );

describe('references of other subgraphs', () => {
  test.each(kinds)(
    'a %s that was removed stays readable by reference, and is found and offered nowhere',
    async (name, input, offer) => {
      await using service = await openListingsService();
      await fill(service.intake);
      const run = createRun(service);
      const { id } = await run(`create${name}`, input);
      const before = await referTo(service, { __typename: name, id }, `title status ${offer}`);
      expect(before.data._entities[0]).toMatchObject({ status: 'PUBLISHED', offer: { token: expect.any(String) } });
      const [{ title, offer: offered }] = before.data._entities;

      await run('deleteListing', { id, expectedVersion: 1 });

      const after = await referTo(service, { __typename: name, id }, `title status location { latitude } ${offer}`);
      expect(after.errors).toEqual([]);
      expect(after.data._entities).toEqual([{ title, status: 'REMOVED', location: expect.anything(), offer: null }]);
      const again = await referTo(service, { __typename: 'Offer', id: offered.id }, 'id token');
      expect(again.data._entities).toEqual([null]);
      const root = name.toLowerCase();
      for (const as of [traveler, asUser('usr_owner', ['OWNER'])]) {
        const found = await service.ask(
          `query ($id: ID!) { ${root}(id: $id) { id } listing(id: $id) { id } }`,
          { id },
          as,
        );
        expect([found.data, found.errors]).toEqual([{ [root]: null, listing: null }, []]);
      }
      const mine = await service.ask('{ myListings { totalCount } }', {}, asUser('usr_owner', ['OWNER']));
      expect(mine.data.myListings.totalCount).toBe(0);
    },
  );

  test('a reference to what never was is null', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const { data } = await referTo(service, { __typename: 'Flight', id: 'flt_none' }, 'title');
    const otherKind = await referTo(service, { __typename: 'Stay', id: flightId }, 'title');
    expect([data._entities, otherKind.data._entities]).toEqual([[null], [null]]);
  });
});

describe('flights as they are shown', () => {
  test.each([
    ['no people', 'adults: 0'],
    ['fewer than no people', 'adults: -3'],
    ['a child alone', 'adults: 0, children: 1'],
    ['fewer than no children', 'children: -1'],
  ])('no offer is signed for %s', async (_, party) => {
    await using service = await openListingsService();
    await fill(service.intake);
    const asked = await service.ask(`{ flight(id: "${flightId}") { offer(${party}) { token } } }`, {}, traveler);
    expect([asked.data.flight.offer, asked.errors]).toEqual([null, []]);
  });

  test('imported and published flights of a route have the same three pictures, each with an id of its own', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const { id } = await createRun(service)('createFlight', newFlight);
    const { data } = await service.ask(
      `query ($id: ID!) { imported: flight(id: "${flightId}") { images { id url alt } } published: flight(id: $id) { images { id url } } }`,
      { id },
    );
    const [imported, published] = [data.imported.images, data.published.images];
    const urls = (images: readonly { url: string }[]) => images.map(({ url }) => url);
    expect(urls(published)).toEqual(urls(imported));
    expect(new Set([...imported, ...published].map((image) => image.id)).size).toBe(6);
    expect(imported[0].alt).toBe('Singapore → London, picture 1 of 3');
  });
});
