import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ListingsService, openListingsService } from './harness.ts';
import { createRun, newCar, newFlight, newStay } from './publish-inputs.ts';
import { fill } from './records.ts';

type Input = Readonly<Record<string, unknown>>;

/** Some of the fields, each with a value that an owner may set. */
const someOf = <Fields extends Record<string, fc.Arbitrary<unknown>>>(fields: Fields) =>
  fc.record(fields, { requiredKeys: [] });

const amount = fc.constantFrom('50', '80.00', '99.95');
const text = fc.constantFrom('A bright loft.', 'Near the river.');
const tax = fc.constantFrom(0, 6, 7.5);
const policy = fc.constantFrom('FLEXIBLE', 'MODERATE', 'STRICT');
const fare = fc.record({
  ...{ key: fc.constant('light'), name: fc.constantFrom('Light', 'Lighter'), cabin: fc.constant('ECONOMY') },
  ...{ price: amount, taxes: amount, seats: fc.integer({ min: 1, max: 20 }) },
});
const room = fc.record({
  ...{ key: fc.constant('whole'), name: fc.constantFrom('Whole loft', 'Loft'), maxGuests: fc.constantFrom(2, 3) },
  ...{ units: fc.constantFrom(1, 4), pricePercent: fc.constantFrom(100, 150), beds: fc.constantFrom(null, 1) },
});
const nights = someOf({ price: amount, open: fc.boolean(), minNights: fc.constantFrom(1, 2, 5) }).map((holds) => ({
  ...{ from: '2027-03-10', until: '2027-03-12' },
  ...holds,
}));

const created = { Flight: newFlight, Stay: newStay, Car: newCar } as const;
type Kind = keyof typeof created;
type Changing = readonly [mutation: string, kind: Kind, changes: fc.Arbitrary<Input>];

const changing: readonly Changing[] = [
  ['updateFlight', 'Flight', someOf({ fares: fare.map((one) => [one]), description: text, instantBook: fc.boolean() })],
  [
    'updateStay',
    'Stay',
    someOf({
      ...{ title: fc.constantFrom('Loft', ' Loft '), description: text, nightlyPrice: amount, cleaningFee: amount },
      ...{
        taxPercent: tax,
        roomTypes: room.map((one) => [one]),
        amenities: fc.constantFrom([], ['Wifi'], ['Wifi', 'Wifi']),
      },
      ...{
        minNights: fc.constantFrom(1, 2),
        maxNights: fc.constantFrom(9, 365),
        checkInFrom: fc.constantFrom('15:00', '16:00'),
      },
      ...{ cancellationPolicy: policy, instantBook: fc.boolean() },
    }),
  ],
  ['setNightlyPrices', 'Stay', fc.array(nights, { minLength: 1, maxLength: 3 }).map((runs) => ({ nights: runs }))],
  [
    'updateCar',
    'Car',
    someOf({
      ...{ dailyPrice: amount, serviceFee: amount, taxPercent: tax, units: fc.integer({ min: 0, max: 9 }) },
      ...{ description: text, cancellationPolicy: policy, instantBook: fc.boolean() },
    }),
  ],
];

async function openOwned(kind: Kind): Promise<Readonly<{ service: ListingsService; id: string }>> {
  const service = await openListingsService();
  await fill(service.intake);
  return { service, id: (await createRun(service)(`create${kind}`, created[kind])).id };
}

const named = (mutation: string, id: string): Input => (mutation === 'setNightlyPrices' ? { stayId: id } : { id });

describe('a change to what is already so', () => {
  test.each(changing)(
    '%s: the second of two equal inputs raises no version and is told to nobody',
    async (...[mutation, kind, changes]) => {
      const { service, id } = await openOwned(kind);
      await using _ = service;
      const run = createRun(service);
      let expectedVersion = 1;
      const property = fc.asyncProperty(changes, async (change) => {
        const first = await run(mutation, { ...named(mutation, id), expectedVersion, ...change });
        expect(first.__typename).toBe(kind);
        const told = await service.listingEvents();
        // Each version above the first is one event, and each event is such a version.
        expect(told.filter(({ subject }) => subject === id)).toHaveLength(first.version);
        expectedVersion = first.version;
        service.clock.advance(60_000);
        expect(await run(mutation, { ...named(mutation, id), expectedVersion, ...change })).toEqual(first);
        expect(await service.listingEvents()).toEqual(told);
      });
      await fc.assert(property, { numRuns: 20 });
      expect(expectedVersion).toBeGreaterThan(3);
    },
  );

  test.each(changing)(
    '%s: an input that says nothing, and nulls, answer the listing as it is',
    async (...[mutation, kind]) => {
      const { service, id } = await openOwned(kind);
      await using _ = service;
      const run = createRun(service);
      const [before, told] = [await createdAs(service, kind, id), await service.listingEvents()];
      const nothing = mutation === 'setNightlyPrices' ? { nights: [{ from: '2027-03-10', until: '2027-03-12' }] } : {};
      const nulls = mutation === 'setNightlyPrices' ? nothing : { description: null, instantBook: null };
      for (const said of [nothing, nulls]) {
        const input = { ...named(mutation, id), expectedVersion: 1, ...said };
        expect(await run(mutation, input)).toMatchObject({ __typename: kind, version: 1 });
      }
      expect(await createdAs(service, kind, id)).toEqual(before);
      expect(await service.listingEvents()).toEqual(told);
      const late = { ...named(mutation, id), expectedVersion: 7, ...nothing };
      expect(await run(mutation, late)).toMatchObject({ __typename: 'VersionConflict' });
    },
  );

  test('a run of nights that a later one takes back changes nothing', async () => {
    const { service, id } = await openOwned('Stay');
    await using _ = service;
    const run = createRun(service);
    const set = (expectedVersion: number, ...prices: string[]) => {
      const runs = prices.map((price) => ({ from: '2027-03-10', until: '2027-03-12', price }));
      return run('setNightlyPrices', { stayId: id, expectedVersion, nights: runs });
    };
    expect(await set(1, '80')).toMatchObject({ version: 2 });
    expect(await set(2, '120', '80.00')).toMatchObject({ version: 2 });
    expect(await set(2, '80', '120')).toMatchObject({ version: 3 });
  });
});

const createdAs = async (service: ListingsService, kind: Kind, id: string): Promise<unknown> => {
  const query = `query ($id: ID!) { listing(id: $id) { version updatedAt title description ... on ${kind} { id } } }`;
  return (await service.ask(query, { id })).data.listing;
};
