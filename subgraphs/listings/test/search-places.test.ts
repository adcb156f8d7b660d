import { describe, expect, test } from '@jest/globals';
import { openListingsService } from './harness.ts';
import { fill, stay } from './records.ts';

describe('searching stays and cars', () => {
  test('a stay is found by place, area and box, with the total of all nights', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const query = `query ($input: StaySearchInput!) { searchStays(input: $input) { totalCount
      facets { types { value label count } amenities { value count } areas { value } }
      edges { nights total { amount } offer { id } roomType { name } node { id images { url alt } petFriendly fromPrice { amount } } } } }`;
    const dates = { checkIn: '2027-03-10', checkOut: '2027-03-13' };
    const [area] = (await service.ask('{ places(search: "central reg") { id kind stayCount } }')).data.places;
    expect(area).toMatchObject({ kind: 'NEIGHBOURHOOD', stayCount: 1 });
    const box = { south: 1, north: 2, west: 103, east: 104 };
    for (const where of [{ place: 'SIN' }, { place: area.id }, { box }]) {
      const { data, errors } = await service.ask(query, { input: { ...where, ...dates } });
      expect(errors).toEqual([]);
      const [edge] = data.searchStays.edges;
      expect(edge).toMatchObject({
        nights: 3,
        total: { amount: '450.00' },
        roomType: { name: 'Whole place' },
        node: { petFriendly: true },
      });
      expect(edge.node.images).toHaveLength(2);
      expect(data.searchStays.facets.types).toEqual([{ value: 'APARTMENT', label: 'Apartment', count: 1 }]);
    }
    const elsewhere = { box: { ...box, west: 170, east: -170 }, ...dates };
    expect((await service.ask(query, { input: elsewhere })).data.searchStays.totalCount).toBe(0);
    const undated = (await service.ask(query, { input: { place: 'SIN' } })).data.searchStays.edges[0];
    expect([undated.total.amount, undated.nights, undated.offer]).toEqual(['150.00', 1, null]);
  });

  test('a car is found at its airport and in its city until both of its units are taken', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const query = `query ($input: CarSearchInput!) { searchCars(input: $input) { edges { days total { amount } offer { id } node { transmission pickUpPlace } } } }`;
    const input = { place: 'SIN', pickUpAt: '2027-03-10T10:00', dropOffAt: '2027-03-12T11:00' };
    const [edge] = (await service.ask(query, { input })).data.searchCars.edges;
    expect(edge).toMatchObject({
      days: 3,
      total: { amount: '120.00' },
      node: { transmission: null, pickUpPlace: 'Singapore International Airport' },
    });
    const resource = 'car_0000000000000000000001';
    const data = { resource, slot: '2027-03-12', capacity: 2, held: 0, sold: 2, listingIds: [] };
    await service.receive({
      topic: 'bookings',
      type: 'inventory.changed',
      version: 1,
      subject: `${resource}/2027-03-12`,
      sequence: 1,
      data,
    });
    expect((await service.ask(query, { input })).data.searchCars.edges).toEqual([]);
  });

  test('typing ahead finds codes first, knows no accents, and sees new places', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const type = async (search: string) =>
      (
        await service.ask('query ($search: String!) { airports(search: $search) { code } }', { search })
      ).data.airports.map(({ code }: { code: string }) => code);
    expect(await type('sao pau')).toEqual(['GRU']);
    expect(await type('São')).toEqual(['GRU']);
    expect(await type('lhr')).toEqual(['LHR']);
    expect(await type('london')).toEqual(['LHR', 'LGW']);
    expect(await type('egll')).toEqual(['LHR']);
    expect([await type(''), await type('zzz'), await type('%')]).toEqual([[], [], []]);
    await service.intake.upsertStays([stay({ sourceKey: 'test:stay:9', city: 'Zzyzx', countryCode: 'US' })]);
    service.clock.advance(1_500);
    expect((await service.ask('{ places(search: "zzy") { name stayCount } }')).data.places[0]).toEqual({
      name: 'Zzyzx',
      stayCount: 1,
    });
  });
});
