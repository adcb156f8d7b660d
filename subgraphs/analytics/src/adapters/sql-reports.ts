import type { SqlDatabase, SqlValue } from '@meridian/platform/sql/sql-database';
import type { EventCount } from '../domain/look-to-book.ts';
import type { RevenueGroup, RevenueSums } from '../domain/revenue-report.ts';
import type { ListingActivity } from '../domain/top-listings.ts';
import type { CountFilter, DaySpan, RankFilter, Reports } from '../ports/reports.ts';
import { placeholdersFor } from './sql-raw-events.ts';

type Condition = Readonly<{ sql: string; params: readonly SqlValue[] }>;

const allOf = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.length === 0 ? '1 = 1' : conditions.map(({ sql }) => sql).join(' AND '),
  params: conditions.flatMap(({ params }) => params),
});

const inSpan = ({ from, to }: DaySpan): Condition[] => [
  ...(from === undefined ? [] : [{ sql: 'day >= ?', params: [from] }]),
  ...(to === undefined ? [] : [{ sql: 'day <= ?', params: [to] }]),
];

const matching = ({ topic, types }: CountFilter): Condition[] => [
  ...(topic === undefined ? [] : [{ sql: 'topic = ?', params: [topic] }]),
  ...(types === undefined ? [] : [{ sql: `type IN (${placeholdersFor(types)})`, params: types }]),
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

/** The rows of a grouping, and what names a group in them. */
const groupings: Readonly<Record<RevenueGroup, Readonly<{ rows: string; key: string }>>> = {
  MONTH: { rows: 'TOTAL', key: 'SUBSTR(day, 1, 7)' },
  CITY: { rows: 'CITY', key: 'group_key' },
  VENDOR: { rows: 'VENDOR', key: 'group_key' },
};

type RevenueRecord = Readonly<Record<'bookings' | 'cancellations' | 'gross' | 'refunded', number>> &
  Readonly<{ group_name: string; currency: string }>;

async function revenue(database: SqlDatabase, group: RevenueGroup, span: DaySpan): Promise<RevenueSums[]> {
  const { rows: grouping, key } = groupings[group];
  const { sql, params } = allOf([{ sql: 'grouping = ?', params: [grouping] }, ...inSpan(span)]);
  const rows = await database.query<RevenueRecord>(
    `SELECT ${key} AS group_name, currency, SUM(bookings) AS bookings, SUM(cancellations) AS cancellations,
       SUM(gross_minor) AS gross, SUM(refunded_minor) AS refunded
     FROM revenue_rollups WHERE ${sql} GROUP BY ${key}, currency`,
    params,
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
  if (listingIds.length === 0) return [];
  const rows = await database.query<ActivityRecord>(
    `SELECT listing_id, currency, SUM(views) AS views, SUM(bookings) AS bookings, SUM(gross_minor) AS gross,
       SUM(refunded_minor) AS refunded
     FROM listing_rollups WHERE listing_id IN (${placeholdersFor(listingIds)}) GROUP BY listing_id, currency`,
    listingIds,
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
const measures = {
  VIEWS: 'SUM(views)',
  BOOKINGS: 'SUM(bookings)',
  REVENUE: 'SUM(gross_minor) - SUM(refunded_minor)',
} as const;

/** By revenue the amounts of one currency are compared only: which currency's first ones win, the rates decide later. */
async function candidates(database: SqlDatabase, { by, kind, first }: RankFilter): Promise<string[]> {
  const perCurrency = by === 'REVENUE';
  const prefix = kind ? `${prefixes[kind]}%`.replace('_', '!_') : '%';
  const ranked = `SELECT listing_id, ${measures[by]} AS measure,
      ROW_NUMBER() OVER (${perCurrency ? 'PARTITION BY currency ' : ''}ORDER BY ${measures[by]} DESC, listing_id) AS place
    FROM listing_rollups WHERE listing_id LIKE ? ESCAPE '!' GROUP BY listing_id${perCurrency ? ', currency' : ''}`;
  const rows = await database.query<{ listing_id: string }>(
    `SELECT DISTINCT listing_id FROM (${ranked}) AS ranked WHERE place <= ? AND measure > 0`,
    [prefix, first],
  );
  return rows.map(({ listing_id }) => listing_id);
}

/** Reports over the rollup tables. */
export const createSqlReports = ({ database }: Readonly<{ database: SqlDatabase }>): Reports => ({
  eventCounts: (filter) => eventCounts(database, filter),
  revenue: (groupBy, span) => revenue(database, groupBy, span),
  activity: (listingIds) => activity(database, listingIds),
  candidates: (filter) => candidates(database, filter),
});
