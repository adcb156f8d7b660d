import { expect, test } from '@jest/globals';
import { type AskForOwnData, collectOwnData, type Progress } from './own-data.ts';

type Answer = Awaited<ReturnType<AskForOwnData>>;

const document = JSON.stringify({ version: 1, account: { email: 'ada@example.com' }, trips: [] });

/** A page of numbers, two at a time. */
function pageOf(numbers: readonly number[], after: string | null | undefined) {
  const start = after ? Number(after) : 0;
  const end = Math.min(start + 2, numbers.length);
  return {
    totalCount: numbers.length,
    pageInfo: { endCursor: String(end), hasNextPage: end < numbers.length },
    edges: numbers.slice(start, end).map((number) => ({ node: { __typename: 'Thing', number } })),
  };
}

/** A graph in which somebody has so many of each. */
const graphWith =
  (kept: Readonly<Record<'bookings' | 'watches' | 'alerts', number[]>>, asked: unknown[] = []): AskForOwnData =>
  async (variables) => {
    asked.push(variables);
    const { withBookings, withWatches, withAlerts, bookingsAfter, watchesAfter, alertsAfter } = variables;
    const account = {
      id: 'usr_1',
      ...(withBookings ? { bookings: pageOf(kept.bookings, bookingsAfter) } : {}),
      ...(withWatches ? { watches: pageOf(kept.watches, watchesAfter) } : {}),
      ...(withAlerts ? { alerts: pageOf(kept.alerts, alertsAfter) } : {}),
    };
    return { exportedAt: '2027-01-01T00:00:00.000Z', document, account } as unknown as Answer;
  };

test('all pages of all lists are in the file, beside the account, without what the client adds', async () => {
  const asked: unknown[] = [];
  const progress: Progress[] = [];
  const graph = graphWith({ bookings: [1, 2, 3, 4, 5], watches: [6], alerts: [7, 8, 9] }, asked);
  const file = await collectOwnData(graph, (step) => progress.push(step));
  expect(JSON.parse(file)).toEqual({
    version: 1,
    account: { email: 'ada@example.com' },
    trips: [],
    bookings: [1, 2, 3, 4, 5].map((number) => ({ number })),
    watches: [{ number: 6 }],
    alerts: [7, 8, 9].map((number) => ({ number })),
  });
  expect(progress).toEqual([5, 8, 9].map((collected) => ({ collected, total: 9 })));
  // What has come to its end is not asked for again.
  expect(asked).toMatchObject([
    { withBookings: true, withWatches: true, withAlerts: true },
    { withBookings: true, withWatches: false, withAlerts: true },
    { withBookings: true, withWatches: false, withAlerts: false },
  ]);
});

test('a part that does not come leaves no file behind', async () => {
  const graph = graphWith({ bookings: [1, 2, 3], watches: [], alerts: [] });
  const withoutAlerts: AskForOwnData = async (variables) => {
    const answer = await graph(variables);
    return { ...answer, account: { ...answer.account, alerts: null } };
  };
  await expect(collectOwnData(withoutAlerts)).rejects.toThrow('The alerts were not answered.');
});
