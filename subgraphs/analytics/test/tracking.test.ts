import { describe, expect, test } from '@jest/globals';
import { type Logger, silentLogger } from '@meridian/platform/observability/logger';
import { type AnalyticsService, admin, openAnalyticsService } from './harness.ts';

describe('tracking', () => {
  const query = `mutation ($input: TrackEventsInput!) { trackEvents(input: $input) { __typename
    ... on TrackingAccepted { accepted } ... on UserError { code path retryable } ... on ValidationFailed { problems { path } } } }`;
  const track = async (service: AnalyticsService, input: object) =>
    (await service.ask({ query, variables: { input } })).data?.trackEvents;

  test('anybody may tell what happened; it is counted, and what a person typed is not kept', async () => {
    await using service = await openAnalyticsService();
    const events = [
      { kind: 'PAGE_VIEW', page: '/stays?email=ana@example.com#top', referrer: 'https://search.example/?q=ana' },
      { kind: 'CLICK', page: '/stays', element: 'search.submit' },
      { kind: 'LISTING_VIEW', listingId: 'sty_lisbon' },
    ];
    expect(await track(service, { visitId: 'visit-0001', events })).toEqual({
      __typename: 'TrackingAccepted',
      accepted: 3,
    });
    await service.analytics.drain();
    await service.caughtUp();
    const day = { from: '2027-03-01', to: '2027-03-01' };
    const counts = await service.analytics.application.countEvents({ ...day, topic: 'tracking', principal: admin });
    expect(counts?.map(({ type, count }) => [type, count])).toEqual([
      ['click.tracked', 1],
      ['listing.viewed', 1],
      ['page.viewed', 1],
    ]);
    const slices = await Promise.all(
      [0, 1, 2, 3].map((partition) => service.log.read({ topic: 'tracking', partition, offset: 0 }, 10)),
    );
    const text = JSON.stringify(slices);
    expect(text).toContain('https://search.example');
    expect(text).not.toMatch(/example\.com|email|q=/);
  });

  test('a bad batch is refused whole, with every problem', async () => {
    await using service = await openAnalyticsService();
    const events = [
      { kind: 'PAGE_VIEW', page: 'stays', referrer: 'nowhere' },
      { kind: 'CLICK', page: '/stays', element: 'Ana Sousa', listingId: 'usr_1' },
      { kind: 'LISTING_VIEW' },
      { kind: 'PAGE_VIEW', page: '/ok' },
    ];
    expect(await track(service, { visitId: 'x', events })).toEqual({
      __typename: 'ValidationFailed',
      code: 'VALIDATION_FAILED',
      path: ['input', 'visitId'],
      retryable: false,
      problems: [
        ['visitId'],
        ['events', '0', 'page'],
        ['events', '0', 'referrer'],
        ['events', '1', 'element'],
        ['events', '1', 'listingId'],
        ['events', '2', 'listingId'],
      ].map((path) => ({ path: ['input', ...path] })),
    });
    expect(await track(service, { events: [] })).toMatchObject({ code: 'VALIDATION_FAILED' });
    const many = Array.from({ length: 51 }, () => ({ kind: 'PAGE_VIEW', page: '/' }));
    expect(await track(service, { events: many })).toMatchObject({
      code: 'VALIDATION_FAILED',
      path: ['input', 'events'],
    });
    await service.analytics.drain();
    expect((await service.log.lag('analytics')).filter(({ topic, end }) => topic === 'tracking' && end > 0)).toEqual(
      [],
    );
  });

  test('what finds no room is not said to be taken, and is counted', async () => {
    const lost: unknown[] = [];
    const logger: Logger = { ...silentLogger, warn: ({ lost: count }) => lost.push(count), child: () => logger };
    // Nothing leaves before it is asked for, so four events fill it up.
    const trackingBounds = { largestBatch: 500, longestWaitInMs: 3_600_000, mostHeld: 4 };
    await using service = await openAnalyticsService({ trackingBounds, logger });
    const views = (...pages: string[]) => ({
      visitId: 'visit-0001',
      events: pages.map((page) => ({ kind: 'PAGE_VIEW', page })),
    });
    const accepted = (count: number) => ({ __typename: 'TrackingAccepted', accepted: count });
    expect(await track(service, views('/1', '/2', '/3'))).toEqual(accepted(3));
    expect(await track(service, views('/4', '/5', '/6'))).toEqual(accepted(1));
    expect(await track(service, views('/7', '/8'))).toEqual({
      __typename: 'TrackingOverloaded',
      code: 'TRACKING_OVERLOADED',
      path: null,
      retryable: true,
    });
    await service.analytics.drain();
    expect(lost).toEqual([undefined, 4]);
    expect(await track(service, views('/9'))).toEqual(accepted(1));
    await service.analytics.drain();
    const slices = await Promise.all(
      [0, 1, 2, 3].map((partition) => service.log.read({ topic: 'tracking', partition, offset: 0 }, 10)),
    );
    const pages = slices.flat().map(({ value }) => JSON.parse(value).data.page);
    expect(pages).toEqual(['/1', '/2', '/3', '/4', '/9']);
  });
});
