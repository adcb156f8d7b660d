import { describe, expect, test } from '@jest/globals';
import { type AnalyticsService, openAnalyticsService } from './harness.ts';

describe('tracking', () => {
  const query = `mutation ($input: TrackEventsInput!) { trackEvents(input: $input) { __typename
    ... on TrackingAccepted { accepted } ... on UserError { code path } ... on ValidationFailed { problems { path } } } }`;
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
    const counts = await service.analytics.application.reports.eventCounts(
      { from: '2027-03-01', to: '2027-03-01' },
      'tracking',
    );
    expect(counts.map(({ type, count }) => [type, count])).toEqual([
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
});
