import { describe, expect, test } from '@jest/globals';
import { asUser } from '@meridian/platform/testkit/people';
import { openListingsService, owner } from './harness.ts';
import { createRun, newCar, newFlight, newStay, pathsOf } from './publish-inputs.ts';
import { fill, stay } from './records.ts';

describe('rules of publishing', () => {
  test('every problem of an input is told at once, with its place', async () => {
    await using service = await openListingsService();
    const run = createRun(service);
    await fill(service.intake);
    const segment = newFlight.segments[0];
    const wrongFlight = {
      currency: 'EUR',
      segments: [{ ...segment, carrier: 'lh', flightNumber: '0', origin: 'XXX', seats: [] }],
      fares: [{ key: 'Bad Key', name: '', cabin: 'FIRST', price: '1.234', seats: -1 }],
    };
    expect(pathsOf(await run('createFlight', wrongFlight))).toEqual([
      'input.segments.0.carrier',
      'input.segments.0.flightNumber',
      'input.fares.0.key',
      'input.fares.0.name',
      'input.fares.0.price',
      'input.segments.0.origin',
      'input.segments.0.seats',
      'input.fares.0.seats',
      'input.fares.0.cabin',
    ]);
    const backwards = {
      ...newFlight,
      segments: [{ ...segment, arrivesAt: '2027-04-01T10:00' }],
      fares: [{ ...newFlight.fares[0], price: '-5', seats: 99_999 }],
    };
    expect(pathsOf(await run('createFlight', backwards))).toEqual([
      'input.segments.0.arrivesAt',
      'input.fares.0.seats',
      'input.fares.0.price',
    ]);
    const past = {
      ...newFlight,
      segments: [{ ...segment, departsAt: '2027-02-01T23:55', arrivesAt: '2027-02-02T06:25' }],
    };
    expect(pathsOf(await run('createFlight', past))).toEqual(['input.segments.0.departsAt']);
    const wrongStay = {
      ...newStay,
      latitude: 91,
      nightlyPrice: '0',
      taxPercent: 7.55,
      minNights: 9,
      maxNights: 2,
      roomTypes: [],
    };
    expect(pathsOf(await run('createStay', wrongStay))).toEqual([
      'input.roomTypes',
      'input.nightlyPrice',
      'input.taxPercent',
      'input.latitude',
      'input.maxNights',
    ]);
    const wrongCar = { ...newCar, year: 1800, seats: 0, airport: 'ZZZ', dailyPrice: '-1', units: -3 };
    expect(pathsOf(await run('createCar', wrongCar))).toEqual([
      'input.airport',
      'input.year',
      'input.seats',
      'input.dailyPrice',
      'input.units',
    ]);
    expect(await service.listingEvents()).toHaveLength(3);
  });

  test('seats of a departure that another owner publishes are not to be restated', async () => {
    await using service = await openListingsService();
    const run = createRun(service);
    await fill(service.intake);
    await run('createFlight', newFlight);
    const again = await run('createFlight', newFlight, asUser('usr_other', ['OWNER']));
    expect(pathsOf(again)).toEqual(['input.segments.0.flightNumber']);
    expect(await run('createFlight', newFlight)).toMatchObject({ __typename: 'Flight' });
  });

  test('nights are priced, opened and closed by runs, of which a later one wins', async () => {
    await using service = await openListingsService();
    const run = createRun(service);
    const { id, fromPrice, images } = await run('createStay', newStay);
    // (100 + 20) × 1.06
    expect([fromPrice.amount, images.length]).toEqual(['127.20', 3]);
    const set = (nights: object[], expectedVersion = 1) =>
      run('setNightlyPrices', { stayId: id, expectedVersion, nights });
    const wrong = await set([
      { from: '2027-03-10', until: '2027-03-09' },
      { from: '2027-02-01', until: '2027-02-02', price: '0', minNights: 0 },
    ]);
    expect(pathsOf(wrong)).toEqual([
      'input.nights.0.until',
      'input.nights.1.price',
      'input.nights.1.minNights',
      'input.nights.1.from',
    ]);
    const { version, roomTypes } = await set([
      { from: '2027-03-10', until: '2027-03-13', price: '150', minNights: 2 },
      { from: '2027-03-12', until: '2027-03-14', price: '90.50' },
      { from: '2027-03-11', until: '2027-03-12', open: false },
    ]);
    const open = (amount: string, minNights: number) => ({ price: { amount }, open: true, minNights });
    expect([version, roomTypes[0].nights]).toEqual([
      2,
      [open('150.00', 2), { price: null, open: false, minNights: 2 }, open('90.50', 2), open('90.50', 1)],
    ]);
  });

  test('what an owner says outlasts later imports', async () => {
    await using service = await openListingsService();
    const run = createRun(service);
    await fill(service.intake);
    const admin = asUser('usr_admin', ['ADMIN']);
    const id = 'sty_0000000000000000000001';
    expect(await run('updateStay', { id, expectedVersion: 1, title: 'Ours', amenities: [] }, admin)).toMatchObject({
      title: 'Ours',
      amenities: [],
    });
    await service.intake.upsertStays([
      stay({ richness: 9, name: 'Theirs', basePrice: { minor: 9_900, currency: 'SGD' } }),
    ]);
    const { data } = await service.ask('query ($id: ID!) { stay(id: $id) { title fromPrice { amount } } }', { id });
    expect(data.stay).toEqual({ title: 'Ours', fromPrice: { amount: '99.00' } });
  });

  test('owners see their own listings, page by page, and nobody else sees them there', async () => {
    await using service = await openListingsService();
    const run = createRun(service);
    await fill(service.intake);
    for (let index = 0; index < 3; index += 1) await run('createCar', newCar);
    await run('createStay', newStay);
    const query =
      'query ($kind: ListingKind, $after: Cursor) { myListings(kind: $kind, first: 2, after: $after) { totalCount edges { node { id kind } } pageInfo { hasNextPage endCursor } } }';
    const first = (await service.ask(query, {}, owner)).data.myListings;
    expect([first.totalCount, first.pageInfo.hasNextPage]).toEqual([4, true]);
    const second = (await service.ask(query, { after: first.pageInfo.endCursor }, owner)).data.myListings;
    const ids = [...first.edges, ...second.edges].map(({ node }: { node: { id: string } }) => node.id);
    expect([new Set(ids).size, second.pageInfo.hasNextPage]).toEqual([4, false]);
    expect((await service.ask(query, { kind: 'STAY' }, owner)).data.myListings.totalCount).toBe(1);
    expect((await service.ask(query, {}, asUser('usr_owner'))).data.myListings).toBeNull();
  });

  test('admins see everybody’s listings and find them by a part of their title; an owner does not', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    await createRun(service)('createStay', newStay);
    const query =
      'query ($search: String) { allListings(search: $search, first: 5) { totalCount edges { node { title } } } }';
    const admin = asUser('usr_root', ['ADMIN']);
    const all = (await service.ask(query, {}, admin)).data.allListings;
    expect(all.totalCount).toBeGreaterThan(1);
    const found = (await service.ask(query, { search: newStay.title.toUpperCase() }, admin)).data.allListings;
    expect(found).toEqual({ totalCount: 1, edges: [{ node: { title: newStay.title } }] });
    expect((await service.ask(query, {}, owner)).data.allListings).toBeNull();
    expect((await service.ask(query, { search: 'x'.repeat(101) }, admin)).errors?.[0]?.extensions?.code).toBe(
      'BAD_USER_INPUT',
    );
  });

  test('a stay welcomes pets when an amenity says so, and not when one says the opposite', async () => {
    await using service = await openListingsService();
    const run = createRun(service);
    const told: unknown[] = [];
    for (const amenity of ['Pets allowed', 'pet_friendly', 'Pets not allowed', 'Not suitable for pets', 'Wifi']) {
      const { id } = await run('createStay', { ...newStay, amenities: [amenity] });
      const { data } = await service.ask('query ($id: ID!) { stay(id: $id) { petFriendly } }', { id });
      told.push(data.stay.petFriendly);
    }
    expect(told).toEqual([true, true, false, false, false]);
  });

  test('the hours of a stay are times of the day: its own, or the usual ones', async () => {
    await using service = await openListingsService();
    const run = createRun(service);
    const hours = { checkInFrom: '25:00', checkOutUntil: 'noon' };
    expect(pathsOf(await run('createStay', { ...newStay, ...hours }))).toEqual([
      'input.checkInFrom',
      'input.checkOutUntil',
    ]);
    const { id } = await run('createStay', newStay);
    const read = async () =>
      (await service.ask('query ($id: ID!) { stay(id: $id) { checkInFrom checkOutUntil } }', { id })).data.stay;
    expect(await read()).toEqual({ checkInFrom: '15:00', checkOutUntil: '11:00' });
    await run('updateStay', { id, expectedVersion: 1, checkInFrom: '16:00' });
    expect(await read()).toEqual({ checkInFrom: '16:00', checkOutUntil: '11:00' });
  });

  test('what a car or a segment may be is what the schema says', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const run = createRun(service);
    for (const [field, value] of [
      ['units', 0],
      ['units', 1000],
      ['seats', 21],
    ] as const)
      expect(pathsOf(await run('createCar', { ...newCar, [field]: value }))).toEqual([`input.${field}`]);
    const segment = { ...newFlight.segments[0], aircraft: 'A'.repeat(81) };
    const named = { ...newFlight, segments: [segment], fares: [{ ...newFlight.fares[0], name: 'Light\u202E' }] };
    expect(pathsOf(await run('createFlight', named))).toEqual(['input.segments.0.aircraft', 'input.fares.0.name']);
  });
});
