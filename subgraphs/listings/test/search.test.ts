import { describe, expect, test } from '@jest/globals';
import { asUser } from '@meridian/platform/testkit/people';
import { openListingsService } from './harness.ts';
import { fill, flight, segment } from './records.ts';

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

  test('a fare of the way back is told in the currency of the way out, and with it makes the total of the search', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const pounds = (minor: number) => ({ minor, currency: 'GBP' });
    const inPounds = {
      ...back,
      fares: back.fares.map((fare) => ({ ...fare, base: pounds(30_001), taxes: pounds(999) })),
    };
    await service.intake.upsertFlights([inPounds]);
    const input = { ...toLondon, adults: 3, returnDate: '2027-03-17' };
    const [edge] = (await service.ask(flights, { input })).data.searchFlights.edges;
    const { data } = await service.ask(
      `query ($back: ID!, $out: ID!) { flight(id: $back) { fares { total { amount currency }
        totalBeside(listingId: $out, adults: 3) { amount { amount currency } rate } gone: totalBeside(listingId: "flt_0") { rate } } } }`,
      { back: edge.returns[0].flight.id, out: edge.node.id },
    );
    const [fare] = data.flight.fares;
    expect([fare.total.currency, fare.totalBeside.amount.currency, fare.gone]).toEqual(['GBP', 'SGD', null]);
    expect(Number(edge.total.amount)).toBeGreaterThan(Number(fare.totalBeside.amount.amount));
    const out = 3 * Number((await service.ask(flights, { input: toLondon })).data.searchFlights.edges[0].total.amount);
    expect(Number(edge.total.amount) - out).toBeCloseTo(Number(fare.totalBeside.amount.amount), 6);
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
    const problems = (errors[0]?.extensions.problems ?? []) as { path: string[] }[];
    const paths = problems.map(({ path }) => path.join('.'));
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
