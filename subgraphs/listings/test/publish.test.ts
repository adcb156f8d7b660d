import { describe, expect, test } from '@jest/globals';
import { listingState } from '@meridian/schema/events/listings';
import { asUser, type ListingsService, openListingsService, owner } from './harness.ts';
import { fill } from './records.ts';

const failure = `... on ValidationFailed { code path problems { path message } } ... on NotFound { code id } ... on NotPermitted { code }
  ... on VersionConflict { code expectedVersion currentVersion retryable }`;
const fareFields = 'fares { id name total { amount } seatsOffered }';
const mutations: Readonly<Record<string, string>> = {
  createFlight: `mutation ($input: CreateFlightInput!) { createFlight(input: $input) { __typename ... on Flight { id version duration ${fareFields} owner { id } } ${failure} } }`,
  updateFlight: `mutation ($input: UpdateFlightInput!) { updateFlight(input: $input) { __typename ... on Flight { id version ${fareFields} } ${failure} } }`,
  createStay: `mutation ($input: CreateStayInput!) { createStay(input: $input) { __typename ... on Stay { id version fromPrice { amount } images { url } } ${failure} } }`,
  updateStay: `mutation ($input: UpdateStayInput!) { updateStay(input: $input) { __typename ... on Stay { id version title amenities { key } fromPrice { amount } } ${failure} } }`,
  setNightlyPrices: `mutation ($input: SetNightlyPricesInput!) { setNightlyPrices(input: $input) { __typename
    ... on Stay { version roomTypes { nights(from: "2027-03-10", until: "2027-03-14") { price { amount } open minNights } } } ${failure} } }`,
  createCar: `mutation ($input: CreateCarInput!) { createCar(input: $input) { __typename ... on Car { id version title pickUpPlace fromPrice { amount } } ${failure} } }`,
  updateCar: `mutation ($input: UpdateCarInput!) { updateCar(input: $input) { __typename ... on Car { id version dailyPrice { amount } units } ${failure} } }`,
  deleteListing: `mutation ($input: DeleteListingInput!) { deleteListing(input: $input) { __typename ... on ListingDeleted { id version } ... on NotFound { code id } ... on NotPermitted { code } ... on VersionConflict { code currentVersion } } }`,
  postReview: `mutation ($input: PostReviewInput!) { postReview(input: $input) { __typename ... on Review { id rating title text author { id } } ${'... on ValidationFailed { code problems { path message } } ... on NotFound { code id } ... on NotPermitted { code }'} } }`,
};

async function run(service: ListingsService, name: keyof typeof mutations, input: object, as = owner) {
  const { data, errors } = await service.ask(mutations[name] ?? '', { input }, as);
  expect(errors).toEqual([]);
  return data[name];
}

const newFlight = {
  currency: 'EUR',
  segments: [
    {
      carrier: 'LH',
      flightNumber: '779',
      origin: 'SIN',
      destination: 'LHR',
      departsAt: '2027-04-01T23:55',
      arrivesAt: '2027-04-02T06:25',
      seats: [{ cabin: 'ECONOMY', capacity: 20 }],
    },
  ],
  fares: [{ key: 'light', name: 'Light', cabin: 'ECONOMY', price: '400.00', taxes: '55.5', seats: 10 }],
};
const newStay = {
  ...{
    title: 'Loft',
    description: 'A bright loft.',
    stayType: 'APARTMENT',
    city: 'Lisboa',
    countryCode: 'PT',
    timeZone: 'Europe/Lisbon',
  },
  ...{ latitude: 38.7, longitude: -9.1, currency: 'EUR', nightlyPrice: '100', cleaningFee: '20', taxPercent: 6 },
  roomTypes: [{ key: 'whole', name: 'Whole loft', maxGuests: 2, units: 1 }],
};
const newCar = {
  ...{
    carClass: 'SUV',
    make: 'Seat',
    model: 'Ateca',
    year: 2026,
    seats: 5,
    transmission: 'MANUAL',
    fuel: 'PETROL',
    city: 'Singapore',
  },
  ...{
    countryCode: 'SG',
    latitude: 1.3,
    longitude: 103.9,
    timeZone: 'Asia/Singapore',
    airport: 'SIN',
    currency: 'SGD',
    dailyPrice: '80',
  },
};
const pathsOf = (result: { problems: { path: string[] }[] }) => result.problems.map(({ path }) => path.join('.'));

