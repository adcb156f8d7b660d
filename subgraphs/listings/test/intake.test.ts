import { describe, expect, test } from '@jest/globals';
import { listingState } from '@meridian/schema/events/listings';
import { openListingsIntake } from '../src/listings-intake.ts';
import { type ListingsService, openListingsService } from './harness.ts';
import { airlines, airports, car, fare, fill, flight, review, segment, stay } from './records.ts';

const stayFields = `{ listing(id: "sty_0000000000000000000001") { version ... on Stay {
  title description amenities { key } area licence cancellationPolicy { name } minNights host { name superhost }
  roomTypes { name nights(from: "2027-03-10", until: "2027-03-13") { date price { amount } open minNights } } } } }`;
const readStay = async (service: ListingsService) => (await service.ask(stayFields)).data.listing;

describe('intake', () => {
  test('each record is imported once, updated when its content changes, and unchanged otherwise', async () => {
    await using service = await openListingsService();
    const { intake } = service;
    const takeAll = async () => [
      await intake.upsertAirports(airports.slice(0, 2)),
      await intake.upsertAirlines(airlines),
      await intake.upsertFlights([flight()]),
      await intake.upsertStays([stay()]),
      await intake.upsertCars([car()]),
      await intake.upsertReviews([review()]),
    ];
    expect((await takeAll()).flat()).toEqual(Array(8).fill('imported'));
    expect((await takeAll()).flat()).toEqual(Array(8).fill('unchanged'));
    expect(await intake.upsertFlights([flight({ fares: [fare({ limit: 3 })] })])).toEqual(['updated']);
    expect(await intake.upsertCars([car({ fleetSize: 3 })])).toEqual(['updated']);
    expect(await intake.upsertReviews([review({ rating: 2 })])).toEqual(['updated']);
    const events = await service.events('listings');
    expect(events.map(({ type, sequence }) => `${type} ${sequence}`)).toEqual([
      'airport.updated 1',
      'airport.updated 1',
      'listing.created 1',
      'listing.created 1',
      'listing.created 1',
      'listing.updated 2',
      'listing.updated 2',
    ]);
    for (const { data } of events.slice(2)) listingState.parse(data);
  });

  test('an unknown airport is a reason that heals once the airport is known', async () => {
    await using service = await openListingsService();
    expect(await service.intake.upsertFlights([flight()])).toEqual([
      { skipped: 'unknown airport SIN; import ourairports first' },
    ]);
    await service.intake.upsertAirports(airports);
    expect(await service.intake.upsertFlights([flight()])).toEqual(['imported']);
  });

  test('what breaks a rule of the domain is skipped with the rule, and hurts no other record of its batch', async () => {
    await using service = await openListingsService();
    await service.intake.upsertAirports(airports);
    const wrong = [
      flight({ sourceKey: 'a', segments: [] }),
      flight({ sourceKey: 'b', fares: [fare({ base: { minor: -1, currency: 'SGD' } })] }),
      flight({ sourceKey: 'c', segments: [segment({ departureLocal: 'tomorrow' })] }),
      flight({
        sourceKey: 'd',
        segments: [segment(), segment({ departureKey: 'x', origin: 'GRU', destination: 'LGW' })],
      }),
      flight(),
    ];
    const outcomes = await service.intake.upsertFlights(wrong);
    expect(outcomes.map((outcome) => (typeof outcome === 'object' ? 'skipped' : outcome))).toEqual([
      ...Array(4).fill('skipped'),
      'imported',
    ]);
    expect(await service.intake.upsertStays([stay({ latitude: 91 })])).toEqual([
      { skipped: 'Latitudes lie within ±90°, longitudes within ±180°.' },
    ]);
    expect(await service.intake.upsertCars([car({ seats: 0 })])).toEqual([{ skipped: 'A car has 1 to 20 seats.' }]);
    expect(await service.intake.upsertReviews([review()])).toEqual([{ skipped: 'unknown listing test:stay:1' }]);
  });

  test('a key that comes twice in one batch is one listing and one event', async () => {
    await using service = await openListingsService();
    await service.intake.upsertAirports(airports);
    const twice = [flight(), flight({ fares: [fare({ limit: 2 })] }), flight({ fares: [fare({ limit: 2 })] })];
    expect(await service.intake.upsertFlights(twice)).toEqual(['imported', 'updated', 'unchanged']);
    const events = await service.listingEvents();
    expect(
      events.map(({ type, sequence, data }) => [type, sequence, (data as { fares: unknown[] }).fares.length]),
    ).toEqual([['listing.created', 1, 1]]);
  });

  test('an older observation never replaces a newer one', async () => {
    await using service = await openListingsService();
    await service.intake.upsertAirports(airports);
    const seen = (observedAt: number, limit: number) => flight({ observedAt, fares: [fare({ limit })] });
    expect(await service.intake.upsertFlights([seen(2_000, 4)])).toEqual(['imported']);
    expect(await service.intake.upsertFlights([seen(1_000, 8)])).toEqual(['unchanged']);
    expect(await service.intake.upsertFlights([seen(3_000, 3)])).toEqual(['updated']);
  });

  test('each itinerary tells its own number of seats of a departure, whatever others told: bookings counts the largest', async () => {
    await using service = await openListingsService();
    await service.intake.upsertAirports(airports);
    const seats = (capacity: number) => [segment({ seats: [{ cabin: 'ECONOMY', capacity }] })];
    const observed = (sourceKey: string, capacity: number) =>
      flight({ sourceKey, segments: seats(capacity), fares: [fare({ limit: capacity })] });
    await service.intake.upsertFlights([observed('a', 4), observed('b', 7), observed('c', 5)]);
    await service.intake.upsertFlights([observed('d', 2)]);
    const capacities = (await service.listingEvents()).map(
      ({ data }) => (data as { segments: { seats: { capacity: number }[] }[] }).segments[0]?.seats[0]?.capacity,
    );
    expect(capacities).toEqual([4, 7, 5, 2]);
  });

  test.each([
    ['poorer first', [1, 2]],
    ['richer first', [2, 1]],
  ])('two files of one source end with the same stay, %s', async (_, order) => {
    await using service = await openListingsService();
    const poor = stay({ name: 'Poor name', amenities: [], minNights: 5 });
    const rich = stay({
      richness: 2,
      name: 'Rich name',
      description: 'Long text.',
      licence: 'L1',
      freeCancellation: true,
      amenities: ['Pool'],
    });
    for (const richness of order) await service.intake.upsertStays([richness === 1 ? poor : rich]);
    const read = await readStay(service);
    expect(read).toMatchObject({
      title: 'Rich name',
      description: 'Long text.',
      amenities: [{ key: 'pool' }],
      licence: 'L1',
      minNights: 5,
      cancellationPolicy: { name: 'FLEXIBLE' },
    });
    expect(await service.intake.upsertStays([poor])).toEqual(['unchanged']);
    expect(await service.intake.upsertStays([rich])).toEqual(['unchanged']);
    expect((await readStay(service)).version).toBe(read.version);
  });

  test('nights are compared one by one, and a stay of which nothing is known is a reason', async () => {
    await using service = await openListingsService();
    const nights = [
      { date: '2027-03-10', available: true, price: { minor: 20_000, currency: 'SGD' }, minNights: 3 },
      { date: '2027-03-11', available: false },
      { date: '2027-03-12', available: true, price: { minor: 1, currency: 'USD' } },
      { date: '2027-02-30', available: true },
    ];
    const take = () => service.intake.upsertStayNights([{ staySourceKey: 'test:stay:1', nights }]);
    expect((await take())[0]?.[0]).toEqual({ skipped: 'unknown stay test:stay:1; import airbnb-listings first' });
    await service.intake.upsertStays([stay()]);
    const wrong = [{ skipped: 'the stay is sold in SGD, not in USD' }, { skipped: '"2027-02-30" is no date' }];
    expect(await take()).toEqual([['imported', 'imported', ...wrong]]);
    expect(await take()).toEqual([['unchanged', 'unchanged', ...wrong]]);
    const opened = [{ date: '2027-03-11', available: true }];
    expect(await service.intake.upsertStayNights([{ staySourceKey: 'test:stay:1', nights: opened }])).toEqual([
      ['updated'],
    ]);
    const read = await readStay(service);
    expect([read.version, read.roomTypes[0].nights]).toEqual([
      3,
      [
        { date: '2027-03-10', price: { amount: '200.00' }, open: true, minNights: 3 },
        { date: '2027-03-11', price: { amount: '150.00' }, open: true, minNights: 1 },
        { date: '2027-03-12', price: { amount: '150.00' }, open: true, minNights: 1 },
      ],
    ]);
  });

  test('a real airport takes over from the demo market, and nobody else takes it away', async () => {
    await using service = await openListingsService();
    const [changi] = airports;
    const named = (sourceKey: string, name: string) => ({
      ...(changi as (typeof airports)[number]),
      sourceKey,
      name,
      contentHash: name,
    });
    expect(await service.intake.upsertAirports([named('demo:SIN', 'Demo')])).toEqual(['imported']);
    expect(await service.intake.upsertAirports([named('ourairports:1', 'Changi')])).toEqual(['imported']);
    expect(await service.intake.upsertAirports([named('demo:SIN', 'Demo again')])).toEqual(['unchanged']);
    expect(await service.intake.upsertAirports([named('other:1', 'Other')])).toEqual([
      { skipped: 'IATA code SIN belongs to ourairports:1' },
    ]);
    expect((await service.ask('{ airport(code: "SIN") { name } }')).data.airport.name).toBe('Changi');
  });

  test('an intake of another process writes beside the running service, whose relay publishes', async () => {
    await using service = await openListingsService();
    await using other = await openListingsIntake({
      dataFolder: { database: (name) => `${service.folder}/${name}.db` },
      clock: service.clock,
    });
    await fill(other);
    expect((await service.listingEvents()).map(({ type }) => type)).toEqual(Array(3).fill('listing.created'));
    expect(await other.state.putIfAbsent('shift', '3')).toBe('3');
    expect(await service.intake.state.putIfAbsent('shift', '4')).toBe('3');
    expect(await service.intake.stays(['test:stay:1', 'test:stay:2'])).toEqual(
      new Map([['test:stay:1', { currency: 'SGD' }]]),
    );
    expect((await service.intake.airports()).map(({ iata }) => iata)).toEqual(['GRU', 'LGW', 'LHR', 'SIN']);
  });
});
