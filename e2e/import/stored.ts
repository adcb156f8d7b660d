import { join } from 'node:path';
import { openSqliteDatabase } from '@meridian/platform/sql/sqlite-database';

type Row = Readonly<Record<string, unknown>>;

/** All that imports left in a data folder, without what differs from run to run: ids of ours, and when it was written. */
export type Stored = Readonly<Record<string, readonly string[]>>;

const without = (row: Row, ...columns: readonly string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)));

type Names = (text: string) => string;

/** Puts the source's key where an id of ours stands. */
const naming = (ids: ReadonlyMap<string, string>): Names => {
  const pattern = /(?:flt|sty|car)_[0-9A-Za-z]{22}/g;
  return (text) => text.replace(pattern, (id) => ids.get(id) ?? id);
};

const toLines = (rows: readonly Row[], name: Names): readonly string[] =>
  rows.map((row) => name(JSON.stringify(row))).sort();

/** An event without its id and time; whom it is about stays. */
const toEvent = ({ value }: Row): Row => {
  const { type, subject, sequence, data } = JSON.parse(String(value)) as Row;
  return { type, subject, sequence, data };
};

async function readRows(file: string, statements: Readonly<Record<string, string>>) {
  const database = await openSqliteDatabase({ file });
  try {
    const entries = Object.entries(statements).map(
      async ([name, statement]) => [name, await database.query<Row>(statement)] as const,
    );
    return Object.fromEntries(await Promise.all(entries));
  } finally {
    await database.close();
  }
}

/** Reads what imports have left in a data folder in which no server runs: rows, the rows' keys, and the events that wait. */
export async function readStored(data: string): Promise<Stored> {
  const listings = await readRows(join(data, 'listings.db'), {
    listings: 'SELECT * FROM listings',
    calendars: 'SELECT * FROM stay_calendars',
    flightSearch: 'SELECT * FROM flight_search',
    rooms: 'SELECT * FROM stay_rooms',
    owners: 'SELECT * FROM departure_owners',
    rows: 'SELECT * FROM intake_rows',
    state: 'SELECT * FROM intake_state',
    events: 'SELECT value FROM outbox',
  });
  const deals = await readRows(join(data, 'deals.db'), {
    observations: 'SELECT * FROM price_observations',
    events: 'SELECT value FROM outbox',
  });
  const ids = new Map((listings.listings ?? []).map(({ id, source_key: key }) => [String(id), String(key)] as const));
  const name = naming(ids);
  const timeless = (rows: readonly Row[] = []) => rows.map((row) => without(row, 'id', 'created_at', 'updated_at'));
  const { listings: all, events = [], ...tables } = listings;
  return {
    listings: toLines(timeless(all), name),
    listingEvents: toLines(events.map(toEvent), name),
    dealEvents: toLines((deals.events ?? []).map(toEvent), name),
    observations: toLines(deals.observations ?? [], name),
    ...Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, toLines(rows, name)])),
  };
}

/** How many rows, nights and observations an import has written so far; it may run meanwhile. */
export async function countStored(data: string): Promise<number> {
  const { listings = [] } = await readRows(join(data, 'listings.db'), {
    listings: `SELECT (SELECT COUNT(*) FROM intake_rows)
      + (SELECT COALESCE(SUM(json_array_length(nights)), 0) FROM stay_calendars) AS written`,
  });
  const { deals = [] } = await readRows(join(data, 'deals.db'), {
    deals: 'SELECT COUNT(*) AS written FROM price_observations',
  });
  return Number(listings[0]?.written ?? 0) + Number(deals[0]?.written ?? 0);
}
