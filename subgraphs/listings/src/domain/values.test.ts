import { describe, expect, test } from '@jest/globals';
import { addDays, nightsOf } from '@meridian/platform/values/local-date';
import fc from 'fast-check';
import { carPrice, chargedDays, touchedDays } from './car-price.ts';
import { flightPrice } from './flight-price.ts';
import { cityKeyOf, fold, slug } from './folded-text.ts';
import type { NightEntry, Stay } from './listing.ts';
import { ratingOf } from './listing.ts';
import { writeNights } from './night-calendar.ts';
import { cheapestNight, flatNights, nightPrice, pricesOfNights, ratesOf } from './night-rates.ts';
import { offerIdOf, offerRequestOf } from './offer-request.ts';
import { picturePathOf } from './picture-path.ts';
import { stayPrice } from './stay-price.ts';

const minor = fc.integer({ min: 0, max: 5_000_000 });
const currency = fc.constantFrom('EUR', 'JPY', 'KWD', 'USD');

const amounts = fc.record({
  price: minor,
  tax: minor,
  fee: minor,
  code: currency,
  count: fc.integer({ min: 1, max: 9 }),
});

describe('prices', () => {
  test('the lines of every kind of price sum to its total, in currencies of 0, 2 and 3 digits', () => {
    fc.assert(
      fc.property(amounts, ({ price, tax, fee, code, count }) => {
        const prices = [
          flightPrice(
            { name: 'Light', priceMinor: price, taxMinor: tax, feeMinor: fee },
            { adults: count, children: 0 },
            code,
          ),
          stayPrice({ currency: code, cleaningFeeMinor: fee, taxPerMille: 75 }, [price, tax], count),
          carPrice({ currency: code, dailyPriceMinor: price, serviceFeeMinor: fee, taxPerMille: 75 }, count),
        ];
        for (const { lines, totalMinor } of prices)
          expect(lines.reduce((sum, line) => sum + line.amountMinor, 0)).toBe(totalMinor);
        expect(prices[0]?.totalMinor).toBe((price + tax + fee) * count);
      }),
    );
  });

  test('a tax is rounded once, halves to even, on nights and fee of all rooms', () => {
    // 7.5 % of 101 × 2 + 20 × 2 = 242 is 18.15.
    expect(stayPrice({ currency: 'JPY', cleaningFeeMinor: 20, taxPerMille: 75 }, [50, 51], 2).totalMinor).toBe(260);
    // 5 % of 10 and of 30 are 0.5 and 1.5.
    expect(carPrice({ currency: 'JPY', dailyPriceMinor: 10, serviceFeeMinor: 0, taxPerMille: 50 }, 1).totalMinor).toBe(
      10,
    );
    expect(carPrice({ currency: 'JPY', dailyPriceMinor: 30, serviceFeeMinor: 0, taxPerMille: 50 }, 1).totalMinor).toBe(
      32,
    );
  });

  test('taxes and fees of nothing have no line', () => {
    expect(
      flightPrice({ name: 'Light', priceMinor: 0, taxMinor: 0, feeMinor: 0 }, { adults: 1, children: 0 }, 'EUR').lines,
    ).toHaveLength(1);
  });
});

describe('hires', () => {
  test('each 24 hours begun are paid for, and each local day that is touched is taken', () => {
    const hire = { pickUpAt: '2026-12-10T10:00', dropOffAt: '2026-12-12T11:00' };
    expect(chargedDays(hire, 'UTC')).toBe(3);
    expect(touchedDays(hire)).toEqual(['2026-12-10', '2026-12-11', '2026-12-12']);
    expect(touchedDays({ pickUpAt: '2026-12-10T10:00', dropOffAt: '2026-12-12T00:00' })).toEqual([
      '2026-12-10',
      '2026-12-11',
    ]);
    expect(chargedDays({ pickUpAt: '2026-12-10T10:00', dropOffAt: '2026-12-10T12:00' }, 'UTC')).toBe(1);
  });

  test('the hour that clocks skip is not paid for', () => {
    // Clocks in Berlin go forward on 2027-03-28: 24 hours of the wall clock are 23 real ones.
    const hire = { pickUpAt: '2027-03-27T10:00', dropOffAt: '2027-03-28T11:00' };
    expect([chargedDays(hire, 'Europe/Berlin'), chargedDays(hire, 'UTC')]).toEqual([1, 2]);
  });
});

const stayOf = (more: Partial<Stay>) =>
  ({
    ...{ id: 'sty_1', currency: 'EUR', basePriceMinor: 10_000, calendar: null },
    roomTypes: [
      { key: 'a', name: 'A', maxGuests: 2, bedrooms: null, beds: null, baths: null, units: 2, pricePercent: 100 },
      { key: 'b', name: 'B', maxGuests: 4, bedrooms: null, beds: null, baths: null, units: 1, pricePercent: 150 },
    ],
    ...more,
  }) as Stay;
const night = (more: Partial<NightEntry> = {}): NightEntry => ({
  ...{ open: true, priceMinor: null, minNights: null, maxNights: null, unitsOpen: null },
  ...more,
});

