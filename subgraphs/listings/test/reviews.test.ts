import { describe, expect, test } from '@jest/globals';
import { asUser } from '@meridian/platform/testkit/people';
import { type ToldBooking, tellBooking } from './guests.ts';
import { type ListingsService, openListingsService, owner } from './harness.ts';
import { createRun, newStay, pathsOf } from './publish-inputs.ts';
import { fill, review } from './records.ts';

describe('reviews', () => {
  const input = { listingId: 'sty_0000000000000000000001', rating: 2, title: 'Hm', text: 'The shower stayed cold.' };
  const book = (service: ListingsService, more: Partial<ToldBooking> = {}) =>
    tellBooking(service, { userId: 'usr_guest', listingId: input.listingId, ...more });
  const read = async (service: ListingsService) =>
    (
      await service.ask(`{ stay(id: "${input.listingId}") { rating reviewCount version reviews(first: 1) { totalCount pageInfo { hasNextPage }
      edges { node { rating isVerified title text authorName author { id } } } } } }`)
    ).data.stay;

  test('a review counts at once and can be read at once; its event carries no text', async () => {
    await using service = await openListingsService();
    const run = createRun(service);
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
    await book(service);
    expect(await run('postReview', input, guest)).toMatchObject({
      __typename: 'Review',
      rating: 2,
      isVerified: true,
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
    expect((await read(service)).reviews.edges[0].node).toMatchObject({
      ...{ text: input.text, author: null, isVerified: true },
    });
  });

  test('the text survives its event being delivered twice', async () => {
    await using service = await openListingsService();
    const run = createRun(service);
    await fill(service.intake);
    await book(service);
    const { id } = await run('postReview', input, asUser('usr_guest'));
    await service.caughtUp();
    const data = { reviewId: id, listingId: input.listingId, authorId: 'usr_guest', rating: 2 };
    // Another event id: the inbox does not know it, so the handler itself must cope.
    await service.receive({ topic: 'reviews', type: 'review.posted', version: 1, subject: id, sequence: 1, data }, 2);
    expect((await read(service)).reviews.edges[0].node).toMatchObject({ title: 'Hm', text: input.text });
  });

  test('one review per account and listing, never of one’s own, and never without a listing', async () => {
    await using service = await openListingsService();
    const run = createRun(service);
    await fill(service.intake);
    const guest = asUser('usr_guest');
    await book(service);
    await run('postReview', input, guest);
    expect(pathsOf(await run('postReview', input, guest))).toEqual(['input.listingId']);
    const { id } = await run('createStay', newStay);
    expect(await run('postReview', { ...input, listingId: id }, owner)).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    expect(await run('postReview', { ...input, listingId: 'sty_none' }, guest)).toMatchObject({
      code: 'NOT_FOUND',
    });
    const wrong = { ...input, rating: 6, text: 'Short', title: 'x'.repeat(121), stayedAt: '2027-12-01' };
    expect(pathsOf(await run('postReview', wrong, guest))).toEqual([
      'input.rating',
      'input.title',
      'input.text',
      'input.stayedAt',
    ]);
    expect((await read(service)).reviewCount).toBe(1);
  });

  const refused = {
    ...{ __typename: 'BookingRequired', code: 'BOOKING_REQUIRED', path: ['input', 'listingId'], retryable: false },
    listingId: input.listingId,
  };

  test.each([
    ['no booking', undefined],
    ['a booking that is only held', { type: 'booking.held' }],
    ['a booking of another listing', { listingId: 'car_0000000000000000000001' }],
    ['somebody else’s booking', { userId: 'usr_other' }],
    ['a booking that was cancelled', { type: 'booking.cancelled' }],
  ] as const)('with %s nobody reviews, and nothing is written', async (_, booking) => {
    await using service = await openListingsService();
    await fill(service.intake);
    if (booking) await book(service, booking);
    expect(await createRun(service)('postReview', input, asUser('usr_guest'))).toEqual(refused);
    expect(await read(service)).toMatchObject({ reviewCount: 0, rating: null, reviews: { totalCount: 0 } });
    expect(await service.events('reviews')).toEqual([]);
  });

  test.each(['booking.confirmed', 'booking.completed'] as const)('after %s its guest reviews', async (type) => {
    await using service = await openListingsService();
    await fill(service.intake);
    await book(service, { type });
    expect(await createRun(service)('postReview', input, asUser('usr_guest'))).toMatchObject({ isVerified: true });
  });

  test('who cancels loses the mark and the rating, once and however often it is told; the words stay', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const run = createRun(service);
    await book(service, { sequence: 3 });
    await book(service, { sequence: 3, bookingId: 'bkg_other', userId: 'usr_2' });
    await run('postReview', input, asUser('usr_guest'));
    await run('postReview', { ...input, rating: 5 }, asUser('usr_2'));
    expect(await read(service)).toMatchObject({ rating: 3.5, reviewCount: 2 });
    await book(service, { type: 'booking.cancelled', sequence: 4 });
    await book(service, { type: 'booking.cancelled', sequence: 5 });
    // As if the dead letters had handed an old event back.
    await book(service, { type: 'booking.confirmed', sequence: 3 });
    const { rating, reviewCount, reviews } = await read(service);
    expect([rating, reviewCount, reviews.totalCount]).toEqual([5, 1, 2]);
    const { data } = await service.ask(
      `{ stay(id: "${input.listingId}") { reviews { edges { node { rating isVerified text } } } } }`,
    );
    const nodes = data.stay.reviews.edges.map(({ node }: { node: object }) => node);
    expect(nodes).toEqual(expect.arrayContaining([{ rating: 2, isVerified: false, text: input.text }]));
    expect(nodes).toEqual(expect.arrayContaining([{ rating: 5, isVerified: true, text: input.text }]));
  });

  test('who cancels one of two bookings stays a guest', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    await book(service);
    await book(service, { bookingId: 'bkg_2' });
    await createRun(service)('postReview', input, asUser('usr_guest'));
    await book(service, { type: 'booking.cancelled', sequence: 4 });
    const { rating, reviews } = await read(service);
    expect([rating, reviews.edges[0].node.isVerified]).toEqual([2, true]);
  });

  test('reviews of a data set come without a booking, and are not marked', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    expect(await service.intake.upsertReviews([review()])).toEqual(['imported']);
    expect((await read(service)).reviews.edges[0].node).toMatchObject({ authorName: 'Amara', isVerified: false });
  });

  test('of who is deleted no booking is kept, told before or late', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    await book(service);
    const gone = { userId: 'usr_guest', publicProfileId: 'prf_guest' };
    await service.receive({
      topic: 'users',
      type: 'user.deleted',
      version: 1,
      subject: 'usr_guest',
      sequence: 2,
      data: gone,
    });
    expect(await createRun(service)('postReview', input, asUser('usr_guest'))).toEqual(refused);
    await book(service, { type: 'booking.completed', sequence: 4 });
    await book(service, { bookingId: 'bkg_2' });
    expect(await createRun(service)('postReview', input, asUser('usr_guest'))).toEqual(refused);
  });
});
