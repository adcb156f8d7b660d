import { describe, expect, test } from '@jest/globals';
import { asUser } from '@meridian/platform/testkit/people';
import { type ListingsService, openListingsService, owner } from './harness.ts';
import { createRun, newCar, newFlight, newStay } from './publish-inputs.ts';
import { fare, fill, flight, segment } from './records.ts';

const admin = asUser('usr_admin', ['ADMIN']);

type Money = Readonly<{ amount: string }>;
type Read = Readonly<Record<string, unknown>>;

/** Reads what an owner needs, and gives it the names that the inputs have. */
const views = {
  Flight: {
    query: `flight(id: $id) { id version description instantBook
      fares { key name cabin bucket price { amount } taxes { amount } fees { amount } refundable changeable seats: seatsOffered checkedBags } }`,
    toInput: (read: Read) => ({
      ...read,
      fares: (read.fares as readonly Read[]).map(({ bucket: _, price, taxes, fees, ...fare }) => ({
        ...fare,
        ...{ price: (price as Money).amount, taxes: (taxes as Money).amount, fees: (fees as Money).amount },
      })),
    }),
  },
  Stay: {
    query: `stay(id: $id) { id version title description instantBook minNights maxNights taxPercent checkInFrom checkOutUntil
      nightlyPrice { amount } cleaningFee { amount } cancellationPolicy { name } amenities { name }
      roomTypes { key name maxGuests bedrooms beds baths units pricePercent } }`,
    toInput: ({ nightlyPrice, cleaningFee, cancellationPolicy, amenities, ...read }: Read) => ({
      ...read,
      nightlyPrice: (nightlyPrice as Money).amount,
      cleaningFee: (cleaningFee as Money).amount,
      cancellationPolicy: (cancellationPolicy as { name: string }).name,
      amenities: (amenities as readonly { name: string }[]).map(({ name }) => name),
    }),
  },
  Car: {
    query: `car(id: $id) { id version description instantBook units taxPercent
      dailyPrice { amount } serviceFee { amount } cancellationPolicy { name } }`,
    toInput: ({ dailyPrice, serviceFee, cancellationPolicy, ...read }: Read) => ({
      ...read,
      dailyPrice: (dailyPrice as Money).amount,
      serviceFee: (serviceFee as Money).amount,
      cancellationPolicy: (cancellationPolicy as { name: string }).name,
    }),
  },
} as const;
type Kind = keyof typeof views;

const read = async (service: ListingsService, kind: Kind, id: string): Promise<Read> => {
  const { data, errors } = await service.ask(`query ($id: ID!) { ${views[kind].query} }`, { id }, owner);
  expect(errors).toEqual([]);
  return data[kind.toLowerCase()];
};

const published: readonly [Kind, object][] = [
  ['Flight', { ...newFlight, instantBook: false, fares: [{ ...newFlight.fares[0], fees: '3.20', checkedBags: 2 }] }],
  [
    'Stay',
    {
      ...newStay,
      ...{
        amenities: ['Wifi', 'Pool'],
        taxPercent: 7.5,
        cancellationPolicy: 'STRICT',
        checkInFrom: '17:30',
        checkOutUntil: '09:15',
      },
      roomTypes: [
        { key: 'double', name: 'Double', maxGuests: 2, bedrooms: 1, beds: 1, baths: 0.5, units: 4 },
        { key: 'suite', name: 'Suite', maxGuests: 4, units: 1, pricePercent: 180 },
      ],
    },
  ],
  ['Car', { ...newCar, serviceFee: '12.50', taxPercent: 9, units: 3, cancellationPolicy: 'FLEXIBLE' }],
];

describe('what an owner reads and hands back', () => {
  test.each(published)('a %s is told whole: an update with what was read changes nothing', async (kind, input) => {
    await using service = await openListingsService();
    await fill(service.intake);
    const run = createRun(service);
    const { id } = await run(`create${kind}`, input);
    const before = await read(service, kind, id);
    const { version, ...said } = views[kind].toInput(before) as Read;
    const updated = await run(`update${kind}`, { ...said, expectedVersion: version });
    expect(updated).toMatchObject({ __typename: kind, version });
    expect(await read(service, kind, id)).toEqual(before);
  });

  test('a fare keeps its booking class and the cabins on its way, which its owner cannot say', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const mixed = flight({
      sourceKey: 'test:flight:mixed',
      segments: [
        segment({ destination: 'GRU', arrivalLocal: '2027-03-11T10:00' }),
        segment({
          ...{ departureKey: 'SQ5/GRU/2027-03-11', flightNumber: '5', origin: 'GRU', destination: 'LHR' },
          ...{ departureLocal: '2027-03-11T14:00', arrivalLocal: '2027-03-12T05:55' },
        }),
      ],
      fares: [fare({ segmentCabins: ['BUSINESS', 'ECONOMY'], limit: 3 })],
    });
    await service.intake.upsertFlights([mixed]);
    const id = 'flt_0000000000000000000002';
    const { fares, version } = views.Flight.toInput(await read(service, 'Flight', id)) as Read;
    const renamed = (fares as readonly Read[]).map((one) => ({ ...one, name: 'Mixed' }));
    await createRun(service)('updateFlight', { id, expectedVersion: version, fares: renamed }, admin);
    const after = await read(service, 'Flight', id);
    expect(after).toMatchObject({ version: 2, fares: [{ bucket: 'K', name: 'Mixed' }] });
    const asked = await service.ask('query ($id: ID!) { flight(id: $id) { offer { token } } }', { id }, owner);
    const [, claims] = asked.data.flight.offer.token.split('.');
    const { slots } = JSON.parse(Buffer.from(claims, 'base64url').toString());
    expect(slots.map(({ resource }: { resource: string }) => resource)).toEqual([
      'SQ322/SIN/2027-03-10/BUSINESS',
      'SQ5/GRU/2027-03-11/ECONOMY',
    ]);
  });
});