describe('publishing', () => {
  test('an owner publishes a flight, lowers its price, and takes it down; each change is one event with the whole state', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const created = await run(service, 'createFlight', newFlight);
    expect(created).toMatchObject({
      __typename: 'Flight',
      version: 1,
      duration: 'PT13H30M',
      fares: [{ total: { amount: '455.50' } }],
    });
    const { id } = created;
    const fares = [{ ...newFlight.fares[0], price: '300.00' }];
    const updated = await run(service, 'updateFlight', { id, expectedVersion: 1, fares });
    expect(updated).toMatchObject({ version: 2, fares: [{ id: created.fares[0].id, total: { amount: '355.50' } }] });
    expect(await run(service, 'deleteListing', { id, expectedVersion: 2 })).toEqual({
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
    await fill(service.intake);
    const { id } = await run(service, 'createFlight', newFlight);
    const late = { id, expectedVersion: 1, description: 'Second.' };
    await run(service, 'updateFlight', { ...late, description: 'First.' });
    const conflict = {
      __typename: 'VersionConflict',
      code: 'VERSION_CONFLICT',
      expectedVersion: 1,
      currentVersion: 2,
      retryable: false,
    };
    expect(await run(service, 'updateFlight', late)).toEqual(conflict);
    expect(await run(service, 'deleteListing', { id, expectedVersion: 1 })).toMatchObject({
      code: 'VERSION_CONFLICT',
      currentVersion: 2,
    });
    expect((await service.events('listings')).filter(({ subject }) => subject === id)).toHaveLength(2);
  });

  test('of two updates at once on one version, one wins', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const { id } = await run(service, 'createStay', newStay);
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        run(service, 'updateStay', { id, expectedVersion: 1, title: `Loft ${index}` }),
      ),
    );
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Stay', ...Array(5).fill('VersionConflict')]);
  });

  test('strangers may change nothing, admins may change everything', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const { id } = await run(service, 'createCar', newCar);
    const change = { id, expectedVersion: 1, dailyPrice: '70' };
    const stranger = asUser('usr_stranger', ['OWNER']);
    for (const as of [stranger, asUser('usr_owner', ['TRAVELER'])]) {
      expect(await run(service, 'updateCar', change, as)).toEqual({
        __typename: 'NotPermitted',
        code: 'NOT_PERMITTED',
      });
      expect(await run(service, 'deleteListing', { id, expectedVersion: 1 }, as)).toMatchObject({
        code: 'NOT_PERMITTED',
      });
    }
    expect(await run(service, 'createCar', newCar, asUser('usr_x'))).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await run(service, 'updateCar', change, asUser('usr_admin', ['ADMIN']))).toMatchObject({
      version: 2,
      dailyPrice: { amount: '70.00' },
    });
    expect(await run(service, 'updateStay', { id, expectedVersion: 2 })).toMatchObject({ code: 'NOT_FOUND', id });
    expect(await run(service, 'updateFlight', { id: 'flt_none', expectedVersion: 1 })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('every problem of an input is told at once, with its place', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const segment = newFlight.segments[0];
    const wrongFlight = {
      currency: 'EUR',
      segments: [{ ...segment, carrier: 'lh', flightNumber: '0', origin: 'XXX', seats: [] }],
      fares: [{ key: 'Bad Key', name: '', cabin: 'FIRST', price: '1.234', seats: -1 }],
    };
    expect(pathsOf(await run(service, 'createFlight', wrongFlight))).toEqual([
      'input.segments.0.carrier',
      'input.segments.0.flightNumber',
      'input.fares.0.key',
      'input.fares.0.name',
      'input.fares.0.price',
      'input.segments.0.origin',
    ]);
    const backwards = {
      ...newFlight,
      segments: [{ ...segment, arrivesAt: '2027-04-01T10:00' }],
      fares: [{ ...newFlight.fares[0], price: '-5', seats: 99_999 }],
    };
    expect(pathsOf(await run(service, 'createFlight', backwards))).toEqual([
      'input.segments.0.arrivesAt',
      'input.fares.0.price',
      'input.fares.0.seats',
    ]);
    const past = {
      ...newFlight,
      segments: [{ ...segment, departsAt: '2027-02-01T23:55', arrivesAt: '2027-02-02T06:25' }],
    };
    expect(pathsOf(await run(service, 'createFlight', past))).toEqual(['input.segments.0.departsAt']);
    const wrongStay = {
      ...newStay,
      latitude: 91,
      nightlyPrice: '0',
      taxPercent: 7.55,
      minNights: 9,
      maxNights: 2,
      roomTypes: [],
    };
    expect(pathsOf(await run(service, 'createStay', wrongStay))).toEqual([
      'input.nightlyPrice',
      'input.taxPercent',
      'input.latitude',
      'input.maxNights',
      'input.roomTypes',
    ]);
    const wrongCar = { ...newCar, year: 1800, seats: 0, airport: 'ZZZ', dailyPrice: '-1', units: -3 };
    expect(pathsOf(await run(service, 'createCar', wrongCar))).toEqual([
      'input.airport',
      'input.year',
      'input.seats',
      'input.dailyPrice',
      'input.units',
    ]);
    expect(await service.events('listings')).toHaveLength(3);
  });

  test('seats of a departure that another owner publishes are not to be restated', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    await run(service, 'createFlight', newFlight);
    const again = await run(service, 'createFlight', newFlight, asUser('usr_other', ['OWNER']));
    expect(pathsOf(again)).toEqual(['input.segments.0.flightNumber']);
    expect(await run(service, 'createFlight', newFlight)).toMatchObject({ __typename: 'Flight' });
  });

  test('nights are priced, opened and closed by runs, of which a later one wins', async () => {
    await using service = await openListingsService();
    const { id, fromPrice, images } = await run(service, 'createStay', newStay);
    // (100 + 20) × 1.06
    expect([fromPrice.amount, images.length]).toEqual(['127.20', 3]);
    const set = (nights: object[], expectedVersion = 1) =>
      run(service, 'setNightlyPrices', { stayId: id, expectedVersion, nights });
    const wrong = await set([
      { from: '2027-03-10', until: '2027-03-09' },
      { from: '2027-02-01', until: '2027-02-02', price: '0', minNights: 0 },
    ]);
    expect(pathsOf(wrong)).toEqual(['input.nights.0.until', 'input.nights.1.from', 'input.nights.1.minNights']);
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
    await fill(service.intake);
    const admin = asUser('usr_admin', ['ADMIN']);
    const id = 'sty_0000000000000000000001';
    expect(
      await run(service, 'updateStay', { id, expectedVersion: 1, title: 'Ours', amenities: [] }, admin),
    ).toMatchObject({ title: 'Ours', amenities: [] });
    const { stay } = await import('./records.ts');
    await service.intake.upsertStays([
      stay({ richness: 9, name: 'Theirs', basePrice: { minor: 9_900, currency: 'SGD' } }),
    ]);
    const { data } = await service.ask('query ($id: ID!) { stay(id: $id) { title fromPrice { amount } } }', { id });
    expect(data.stay).toEqual({ title: 'Ours', fromPrice: { amount: '99.00' } });
  });

  test('owners see their own listings, page by page, and nobody else sees them there', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    for (let index = 0; index < 3; index += 1) await run(service, 'createCar', newCar);
    await run(service, 'createStay', newStay);
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
});

