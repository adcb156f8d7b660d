import { describe, expect, test } from '@jest/globals';
import { type BookingsUnderTest, openBookings, travelers } from './support/bookings-under-test.ts';
import { caughtUp } from './support/caught-up.ts';
import { car, fareOf, flight, segmentAt, stay } from './support/listings.ts';
import { ask, holdInput } from './support/operations.ts';

const availability = async (
  opened: BookingsUnderTest,
  id: string,
  range = '(from: "2027-03-01", to: "2027-03-08")',
) => {
  const typename = { flt: 'Flight', sty: 'Stay', car: 'Car' }[id.slice(0, 3)];
  const fields = `availability${range} { resource label date capacity remaining fares { fareId limit remaining } }`;
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Flight { ${fields} } ... on Stay { ${fields} } ... on Car { ${fields} } } }`;
  const [entity] = (await opened.run(query, { r: [{ __typename: typename, id }] }))._entities;
  return entity.availability;
};

const segmentOn = (day: string) => ({
  ...segmentAt(`ME100.SIN.${day}`, 20),
  departsAt: `${day}T09:30`,
  arrivesAt: `${day}T20:10`,
});

describe('stock follows listing events', () => {
  test('a published flight, stay and car can be had, day by day', async () => {
    await using opened = await openBookings();
    for (const state of [flight(), stay(), car()]) await opened.publish(state);
    await caughtUp(opened);
    expect(await availability(opened, 'flt_1')).toEqual([
      {
        resource: 'ME100.SIN.2027-03-01/ECONOMY',
        label: 'ME 100 SIN–LIS ECONOMY',
        date: '2027-03-01',
        capacity: 20,
        remaining: 20,
        fares: [{ fareId: 'far_1', limit: 20, remaining: 20 }],
      },
    ]);
    const nights = await availability(opened, 'sty_1');
    expect(nights.map(({ remaining }: { remaining: number }) => remaining)).toEqual([2, 2, 0, 2, 2]);
    expect(await availability(opened, 'car_1')).toHaveLength(7);
    expect(await availability(opened, 'car_none')).toBeNull();
  });

  test('without arguments a flight answers its own departures, whatever their dates', async () => {
    await using opened = await openBookings();
    const segments = ['2027-02-20', '2027-02-21'].map((day) => segmentOn(day));
    await opened.list(flight({ departsAt: '2027-02-20T09:30', segments }));
    const dates = async () => (await availability(opened, 'flt_1', '')).map(({ date }: { date: string }) => date);
    // Fifty days ahead, on the day of the second segment, and a month after.
    expect(await dates()).toEqual(['2027-02-20', '2027-02-21']);
    opened.clock.advance(51 * 86_400_000);
    expect(await dates()).toEqual(['2027-02-20', '2027-02-21']);
    opened.clock.advance(30 * 86_400_000);
    expect(await dates()).toEqual(['2027-02-20', '2027-02-21']);
  });

  test('without arguments a stay and a car answer 30 days from today on, or from their first open day', async () => {
    await using opened = await openBookings();
    const closedAtFirst = { ...car({ id: 'car_2' }), resource: 'car_2', availableFrom: '2027-04-01' };
    await opened.list(stay(), car(), closedAtFirst);
    const dates = async (id: string) => (await availability(opened, id, '')).map(({ date }: { date: string }) => date);
    expect(await dates('sty_1')).toEqual(['2027-03-01', '2027-03-02', '2027-03-03', '2027-03-04', '2027-03-05']);
    const [first, second] = [await dates('car_1'), await dates('car_2')];
    expect([first.length, first[0], first.at(-1)]).toEqual([30, '2027-01-01', '2027-01-30']);
    expect([second.length, second[0], second.at(-1)]).toEqual([30, '2027-04-01', '2027-04-30']);
  });

  test('an older version than the known one changes nothing, and an event twice has its effect once', async () => {
    await using opened = await openBookings();
    await opened.list(car({ version: 3, units: 5 }));
    await opened.list(car({ version: 2, units: 9 }), car({ version: 3, units: 7 }));
    expect((await availability(opened, 'car_1'))[0]).toMatchObject({ capacity: 5 });
  });

  test('a lowered capacity never takes away what was sold, and sells nothing more', async () => {
    await using opened = await openBookings();
    await opened.list(flight({ segments: [segmentAt('ME100.SIN.2027-03-01', 3)] }));
    const hold = async () => ask(opened, 'hold', { input: holdInput([await opened.offer()]) });
    await hold();
    await hold();
    await opened.list(flight({ version: 2, segments: [segmentAt('ME100.SIN.2027-03-01', 1)] }));
    expect((await availability(opened, 'flt_1'))[0]).toMatchObject({ capacity: 1, remaining: 0 });
    expect(await hold()).toMatchObject({ __typename: 'SoldOut', remaining: 0 });
    await opened.list(flight({ version: 3, segments: [segmentAt('ME100.SIN.2027-03-01', 3)] }));
    expect(await hold()).toMatchObject({ state: 'HELD' });
  });

  test('a changed capacity of a touched slot is told through the outbox', async () => {
    await using opened = await openBookings();
    await opened.publish(flight());
    await caughtUp(opened);
    await ask(opened, 'hold', { input: holdInput([await opened.offer()]) });
    await opened.publish(flight({ version: 2, segments: [segmentAt('ME100.SIN.2027-03-01', 7)] }));
    await caughtUp(opened);
    const changes = (await opened.published()).filter(({ type }) => type === 'inventory.changed');
    expect(changes.map(({ sequence, data }) => [sequence, data.capacity, data.held])).toEqual([
      [1, 20, 1],
      [2, 7, 1],
    ]);
  });

  test('a nonstop and a connection compete for the segment that they share, at fares of their own', async () => {
    await using opened = await openBookings();
    const shared = segmentAt('ME100.SIN.2027-03-01', 1);
    const feeder = segmentAt('ME200.KUL.2027-03-01', 9);
    await opened.list(
      flight({ segments: [shared] }),
      flight({ id: 'flt_2', segments: [feeder, shared], fares: [fareOf('far_2', 9)] }),
    );
    const connection = await opened.offer({
      listingId: 'flt_2',
      slots: ['ME200.KUL.2027-03-01/ECONOMY', 'ME100.SIN.2027-03-01/ECONOMY'].map((resource) => ({
        resource,
        slot: '2027-03-01',
        units: 1,
        bucket: 'far_2',
      })),
    });
    expect(await ask(opened, 'hold', { input: holdInput([connection]) })).toMatchObject({ state: 'HELD' });
    expect(await ask(opened, 'hold', { input: holdInput([await opened.offer()]) })).toMatchObject({
      __typename: 'SoldOut',
    });
    expect((await availability(opened, 'flt_1'))[0]).toMatchObject({ remaining: 0, fares: [{ remaining: 0 }] });
    await opened.publish({ deleted: 'flt_2', version: 2 });
    await caughtUp(opened);
    expect((await availability(opened, 'flt_1'))[0]).toMatchObject({ capacity: 1 });
  });

  test('a fare that is sold out is told with its own numbers, not with the cabin’s', async () => {
    await using opened = await openBookings();
    await opened.list(flight({ fares: [fareOf('far_1', 1)] }), flight({ id: 'flt_2', fares: [fareOf('far_2', 9)] }));
    const seats = (listingId: string, bucket: string) =>
      opened.offer({
        listingId,
        party: { adults: 2, children: 0 },
        slots: [{ resource: 'ME100.SIN.2027-03-01/ECONOMY', slot: '2027-03-01', units: 2, bucket }],
      });
    const two = [travelers[0], { ...travelers[0], givenName: 'Grace' }];
    const input = { ...holdInput([await seats('flt_2', 'far_2'), await seats('flt_1', 'far_1')]), travelers: two };
    expect(await ask(opened, 'hold', { input })).toMatchObject({
      __typename: 'SoldOut',
      listingId: 'flt_1',
      remaining: 1,
      wanted: 2,
    });
  });

  test('a room type that is no longer named sells nothing more', async () => {
    await using opened = await openBookings();
    await opened.list(stay({ roomTypes: [{ ...roomType(), nightlyUnits: [2, 1, 2, 2, 2] }] }));
    await opened.list(stay({ version: 2, roomTypes: [{ ...roomType(), resource: 'sty_1.suite' }] }));
    for (const slot of ['2027-03-01', '2027-03-02']) {
      const slots = [{ resource: 'sty_1.double', slot, units: 1 }];
      const offer = await opened.offer({ listingId: 'sty_1', kind: 'STAY', slots });
      expect(await ask(opened, 'hold', { input: holdInput([offer]) })).toMatchObject({ __typename: 'SoldOut' });
    }
    expect((await availability(opened, 'sty_1'))[0]).toMatchObject({ resource: 'sty_1.suite', label: 'suite' });
  });

  test('a night with fewer units on sale than the room type has sells no more than those', async () => {
    await using opened = await openBookings();
    await opened.list(stay({ roomTypes: [{ ...roomType(), nightlyUnits: [2, 1, 0, 2, 2] }] }));
    const night = (slot: string, units: number) => ({
      listingId: 'sty_1',
      kind: 'STAY' as const,
      slots: [{ resource: 'sty_1.double', slot, units }],
    });
    const hold = async (slot: string, units: number) =>
      ask(opened, 'hold', { input: holdInput([await opened.offer(night(slot, units))]) });
    expect(await hold('2027-03-02', 2)).toMatchObject({ __typename: 'SoldOut' });
    expect(await hold('2027-03-02', 1)).toMatchObject({ state: 'HELD' });
    expect(await hold('2027-03-04', 2)).toMatchObject({ state: 'HELD' });
    const days = (await availability(opened, 'sty_1')) as readonly { capacity: number; remaining: number }[];
    expect(days.map(({ capacity, remaining }) => [capacity, remaining])).toEqual(
      expect.arrayContaining([
        [2, 2],
        [1, 0],
        [2, 0],
      ]),
    );
  });

  test('a range that is too long or backwards is refused', async () => {
    await using opened = await openBookings();
    await opened.list(car());
    await expect(availability(opened, 'car_1', '(from: "2027-03-01", to: "2028-06-01")')).rejects.toThrow('366 days');
    await expect(availability(opened, 'car_1', '(from: "2027-03-01", to: "2027-02-01")')).rejects.toThrow('366 days');
    expect(await availability(opened, 'car_1', '')).toHaveLength(30);
  });

  test('twenty thousand listings are taken in without a row per night', async () => {
    await using opened = await openBookings();
    const prices = Array.from({ length: 365 }, () => 9_000);
    const stays = Array.from({ length: 2_000 }, (_, index) =>
      stay({
        id: `sty_${index}`,
        roomTypes: [{ ...roomType(), resource: `sty_${index}.double`, nightlyPricesMinor: prices }],
      }),
    );
    const flights = Array.from({ length: 18_000 }, (_, index) =>
      flight({ id: `flt_${index}`, segments: [segmentAt(`ME${index}.SIN.2027-03-01`, 9)] }),
    );
    const all = [...stays, ...flights];
    for (let from = 0; from < all.length; from += 500) await opened.list(...all.slice(from, from + 500));
    const [capacity] = await opened.database.query<{ n: number }>('SELECT COUNT(*) AS n FROM capacity');
    const [slots] = await opened.database.query<{ n: number }>('SELECT COUNT(*) AS n FROM stock');
    expect([capacity?.n, slots?.n]).toEqual([20_000, 0]);
  });
});

const roomType = () => stay().roomTypes[0] as ReturnType<typeof stay>['roomTypes'][number];
