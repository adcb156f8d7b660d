import { describe, expect, test } from '@jest/globals';
import { offerClaims } from '@meridian/schema/contracts/offer';
import { compactVerify, decodeProtectedHeader } from 'jose';
import { asUser, openListingsService, startOfTests } from './harness.ts';
import { fill, flight, segment, stay } from './records.ts';

const flights = `query ($input: FlightSearchInput!, $first: Int, $after: Cursor, $sort: FlightSort) {
  searchFlights(input: $input, first: $first, after: $after, sort: $sort) {
    totalCount pageInfo { hasNextPage endCursor }
    facets { stops { value label count } carriers { value label count } price { min { amount } } }
    edges { seatsLeft total { amount currency } convertedTotal { amount { amount currency } rate asOf }
      price { lines { kind label amount { amount } } } fare { id name }
      node { id title duration stops segments { carrier { name } flightNumber layover } }
      offer { id token expiresAt } returns { roundTripTotal { amount } flight { id } } } } }`;
const toLondon = { origin: 'SIN', destination: 'LHR', date: '2027-03-10' };
const back = flight({
  sourceKey: 'test:flight:back',
  origin: 'LHR',
  destination: 'SIN',
  segments: [
    segment({
      departureKey: 'SQ317/LHR/2027-03-17',
      flightNumber: '317',
      origin: 'LHR',
      destination: 'SIN',
      departureLocal: '2027-03-17T11:25',
      arrivalLocal: '2027-03-18T08:05',
      durationInMinutes: 760,
    }),
  ],
});

