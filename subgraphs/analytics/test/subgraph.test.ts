import { describe, expect, test } from '@jest/globals';
import type { Principal } from '@meridian/platform/identity/principal';
import { bookingData, eventOf } from './events.ts';
import { type AnalyticsService, admin, asUser, openAnalyticsService } from './harness.ts';

const items = [
  { listingId: 'sty_lisbon', ownerId: 'usr_ana', city: 'Lisbon', countryCode: 'PT', totalMinor: 30_000 },
  { listingId: 'car_porto', ownerId: 'usr_bea', city: 'Porto', countryCode: 'PT', totalMinor: 10_000 },
];
const euros = { bookingId: 'bkg_1', currency: 'EUR', refundedMinor: 20_000, items };
const yen = {
  bookingId: 'bkg_2',
  currency: 'JPY',
  refundedMinor: 0,
  items: [{ listingId: 'sty_lisbon', ownerId: 'usr_ana', city: 'Lisbon', countryCode: 'PT', totalMinor: 15_420 }],
};

const bookingEvent = (booking: typeof euros, name: string, time: string) =>
  eventOf({
    id: `evt_${booking.bookingId}_${name}`,
    type: `booking.${name}`,
    time,
    subject: booking.bookingId,
    data: bookingData(booking, name.toUpperCase()),
  });
const view = (listingId: string, number: number) =>
  eventOf({
    id: `evt_view_${listingId}_${number}`,
    type: 'listing.viewed',
    time: '2027-01-30T10:00:00.000Z',
    subject: listingId,
    data: { userId: null, visitId: null, listingId, kind: 'STAY' },
  });
const vendor = eventOf({
  id: 'evt_user',
  type: 'user.created',
  time: '2027-01-01T10:00:00.000Z',
  subject: 'usr_ana',
  data: { userId: 'usr_ana', publicProfileId: 'prf_ana', roles: ['OWNER'], countryCode: null, currency: 'EUR' },
});

async function openWithBookings() {
  const service = await openAnalyticsService();
  await service.append('users', [vendor]);
  await service.append('tracking', [
    view('sty_lisbon', 1),
    view('sty_lisbon', 2),
    view('sty_lisbon', 3),
    view('flt_x', 1),
  ]);
  await service.append('bookings', [
    bookingEvent(euros, 'held', '2027-01-31T22:00:00.000Z'),
    bookingEvent(euros, 'confirmed', '2027-01-31T23:00:00.000Z'),
    bookingEvent(yen, 'confirmed', '2027-02-01T00:00:00.000Z'),
    bookingEvent(euros, 'cancelled', '2027-02-02T10:00:00.000Z'),
  ]);
  await service.caughtUp();
  return service;
}

const read = async (service: AnalyticsService, query: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await service.ask({ query, variables, as: asUser(['ANALYST']) });
  expect(errors).toBeUndefined();
  return data;
};