describe('nights', () => {
  const nights = fc.array(
    fc.record({
      day: fc.integer({ min: -5, max: 40 }),
      price: fc.option(fc.integer({ min: 1, max: 9_999 })),
      open: fc.boolean(),
    }),
    { minLength: 1, maxLength: 40 },
  );
  const first = '2026-12-01';

  test('a calendar remembers the last word on each night, in whatever order nights were written', () => {
    fc.assert(
      fc.property(nights, (all) => {
        const dated = all.map(({ day, price, open }) => ({
          date: addDays(first, day),
          entry: night({ priceMinor: price, open }),
        }));
        let calendar = writeNights(null, dated.slice(0, 1)).calendar;
        for (const one of dated.slice(1)) calendar = writeNights(calendar, [one]).calendar;
        expect(writeNights(null, dated).calendar).toEqual(calendar);
        expect(writeNights(calendar, [...new Map(dated.map((one) => [one.date, one])).values()]).changes).not.toContain(
          'changed',
        );
      }),
    );
  });

  test('the flat list that other services get says the same as asking night by night', () => {
    fc.assert(
      fc.property(nights, fc.option(fc.constant(10_000)), (all, basePriceMinor) => {
        const dated = all.map(({ day, price, open }) => ({
          date: addDays(first, day),
          entry: night({ priceMinor: price, open }),
        }));
        const stay = stayOf({ basePriceMinor, calendar: writeNights(null, dated).calendar });
        for (const rates of ratesOf(stay, first)) {
          const flat = flatNights(rates);
          const dates = nightsOf(flat.from, addDays(flat.from, flat.prices.length));
          expect(flat.prices).toEqual(dates.map((date) => nightPrice(rates, date)));
          expect(nightPrice(rates, addDays(flat.from, flat.prices.length))).toBeNull();
          const open = flat.prices.filter((price) => price !== null);
          expect(cheapestNight(rates)?.priceMinor).toBe(open.length === 0 ? undefined : Math.min(...open));
        }
      }),
    );
  });

  test('a room type costs its part of the price, and is closed where none of its units is on sale', () => {
    const { calendar } = writeNights(null, [
      { date: first, entry: night({ priceMinor: 20_001, unitsOpen: { a: 0, b: 1 } }) },
      { date: addDays(first, 1), entry: night({ open: false }) },
    ]);
    const [a, b] = ratesOf(stayOf({ calendar }), first);
    expect([a, b].map((rates) => rates && nightPrice(rates, first))).toEqual([null, 30_002]);
    expect(b && pricesOfNights(b, first, addDays(first, 2))).toBeUndefined();
    expect(b && pricesOfNights(b, addDays(first, 2), addDays(first, 4))).toEqual([15_000, 15_000]);
    expect(a && pricesOfNights(a, addDays(first, -1), addDays(first, 1))).toBeUndefined();
  });

  test('a date years away is left out instead of filling the calendar', () => {
    const { calendar, changes } = writeNights(null, [
      { date: '2026-12-01', entry: night() },
      { date: '2126-12-01', entry: night() },
    ]);
    expect([changes, calendar.nights.length]).toEqual([['new', 'out-of-range'], 1]);
  });
});

describe('small values', () => {
  test('a text is found without accents, capitals and signs', () => {
    expect(fold('São Paulo/Guarulhos–Governador')).toBe('sao paulo guarulhos governador');
    expect([fold('Tromsø'), fold('ŁÓDŹ'), fold('Straße'), fold('東京')]).toEqual(['tromso', 'lodz', 'strasse', '東京']);
    expect(slug('Air  conditioning!')).toBe('air-conditioning');
    expect(cityKeyOf({ city: 'Zürich', countryCode: 'CH' })).toBe('CH|zurich');
  });

  test('an offer is known again from its id, and nothing else is one', () => {
    const requests = [
      { kind: 'FLIGHT', listingId: 'flt_1', fareId: 'flt_1.light', adults: 2, children: 1 },
      {
        kind: 'STAY',
        listingId: 'sty_1',
        roomKey: 'whole',
        checkIn: '2026-12-01',
        checkOut: '2026-12-03',
        guests: 2,
        rooms: 1,
      },
      { kind: 'CAR', listingId: 'car_1', pickUpAt: '2026-12-01T10:00', dropOffAt: '2026-12-03T10:00' },
    ] as const;
    for (const request of requests) expect(offerRequestOf(offerIdOf(request))).toEqual(request);
    const id = (content: unknown) => `off_${Buffer.from(JSON.stringify(content)).toString('base64url')}`;
    const wrong = [
      'off_',
      'x',
      id({}),
      id([2, 'flt_1', 'f', 1, 0]),
      id([1, 'flt_1', 'f', 0, 0]),
      id([1, 'flt_1', 'f', 1.5, 0]),
      id([1, 'sty_1', 'r', '2026-02-30', '2026-12-03', 1, 1]),
      id([1, 'bkg_1', 'f', 1, 0]),
      `off_${'a'.repeat(500)}`,
    ];
    expect(wrong.map(offerRequestOf)).toEqual(wrong.map(() => undefined));
  });

  test('ratings of a source and of our guests are one mean', () => {
    expect(ratingOf({ sourceRating: 4, sourceCount: 3, ownSum: 2, ownCount: 1 })).toBe(3.5);
    expect(ratingOf({ sourceRating: 4.4, sourceCount: 0, ownSum: 0, ownCount: 0 })).toBe(4.4);
    expect(ratingOf({ sourceRating: null, sourceCount: 9, ownSum: 0, ownCount: 0 })).toBeNull();
  });

  test('a picture has one path, short enough for whoever serves it', () => {
    expect(picturePathOf('STAY', 'SIN:Katong:1')).toMatch(/^\/images\/stay\/[A-Za-z0-9_-]+\.svg$/);
    expect(picturePathOf('CAR', 'x'.repeat(500)).length).toBeLessThan(100);
    expect(picturePathOf('CAR', 'x'.repeat(500))).not.toBe(picturePathOf('CAR', 'x'.repeat(501)));
  });
});
