import { describe, expect, test } from '@jest/globals';
import { asUser } from '@meridian/platform/testkit/people';
import { type ListingsService, openListingsService, owner } from './harness.ts';
import { createRun, newStay, pathsOf } from './publish-inputs.ts';
import { fill } from './records.ts';

describe('reviews', () => {
  const input = { listingId: 'sty_0000000000000000000001', rating: 2, title: 'Hm', text: 'The shower stayed cold.' };
  const read = async (service: ListingsService) =>
    (
      await service.ask(`{ stay(id: "${input.listingId}") { rating reviewCount version reviews(first: 1) { totalCount pageInfo { hasNextPage }
      edges { node { rating title text authorName author { id } } } } } }`)
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
    expect(await run('postReview', input, guest)).toMatchObject({
      __typename: 'Review',
      rating: 2,
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
    expect((await read(service)).reviews.edges[0].node).toMatchObject({ text: input.text, author: null });
  });

  test('the text survives its event being delivered twice', async () => {
    await using service = await openListingsService();
    const run = createRun(service);
    await fill(service.intake);
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
});