describe('searching flights', () => {
  test('totals are for the whole party with every tax, and convert at a dated rate', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const { data } = await service.ask(flights, { input: { ...toLondon, adults: 2, children: 1 } });
    const { edges, totalCount, facets } = data.searchFlights;
    expect([totalCount, edges[0].seatsLeft, edges[0].fare.name]).toEqual([1, 6, 'Economy Light']);
    expect(edges[0].price.lines).toEqual([
      { kind: 'PRICE', label: 'Economy Light, 3 travelers', amount: { amount: '1800.00' } },
      { kind: 'TAX', label: 'Taxes and charges', amount: { amount: '271.50' } },
    ]);
    expect(edges[0].total).toEqual({ amount: '2071.50', currency: 'SGD' });
    expect(edges[0].convertedTotal.amount.currency).toBe('USD');
    expect(Number(edges[0].convertedTotal.amount.amount)).toBeCloseTo(2071.5 * Number(edges[0].convertedTotal.rate), 1);
    expect(edges[0].node).toMatchObject({ title: 'Singapore → London', duration: 'PT14H10M', stops: 0 });
    expect(edges[0].node.segments).toEqual([
      { carrier: { name: 'Singapore Airlines' }, flightNumber: 'SQ 322', layover: null },
    ]);
    expect(facets.stops).toEqual([{ value: '0', label: 'Nonstop', count: 1 }]);
    expect(facets.carriers).toEqual([{ value: 'SQ', label: 'Singapore Airlines', count: 1 }]);
  });

  test('a city means all of its airports, and a flight that has departed is not found', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const toGatwick = [segment({ departureKey: 'SQ9/SIN/2027-03-10', destination: 'LGW' })];
    await service.intake.upsertFlights([
      flight({ sourceKey: 'test:flight:2', destination: 'LGW', segments: toGatwick }),
    ]);
    const found = await service.ask('{ places(search: "lond", kinds: [CITY]) { id label airports { code } } }');
    const [london] = found.data.places;
    expect(london).toMatchObject({ label: 'London, GB', airports: [{ code: 'LGW' }, { code: 'LHR' }] });
    const count = async () =>
      (await service.ask(flights, { input: { origin: 'SIN', destination: london.id } })).data.searchFlights.totalCount;
    expect(await count()).toBe(2);
    service.clock.set(Date.parse('2027-03-10T15:46:00Z'));
    expect(await count()).toBe(0);
  });

  test('a round trip needs a way back, whose cost is in the total', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const input = { ...toLondon, returnDate: '2027-03-17' };
    expect((await service.ask(flights, { input })).data.searchFlights.totalCount).toBe(0);
    await service.intake.upsertFlights([back]);
    const [edge] = (await service.ask(flights, { input })).data.searchFlights.edges;
    expect([edge.total.amount, edge.returns[0].roundTripTotal.amount]).toEqual(['1381.00', '1381.00']);
  });

  test('what bookings say is taken is not found, and is found again when it is free', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const stock = (taken: number, sequence: number) => ({
      ...{
        topic: 'bookings',
        type: 'inventory.changed',
        version: 1,
        subject: 'SQ322/SIN/2027-03-10/ECONOMY/2027-03-10',
        sequence,
      },
      data: {
        resource: 'SQ322/SIN/2027-03-10/ECONOMY',
        slot: '2027-03-10',
        capacity: 9,
        held: 1,
        sold: taken - 1,
        listingIds: [],
      },
    });
    const search = async () =>
      (await service.ask(flights, { input: { ...toLondon, cabins: ['ECONOMY'], adults: 2 } })).data.searchFlights.edges;
    await service.receive(stock(7, 1), 2);
    expect((await search()).map((edge: { seatsLeft: number }) => edge.seatsLeft)).toEqual([2]);
    await service.receive(stock(8, 2));
    expect(await search()).toEqual([]);
    await service.receive(stock(1, 3));
    expect((await search()).map((edge: { seatsLeft: number }) => edge.seatsLeft)).toEqual([6]);
  });

  test('wrong arguments are told all at once', async () => {
    await using service = await openListingsService();
    const input = {
      date: '2027-03-10',
      returnDate: '2027-03-01',
      adults: 0,
      children: 9,
      minPrice: '10.001',
      departsAfter: '25:00',
      origin: 'XXX',
    };
    const { data, errors } = await service.ask(flights, { input, first: 0, after: 'x' });
    expect(data.searchFlights).toBeNull();
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const paths = (errors[0]?.extensions.problems as { path: string[] }[]).map(({ path }) => path.join('.'));
    expect(paths.sort()).toEqual(
      [
        'after',
        'first',
        'input.adults',
        'input.children',
        'input.departsAfter',
        'input.minPrice',
        'input.origin',
        'input.returnDate',
      ].sort(),
    );
  });

  test('pages go on where they ended while listings come and go', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const numbered = Array.from({ length: 7 }, (_, index) =>
      flight({
        sourceKey: `n${index}`,
        segments: [segment({ departureKey: `SQ${index}/SIN/2027-03-10`, flightNumber: `${index + 1}` })],
      }),
    );
    await service.intake.upsertFlights(numbered);
    const seen: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 4; page += 1) {
      const { edges, pageInfo } = (await service.ask(flights, { input: toLondon, first: 2, after })).data.searchFlights;
      seen.push(...edges.map((edge: { node: { id: string } }) => edge.node.id));
      expect(pageInfo.hasNextPage).toBe(page < 3);
      after = pageInfo.endCursor;
    }
    expect(new Set(seen).size).toBe(8);
  });

  test('searches and views are tracked, without delaying an answer', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    await service.ask(flights, { input: toLondon }, asUser('usr_1'));
    await service.ask('{ flight(id: "flt_0000000000000000000001") { id } }');
    const events = await service.events('tracking');
    expect(events.map(({ type, data }) => [type, data])).toEqual([
      [
        'search.performed',
        {
          userId: 'usr_1',
          visitId: null,
          kind: 'FLIGHT',
          city: 'London',
          origin: 'SIN',
          destination: 'LHR',
          results: 1,
        },
      ],
      ['listing.viewed', { userId: null, visitId: null, listingId: 'flt_0000000000000000000001', kind: 'FLIGHT' }],
    ]);
  });
});

const offerFields = `{ id total { amount currency } expiresAt token lines { kind } instantBook cancellationPolicy { name } listing { id } }`;

