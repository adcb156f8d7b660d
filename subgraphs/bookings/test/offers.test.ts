import { describe, expect, test } from '@jest/globals';
import { type BookingsUnderTest, openBookings } from './support/bookings-under-test.ts';
import { car, flight } from './support/listings.ts';
import { createOfferKey, offerAt, sign } from './support/offers.ts';
import { ask, holdInput } from './support/operations.ts';

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

async function openWithFlight() {
  const opened = await openBookings();
  await opened.list(flight());
  return opened;
}

const hold = (opened: BookingsUnderTest, token: string) => ask(opened, 'hold', { input: holdInput([token]) });

const invalid = (flaw: string) => ({
  __typename: 'OfferInvalid',
  code: 'OFFER_INVALID',
  flaw,
  path: ['input', 'offers', '0'],
});

describe('an offer token', () => {
  test('is taken as it was signed', async () => {
    await using opened = await openWithFlight();
    expect(await hold(opened, await opened.offer())).toMatchObject({ state: 'HELD', total: { amount: '123.45' } });
  });

  test('is refused with any byte changed, wherever it stands', async () => {
    await using opened = await openWithFlight();
    const token = await opened.offer();
    const places = Array.from({ length: 40 }, (_, index) => Math.floor((index * token.length) / 40));
    for (const place of places.filter((each) => token[each] !== '.')) {
      const other = token[place] === 'A' ? 'B' : 'A';
      const changed = token.slice(0, place) + other + token.slice(place + 1);
      expect(await hold(opened, changed)).toMatchObject(invalid('NOT_OURS'));
    }
    expect.assertions(places.filter((each) => token[each] !== '.').length);
  });

  test('is refused when another key signed it under our name', async () => {
    await using opened = await openWithFlight();
    const stranger = { ...createOfferKey(), kid: opened.key.kid };
    expect(await hold(opened, await sign(offerAt(opened.clock.now()), stranger))).toMatchObject(invalid('NOT_OURS'));
  });

  test('is refused under a key that we do not know, or without a name of a key', async () => {
    await using opened = await openWithFlight();
    const stranger = createOfferKey();
    expect(await hold(opened, await sign(offerAt(opened.clock.now()), stranger))).toMatchObject(invalid('NOT_OURS'));
    const nameless = await sign(offerAt(opened.clock.now()), { ...opened.key, kid: '' });
    expect(await hold(opened, nameless)).toMatchObject(invalid('NOT_OURS'));
  });

  test('is refused unsigned, with alg none and with a symmetric algorithm', async () => {
    await using opened = await openWithFlight();
    const body = base64url(offerAt(opened.clock.now()));
    for (const alg of ['none', 'HS256']) {
      const header = base64url({ alg, kid: opened.key.kid, typ: 'offer+jwt' });
      expect(await hold(opened, `${header}.${body}.`)).toMatchObject(invalid('NOT_OURS'));
      expect(await hold(opened, `${header}.${body}.AAAA`)).toMatchObject(invalid('NOT_OURS'));
    }
  });

  test('is refused as a token of another type, such as an access token by the same key', async () => {
    await using opened = await openWithFlight();
    const token = await sign(offerAt(opened.clock.now()), opened.key, { typ: 'at+jwt' });
    expect(await hold(opened, token)).toMatchObject(invalid('NOT_OURS'));
  });

  test('is refused for another audience and taken for its own', async () => {
    await using opened = await openWithFlight();
    expect(await hold(opened, await opened.offer({ aud: 'usr_eve' }))).toMatchObject(invalid('OTHER_AUDIENCE'));
    expect(await hold(opened, await opened.offer({ aud: 'usr_ada' }))).toMatchObject({ state: 'HELD' });
  });

  test('is good until the last second of its time and expired at the next, and says what it had promised', async () => {
    await using opened = await openWithFlight();
    const token = await opened.offer();
    opened.clock.advance(899_000);
    expect(await hold(opened, token)).toMatchObject({ state: 'HELD' });
    opened.clock.advance(1_000);
    expect(await hold(opened, token)).toMatchObject({
      __typename: 'OfferExpired',
      offer: { id: 'off_test' },
      previousTotal: { amount: '123.45', currency: 'EUR' },
    });
  });

  test('is refused when its lines do not make up its total', async () => {
    await using opened = await openWithFlight();
    expect(await hold(opened, await opened.offer({ totalMinor: 1 }))).toMatchObject(invalid('NOT_CONSISTENT'));
  });

  test('is refused when its listing was deleted meanwhile', async () => {
    await using opened = await openWithFlight();
    const token = await opened.offer();
    await opened.list(flight({ version: 2, status: 'REMOVED' }));
    expect(await hold(opened, token)).toMatchObject(invalid('LISTING_GONE'));
  });

  test('holds what stays held: its listing may be deleted before it is paid for', async () => {
    await using opened = await openWithFlight();
    const { id } = await hold(opened, await opened.offer());
    await opened.list(flight({ version: 2, status: 'REMOVED' }));
    expect(await ask(opened, 'pay', { input: { bookingId: id, paymentToken: 'tok_visa' } })).toMatchObject({
      state: 'CONFIRMED',
    });
  });

  test('keeps its price when the listing has become dearer since', async () => {
    await using opened = await openWithFlight();
    const token = await opened.offer();
    const dearer = flight({ version: 2 });
    await opened.list({ ...dearer, fares: dearer.fares.map((fare) => ({ ...fare, priceMinor: 99_999 })) });
    expect(await hold(opened, token)).toMatchObject({ state: 'HELD', total: { amount: '123.45' } });
  });
});

