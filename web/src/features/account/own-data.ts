import type { OwnDataQuery, OwnDataQueryVariables } from '../../generated/features/account/own-data.ts';

const kinds = ['bookings', 'watches', 'alerts'] as const;
type Kind = (typeof kinds)[number];

type DataExport = NonNullable<OwnDataQuery['exportMyData']>;

/** Asks for a round of pages. Throws when the answer is not whole: a file that lacks something must not look complete. */
export type AskForOwnData = (variables: OwnDataQueryVariables) => Promise<DataExport>;

/** How far the collecting is. */
export type Progress = Readonly<{ collected: number; total: number }>;

/** Where each list goes on, `null` for its beginning. A kind that is not in it has come to its end. */
type Positions = Readonly<Partial<Record<Kind, string | null>>>;

const fromTheBeginning: Positions = { bookings: null, watches: null, alerts: null };

const variablesOf = (positions: Positions): OwnDataQueryVariables => ({
  withBookings: 'bookings' in positions,
  bookingsAfter: positions.bookings ?? null,
  withWatches: 'watches' in positions,
  watchesAfter: positions.watches ?? null,
  withAlerts: 'alerts' in positions,
  alertsAfter: positions.alerts ?? null,
});

/** The page of a kind that was asked for. */
function pageOf({ account }: DataExport, kind: Kind) {
  const page = account[kind];
  if (!page) throw new Error(`The ${kind} were not answered.`);
  return page;
}

/** What the client adds to tell types apart is nothing of the person's. */
const withoutTypeNames = (key: string, value: unknown): unknown => (key === '__typename' ? undefined : value);

/**
 * Collects all that is kept of the caller, page by page, and answers the text of a file: what accounts are made of, and beside it all
 * bookings, watches and alerts. Throws when a part is missing.
 */
export async function collectOwnData(
  ask: AskForOwnData,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<string> {
  const lists: Record<Kind, unknown[]> = { bookings: [], watches: [], alerts: [] };
  const first = await ask(variablesOf(fromTheBeginning));
  const total = kinds.reduce((sum, kind) => sum + pageOf(first, kind).totalCount, 0);
  let positions = fromTheBeginning;
  let round = first;
  for (;;) {
    const asked = kinds.filter((kind) => kind in positions);
    const pages = asked.map((kind) => [kind, pageOf(round, kind)] as const);
    for (const [kind, { edges }] of pages) lists[kind].push(...edges.map(({ node }) => node));
    onProgress({ collected: kinds.reduce((sum, kind) => sum + lists[kind].length, 0), total });
    const unfinished = pages.filter(([, { pageInfo }]) => pageInfo.hasNextPage);
    if (unfinished.length === 0) break;
    positions = Object.fromEntries(unfinished.map(([kind, { pageInfo }]) => [kind, pageInfo.endCursor]));
    round = await ask(variablesOf(positions));
  }
  return JSON.stringify({ ...(JSON.parse(first.document) as object), ...lists }, withoutTypeNames, 2);
}