const nights = ['2027-03-10', '2027-03-11', '2027-03-12'];
const slots: Readonly<Record<string, unknown>> = {
  flight: [
    {
      resource: 'SQ322/SIN/2027-03-10/ECONOMY',
      slot: '2027-03-10',
      units: 3,
      bucket: 'flt_0000000000000000000001.economy-light',
    },
  ],
  stay: nights.map((slot) => ({ resource: 'sty_0000000000000000000001.whole', slot, units: 1 })),
  car: nights.map((slot) => ({ resource: 'car_0000000000000000000001', slot, units: 1 })),
};

describe('offers', () => {
  test.each([
    ['flight', `flight(id: "flt_0000000000000000000001") { offer(adults: 2, children: 1) ${offerFields} }`],
    [
      'stay',
      `stay(id: "sty_0000000000000000000001") { offer(checkIn: "2027-03-10", checkOut: "2027-03-13", guests: 2) ${offerFields} }`,
    ],
    [
      'car',
      `car(id: "car_0000000000000000000001") { offer(pickUpAt: "2027-03-10T10:00", dropOffAt: "2027-03-12T11:00") ${offerFields} }`,
    ],
  ])('a %s offer is signed for its caller, and says what bookings reads', async (kind, query) => {
    await using service = await openListingsService();
    await fill(service.intake);
    const { data, errors } = await service.ask(`{ ${query} }`, {}, asUser('usr_traveler'));
    expect(errors).toEqual([]);
    const { offer } = data[kind];
    const { payload } = await compactVerify(offer.token, service.offerPublicKey, { algorithms: ['EdDSA'] });
    const claims = offerClaims.parse(JSON.parse(new TextDecoder().decode(payload)));
    expect(decodeProtectedHeader(offer.token)).toMatchObject({
      alg: 'EdDSA',
      typ: 'offer+jwt',
      kid: expect.any(String),
    });
    expect(claims).toMatchObject({
      aud: 'usr_traveler',
      jti: offer.id,
      iat: startOfTests / 1000,
      exp: startOfTests / 1000 + 900,
      listingVersion: 1,
    });
    expect(offer.expiresAt).toBe('2027-03-01T09:15:00.000Z');
    expect(claims.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(claims.totalMinor);
    expect(offer.total.amount).toBe((claims.totalMinor / 100).toFixed(2));
    expect(claims.slots).toEqual(slots[kind]);
  });

  test('an offer is made anew from its id at the present price, and an anonymous one is public', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const first = await service.ask(
      `{ stay(id: "sty_0000000000000000000001") { offer(checkIn: "2027-03-10", checkOut: "2027-03-12") { id total { amount } } } }`,
    );
    const { id, total } = first.data.stay.offer;
    expect(total.amount).toBe('300.00');
    await service.intake.upsertStays([stay({ basePrice: { minor: 17_000, currency: 'SGD' } })]);
    const again = await service.ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Offer { id total { amount } token } } }`,
      {
        of: [
          { __typename: 'Offer', id },
          { __typename: 'Offer', id: 'off_nonsense' },
        ],
      },
    );
    const [fresh, none] = again.data._entities;
    expect([fresh.id, fresh.total.amount, none]).toEqual([id, '340.00', null]);
    const claims = JSON.parse(Buffer.from(fresh.token.split('.')[1], 'base64url').toString());
    expect([claims.aud, claims.listingVersion]).toEqual(['public', 2]);
  });

  test.each([
    ['past nights', 'checkIn: "2027-02-20", checkOut: "2027-02-22"'],
    ['no night', 'checkIn: "2027-03-10", checkOut: "2027-03-10"'],
    ['too many guests', 'checkIn: "2027-03-10", checkOut: "2027-03-11", guests: 5'],
    ['too many rooms', 'checkIn: "2027-03-10", checkOut: "2027-03-11", rooms: 2'],
    ['too long a stay', 'checkIn: "2027-03-10", checkOut: "2027-06-10"'],
    ['a room type of nobody', 'checkIn: "2027-03-10", checkOut: "2027-03-11", roomTypeId: "x"'],
  ])('there is no offer for %s', async (_, args) => {
    await using service = await openListingsService();
    await fill(service.intake);
    const { data, errors } = await service.ask(`{ stay(id: "sty_0000000000000000000001") { offer(${args}) { id } } }`);
    expect([data.stay.offer, errors]).toEqual([null, []]);
  });
});

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