describe('reviews', () => {
  const input = { listingId: 'sty_0000000000000000000001', rating: 2, title: 'Hm', text: 'The shower stayed cold.' };
  const read = async (service: ListingsService) =>
    (
      await service.ask(`{ stay(id: "${input.listingId}") { rating reviewCount version reviews(first: 1) { totalCount pageInfo { hasNextPage }
      edges { node { rating title text authorName author { id } } } } } }`)
    ).data.stay;

  test('a review counts at once and can be read at once; its event carries no text', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const guest = asUser('usr_guest');
    const profile = {
      userId: 'usr_guest',
      publicProfileId: 'prf_guest',
      roles: ['TRAVELER'],
      countryCode: null,
      currency: 'USD',
    };
    await service.receive({
      topic: 'users',
      type: 'user.created',
      version: 1,
      subject: 'usr_guest',
      sequence: 1,
      data: profile,
    });
    expect(await run(service, 'postReview', input, guest)).toMatchObject({
      __typename: 'Review',
      rating: 2,
      text: input.text,
      author: { id: 'prf_guest' },
    });
    const before = await read(service);
    await service.caughtUp();
    const after = await read(service);
    expect(after).toEqual(before);
    expect(after).toMatchObject({ rating: 2, reviewCount: 1, version: 1, reviews: { totalCount: 1 } });
    const [event] = await service.events('reviews');
    expect(event).toMatchObject({
      type: 'review.posted',
      data: { listingId: input.listingId, authorId: 'usr_guest', rating: 2 },
    });
    expect(JSON.stringify(event)).not.toContain('shower');
    await service.receive({
      topic: 'users',
      type: 'user.deleted',
      version: 1,
      subject: 'usr_guest',
      sequence: 2,
      data: profile,
    });
    expect((await read(service)).reviews.edges[0].node).toMatchObject({ text: input.text, author: null });
  });

  test('the text survives its event being delivered twice', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const { id } = await run(service, 'postReview', input, asUser('usr_guest'));
    await service.caughtUp();
    const data = { reviewId: id, listingId: input.listingId, authorId: 'usr_guest', rating: 2 };
    // Another event id: the inbox does not know it, so the handler itself must cope.
    await service.receive({ topic: 'reviews', type: 'review.posted', version: 1, subject: id, sequence: 1, data }, 2);
    expect((await read(service)).reviews.edges[0].node).toMatchObject({ title: 'Hm', text: input.text });
  });

  test('one review per account and listing, never of one’s own, and never without a listing', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const guest = asUser('usr_guest');
    await run(service, 'postReview', input, guest);
    expect(pathsOf(await run(service, 'postReview', input, guest))).toEqual(['input.listingId']);
    const { id } = await run(service, 'createStay', newStay);
    expect(await run(service, 'postReview', { ...input, listingId: id }, owner)).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    expect(await run(service, 'postReview', { ...input, listingId: 'sty_none' }, guest)).toMatchObject({
      code: 'NOT_FOUND',
    });
    const wrong = { ...input, rating: 6, text: 'Short', title: 'x'.repeat(121), stayedAt: '2027-12-01' };
    expect(pathsOf(await run(service, 'postReview', wrong, guest))).toEqual([
      'input.rating',
      'input.title',
      'input.text',
      'input.stayedAt',
    ]);
    expect((await read(service)).reviewCount).toBe(1);
  });
});