describe('revenue', () => {
  const query = `query ($groupBy: RevenueGroup!, $from: LocalDate, $to: LocalDate) { revenue(groupBy: $groupBy, from: $from, to: $to) {
    key label bookings cancellations gross { amount currency } refunded { amount } net { amount } vendor { id }
    currencies { gross { amount currency } net { amount } unitsPerDollar rateDate } } }`;

  test('by month: a refund counts when it is granted, sums are in dollars, exact amounts stand beside', async () => {
    await using service = await openWithBookings();
    expect((await read(service, query, { groupBy: 'MONTH' }))?.revenue).toEqual([
      {
        key: '2027-02',
        label: '2027-02',
        bookings: 1,
        cancellations: 1,
        gross: { amount: '107.01', currency: 'USD' },
        refunded: { amount: '234.47' },
        net: { amount: '-127.46' },
        vendor: null,
        currencies: [
          {
            gross: { amount: '0.00', currency: 'EUR' },
            net: { amount: '-200.00' },
            unitsPerDollar: '0.853',
            rateDate: '2025-06-30',
          },
          {
            gross: { amount: '15420', currency: 'JPY' },
            net: { amount: '15420' },
            unitsPerDollar: '144.1',
            rateDate: '2025-06-30',
          },
        ],
      },
      expect.objectContaining({
        key: '2027-01',
        bookings: 1,
        cancellations: 0,
        gross: { amount: '468.93', currency: 'USD' },
      }),
    ]);
  });

  test('by city and by vendor: items share the refund in proportion', async () => {
    await using service = await openWithBookings();
    expect((await read(service, query, { groupBy: 'CITY' }))?.revenue).toMatchObject([
      { key: 'Lisbon|PT', label: 'Lisbon, PT', bookings: 2, cancellations: 1, refunded: { amount: '175.85' } },
      { key: 'Porto|PT', label: 'Porto, PT', bookings: 1, cancellations: 1, refunded: { amount: '58.62' } },
    ]);
    expect((await read(service, query, { groupBy: 'VENDOR' }))?.revenue).toMatchObject([
      { key: 'usr_ana', bookings: 2, vendor: { id: 'prf_ana' } },
      { key: 'usr_bea', bookings: 1, vendor: null },
    ]);
  });

  test('in a span of days, both included', async () => {
    await using service = await openWithBookings();
    const span = { from: '2027-01-31', to: '2027-01-31' };
    expect((await read(service, query, { groupBy: 'CITY', ...span }))?.revenue).toMatchObject([
      { key: 'Lisbon|PT', bookings: 1, cancellations: 0 },
      { key: 'Porto|PT', bookings: 1, cancellations: 0 },
    ]);
    expect((await read(service, query, { groupBy: 'CITY', from: '2027-03-01' }))?.revenue).toEqual([]);
  });
});

describe('interest in listings', () => {
  test('top listings by views, bookings and revenue, with the listing itself', async () => {
    await using service = await openWithBookings();
    const query = `query ($by: ListingRanking!, $kind: ListingKind) { topListings(by: $by, kind: $kind, first: 2) {
      listingId kind views bookings revenue { amount } listing { __typename id }
      currencies { gross { amount currency } refunded { amount } net { amount } unitsPerDollar rateDate rateSource } } }`;
    expect((await read(service, query, { by: 'VIEWS' }))?.topListings).toMatchObject([
      {
        listingId: 'sty_lisbon',
        kind: 'STAY',
        views: 3,
        bookings: 2,
        listing: { __typename: 'Stay', id: 'sty_lisbon' },
      },
      { listingId: 'flt_x', kind: 'FLIGHT', views: 1, bookings: 0, revenue: { amount: '0.00' }, currencies: [] },
    ]);
    expect((await read(service, query, { by: 'BOOKINGS', kind: 'CAR' }))?.topListings).toMatchObject([
      { listingId: 'car_porto', bookings: 1 },
    ]);
    expect((await read(service, query, { by: 'REVENUE' }))?.topListings).toMatchObject([
      {
        listingId: 'sty_lisbon',
        revenue: { amount: '282.86' },
        // 150 euros at 0.853 and 15,420 yen at 144.1 to the dollar.
        currencies: [
          {
            gross: { amount: '300.00', currency: 'EUR' },
            refunded: { amount: '150.00' },
            net: { amount: '150.00' },
            unitsPerDollar: '0.853',
            rateDate: '2025-06-30',
            rateSource: expect.stringContaining('demonstration'),
          },
          { gross: { amount: '15420', currency: 'JPY' }, net: { amount: '15420' }, unitsPerDollar: '144.1' },
        ],
      },
      { listingId: 'car_porto', revenue: { amount: '58.62' } },
    ]);
  });

  const entities = `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename
    ... on Stay { id views conversion } ... on Flight { id views conversion } } }`;
  const representations = [
    { __typename: 'Stay', id: 'sty_lisbon' },
    { __typename: 'Flight', id: 'flt_nobody' },
    { __typename: 'Flight', id: 'nonsense' },
  ];

  test('views and conversion stand on every kind of listing, for analysts', async () => {
    await using service = await openWithBookings();
    expect((await read(service, entities, { representations }))?._entities).toEqual([
      { __typename: 'Stay', id: 'sty_lisbon', views: 3, conversion: 2 / 3 },
      { __typename: 'Flight', id: 'flt_nobody', views: 0, conversion: null },
      null,
    ]);
  });

  test('and are null for everybody else', async () => {
    await using service = await openWithBookings();
    for (const as of [{ kind: 'anonymous' } as Principal, asUser(['OWNER', 'SUPPORT'])]) {
      const { data } = await service.ask({ query: entities, variables: { representations }, as });
      expect(data?._entities).toMatchObject([{ views: null, conversion: null }, { views: null }, null]);
    }
  });
});

