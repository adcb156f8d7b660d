import { describe, expect, test } from '@jest/globals';
import { asUser } from '@meridian/platform/testkit/people';
import { offerClaims } from '@meridian/schema/contracts/offer';
import { compactVerify, decodeProtectedHeader } from 'jose';
import { openListingsService, startOfTests } from './harness.ts';
import { fill, stay } from './records.ts';

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

const flightNumbers: Readonly<Record<string, readonly string[]>> = { flight: ['SQ 322'] };

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
    expect(claims.snapshot.flightNumbers).toEqual(flightNumbers[kind]);
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

  test('a stay offers each kind of room that fits, the cheapest first, and says when, for whom and which', async () => {
    await using service = await openListingsService();
    const room = (name: string, pricePercent: number, maxGuests: number) => ({
      ...{ key: name.toLowerCase(), name, pricePercent, maxGuests, units: 3 },
    });
    await service.intake.upsertStays([
      stay({
        roomTypes: [room('Suite', 200, 4), room('Twin', 100, 2), room('Single', 80, 1)],
      }),
    ]);
    const { data, errors } = await service.ask(`{ stay(id: "sty_0000000000000000000001") { place { label }
      offers(checkIn: "2027-03-10", checkOut: "2027-03-12", guests: 4, rooms: 2) {
        startsAt endsAt timeZone adults children rooms roomType { id name maxGuests } total { amount } lines { label } } } }`);
    expect(errors).toEqual([]);
    expect(data.stay.place).toEqual({ label: 'Singapore, SG' });
    expect(data.stay.offers).toMatchObject([
      {
        ...{ startsAt: '2027-03-10T15:00', endsAt: '2027-03-12T11:00', timeZone: 'Asia/Singapore' },
        ...{ adults: 4, children: 0, rooms: 2, total: { amount: '600.00' } },
        roomType: { id: 'sty_0000000000000000000001.twin', name: 'Twin', maxGuests: 2 },
        lines: [{ label: 'Twin, 2 nights × 2 rooms' }],
      },
      { roomType: { name: 'Suite' }, total: { amount: '1200.00' } },
    ]);
    expect(data.stay.offers).toHaveLength(2);
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
