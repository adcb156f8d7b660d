import { allOf, type Condition } from '@meridian/platform/sql/conditions';
import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import { placeholders } from '@meridian/platform/sql/statements';
import type { OpenSpan } from '../domain/day-span.ts';
import type { EventCount } from '../domain/look-to-book.ts';
import type { RevenueGroup, RevenueSums } from '../domain/revenue-report.ts';
import type { ListingActivity, ListingRanking } from '../domain/top-listings.ts';
import type { Weights } from '../domain/weights.ts';
import type { CountFilter, Ranked, RankFilter, Reports } from '../ports/reports.ts';

const inSpan = ({ from, to }: OpenSpan): Condition[] => [
  ...(from === undefined ? [] : [{ sql: 'day >= ?', params: [from] }]),
  ...(to === undefined ? [] : [{ sql: 'day <= ?', params: [to] }]),
];

const matching = ({ topic, types }: CountFilter): Condition[] => [
  ...(topic === undefined ? [] : [{ sql: 'topic = ?', params: [topic] }]),
  ...(types === undefined ? [] : [{ sql: `type IN (${placeholders(types)})`, params: types }]),
];

async function eventCounts(database: SqlDatabase, filter: CountFilter): Promise<EventCount[]> {
  const { sql, params } = allOf([...inSpan(filter), ...matching(filter)]);
  const rows = await database.query<{ day: string; topic: string; type: string; events: number }>(
    `SELECT day, topic, type, SUM(events) AS events FROM event_rollups WHERE ${sql}
     GROUP BY day, topic, type ORDER BY day DESC, topic, type`,
    params,
  );
  return rows.map(({ day, topic, type, events }) => ({ date: day, topic, type, count: Number(events) }));
}

/** Net revenue on one scale. A currency without a weight counts nothing. */
const weighed = (weights: Weights): Condition => ({
  sql: `SUM((gross_minor - refunded_minor) * CASE currency WHEN '' THEN 0 ${[...weights].map(() => 'WHEN ? THEN ?').join(' ')} ELSE 0 END)`,
  params: [...weights].flat(),
});

/** The rows of a grouping, what names a group in them, and which groups come first. */
const groupings: Readonly<Record<RevenueGroup, Readonly<{ rows: string; key: string; isByTime: boolean }>>> = {
  MONTH: { rows: 'TOTAL', key: 'SUBSTR(day, 1, 7)', isByTime: true },
  CITY: { rows: 'CITY', key: 'group_key', isByTime: false },
  VENDOR: { rows: 'VENDOR', key: 'group_key', isByTime: false },
};

type RevenueRecord = Readonly<Record<'bookings' | 'cancellations' | 'gross' | 'refunded', number>> &
  Readonly<{ group_name: string; currency: string }>;

/** Only the first groups are summed up: there are as many vendors as there are owners. */
async function revenue(
  database: SqlDatabase,
  group: RevenueGroup,
  { span, first, weights }: Readonly<{ span: OpenSpan }> & Ranked,
): Promise<RevenueSums[]> {
  const { rows: grouping, key, isByTime } = groupings[group];
  const { sql, params } = allOf([{ sql: 'grouping = ?', params: [grouping] }, ...inSpan(span)]);
  const rank = isByTime ? { sql: key, params: [] } : weighed(weights);
  const rows = await database.query<RevenueRecord>(
    `SELECT ${key} AS group_name, currency, SUM(bookings) AS bookings, SUM(cancellations) AS cancellations,
       SUM(gross_minor) AS gross, SUM(refunded_minor) AS refunded
     FROM revenue_rollups JOIN (
       SELECT ${key} AS ranked_key FROM revenue_rollups WHERE ${sql} GROUP BY ${key} ORDER BY ${rank.sql} DESC, ${key} LIMIT ?
     ) AS first_groups ON ranked_key = ${key}
     WHERE ${sql} GROUP BY ${key}, currency`,
    [...params, ...rank.params, first, ...params],
  );
  return rows.map((row) => ({
    key: row.group_name,
    currency: row.currency,
    bookings: Number(row.bookings),
    cancellations: Number(row.cancellations),
    grossMinor: Number(row.gross),
    refundedMinor: Number(row.refunded),
  }));
}

type ActivityRecord = Readonly<Record<'views' | 'bookings' | 'gross' | 'refunded', number>> &
  Readonly<{ listing_id: string; currency: string }>;

async function activity(database: SqlDatabase, listingIds: readonly string[]): Promise<ListingActivity[]> {
  const rows = await selectIn<ActivityRecord>(
    database,
    `SELECT listing_id, currency, SUM(views) AS views, SUM(bookings) AS bookings, SUM(gross_minor) AS gross,
       SUM(refunded_minor) AS refunded
     FROM listing_rollups WHERE listing_id IN (…) GROUP BY listing_id, currency`,
    { values: listingIds },
  );
  return rows.map((row) => ({
    listingId: row.listing_id,
    currency: row.currency,
    views: Number(row.views),
    bookings: Number(row.bookings),
    grossMinor: Number(row.gross),
    refundedMinor: Number(row.refunded),
  }));
}

const prefixes = { FLIGHT: 'flt_', STAY: 'sty_', CAR: 'car_' } as const;

const measureOf = (by: ListingRanking, weights: Weights): Condition =>
  by === 'REVENUE' ? weighed(weights) : { sql: by === 'VIEWS' ? 'SUM(views)' : 'SUM(bookings)', params: [] };

async function topListings(database: SqlDatabase, { by, kind, first, weights }: RankFilter): Promise<string[]> {
  const measure = measureOf(by, weights);
  const prefix = kind ? `${prefixes[kind]}%`.replace('_', '!_') : '%';
  const rows = await database.query<{ listing_id: string }>(
    `SELECT listing_id FROM (
       SELECT listing_id, ${measure.sql} AS measure FROM listing_rollups WHERE listing_id LIKE ? ESCAPE '!' GROUP BY listing_id
     ) AS ranked WHERE measure > 0 ORDER BY measure DESC, listing_id LIMIT ?`,
    [...measure.params, prefix, first],
  );
  return rows.map(({ listing_id }) => listing_id);
}

/** Reports over the rollup tables. */
export const createSqlReports = ({ database }: Readonly<{ database: SqlDatabase }>): Reports => ({
  eventCounts: (filter) => eventCounts(database, filter),
  revenue: (groupBy, span, ranked) => revenue(database, groupBy, { span, ...ranked }),
  activity: (listingIds) => activity(database, listingIds),
  topListings: (filter) => topListings(database, filter),
});