describe('counts', () => {
  test('per day and type, and the way from searching to booking', async () => {
    await using service = await openWithBookings();
    const span = { from: '2027-01-30', to: '2027-02-02' };
    const counts = `query ($from: LocalDate!, $to: LocalDate!) { eventCounts(from: $from, to: $to, topic: "bookings") {
      date topic type count } }`;
    expect((await read(service, counts, span))?.eventCounts).toEqual([
      { date: '2027-02-02', topic: 'bookings', type: 'booking.cancelled', count: 1 },
      { date: '2027-02-01', topic: 'bookings', type: 'booking.confirmed', count: 1 },
      { date: '2027-01-31', topic: 'bookings', type: 'booking.confirmed', count: 1 },
      { date: '2027-01-31', topic: 'bookings', type: 'booking.held', count: 1 },
    ]);
    const way = `query ($from: LocalDate!, $to: LocalDate!) { lookToBook(from: $from, to: $to) { searches listingViews holds bookings
      bookingsPerSearch bookingsPerView days { date listingViews bookings } } }`;
    expect((await read(service, way, span))?.lookToBook).toEqual({
      searches: 0,
      listingViews: 4,
      holds: 1,
      bookings: 2,
      bookingsPerSearch: null,
      bookingsPerView: 0.5,
      days: [
        { date: '2027-01-30', listingViews: 4, bookings: 0 },
        { date: '2027-01-31', listingViews: 0, bookings: 1 },
        { date: '2027-02-01', listingViews: 0, bookings: 1 },
        { date: '2027-02-02', listingViews: 0, bookings: 0 },
      ],
    });
  });

  test('a span that is too long or upside down, and a page of 0, are refused in words', async () => {
    await using service = await openAnalyticsService();
    const queries = [
      '{ eventCounts(from: "2027-01-02", to: "2027-01-01") { count } }',
      '{ lookToBook(from: "2026-01-01", to: "2027-01-02") { holds } }',
      '{ revenue(groupBy: CITY, first: 0) { key } }',
      '{ topListings(by: VIEWS, first: 101) { views } }',
    ];
    for (const query of queries) {
      const { errors } = await service.ask({ query, as: admin });
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    }
  });

  test('no figure is anybody’s who lacks the scope', async () => {
    await using service = await openWithBookings();
    const queries = [
      '{ eventCounts(from: "2027-01-01", to: "2027-01-31") { count } }',
      '{ lookToBook(from: "2027-01-01", to: "2027-01-31") { holds } }',
      '{ revenue(groupBy: CITY) { key } }',
      '{ topListings(by: VIEWS) { views } }',
      '{ consumerLag { lag } }',
      '{ liveEventsCursor }',
      '{ logRecords { edges { cursor } } }',
    ];
    for (const query of queries) {
      const { data, errors } = await service.ask({ query, as: asUser(['OWNER', 'SUPPORT']) });
      expect(Object.values(data ?? {})).toEqual([null]);
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    }
    const lag = await service.ask({ query: '{ consumerLag(group: "analytics") { topic lag } }', as: admin });
    expect(lag.data?.consumerLag).toContainEqual({ topic: 'bookings', lag: 0 });
  });
});