describe('a quote', () => {
  test('adds offers up without holding anything', async () => {
    await using opened = await openWithFlight();
    const token = await opened.offer();
    expect(await ask(opened, 'quote', { variables: { offers: [token] } })).toMatchObject({
      __typename: 'Quote',
      total: { amount: '123.45', currency: 'EUR' },
      items: [
        { offer: { id: 'off_test' }, snapshot: { title: 'Singapore to Lisbon', flightNumbers: ['SQ 321', 'TP 12'] } },
      ],
    });
    expect(await opened.published()).toEqual([]);
  });

  test('says that prices have changed only for an expired offer of a listing that was priced anew', async () => {
    await using opened = await openWithFlight();
    const token = await opened.offer();
    const quote = () => ask(opened, 'quote', { variables: { offers: [token] } });
    await opened.list(flight({ version: 2, title: 'Another title' }));
    opened.clock.advance(901_000);
    expect(await quote()).toMatchObject({ __typename: 'OfferExpired' });
    const dearer = flight({ version: 3 });
    await opened.list({ ...dearer, fares: dearer.fares.map((fare) => ({ ...fare, priceMinor: 99_999 })) });
    expect(await quote()).toMatchObject({
      __typename: 'PriceChanged',
      offer: { id: 'off_test' },
      previousTotal: { amount: '123.45' },
    });
  });

  test('says what is sold out', async () => {
    await using opened = await openBookings();
    await opened.list(flight({ segments: [], fares: flight().fares }));
    const answer = await ask(opened, 'quote', { variables: { offers: [await opened.offer()] } });
    expect(answer).toMatchObject({
      __typename: 'SoldOut',
      listingId: 'flt_1',
      date: '2027-03-01',
      remaining: 0,
      wanted: 1,
    });
  });

  test('says which of several offers is the one too many, as holding does', async () => {
    await using opened = await openBookings();
    await opened.list(flight(), car({ units: 1 }));
    const hire = (jti: string) =>
      opened.offer({
        ...{ jti, listingId: 'car_1', kind: 'CAR', party: { adults: 1, children: 0 } },
        slots: [{ resource: 'car_1', slot: '2027-03-01', units: 1 }],
      });
    // Either car can be had, but there is only one.
    const offers = [await hire('off_first'), await opened.offer(), await hire('off_second')];
    const tooMany = { __typename: 'SoldOut', listingId: 'car_1', remaining: 1, wanted: 2 };
    expect(await ask(opened, 'quote', { variables: { offers } })).toMatchObject({ ...tooMany, path: ['offers', '2'] });
    expect(await ask(opened, 'hold', { input: holdInput(offers) })).toMatchObject({
      ...tooMany,
      path: ['input', 'offers', '2'],
    });
    expect(await ask(opened, 'hold', { input: holdInput(offers.slice(0, 2)) })).toMatchObject({ state: 'HELD' });
  });
});
