import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlExecutor, SqlTransaction } from '@meridian/platform/sql/sql-database';
import { cityKeyOf } from '../../domain/folded-text.ts';
import type { Listing } from '../../domain/listing.ts';

/** Names of counters that rise with each change of what they stand for, in whichever process. */
export const revisionNames = {
  places: 'places',
  city: (cityKey: string): string => `city:${cityKey}`,
  airport: (code: string): string => `airport:${code}`,
} as const;

/** Raises counters, in the transaction of the change. */
export async function raiseRevisions(transaction: SqlTransaction, names: Iterable<string>): Promise<void> {
  for (const name of new Set(names)) {
    const affected = await transaction.execute('UPDATE revisions SET value = value + 1 WHERE name = ?', [name]);
    if (affected === 0) await transaction.execute('INSERT INTO revisions (name, value) VALUES (?, 1)', [name]);
  }
}

/** The sum of counters: it rises when any of them does. */
export async function sumOfRevisions(executor: Pick<SqlExecutor, 'query'>, names: readonly string[]): Promise<number> {
  const sql = 'SELECT name, value FROM revisions WHERE name IN (…)';
  const rows = await selectIn<{ value: number }>(executor, sql, { values: names });
  return rows.reduce((sum, { value }) => sum + value, 0);
}

/** Where stays and cars are found before a change: a listing that moves leaves one city and comes to another. */
export async function searchedAt(transaction: SqlTransaction, ids: readonly string[]): Promise<string[]> {
  const lists = { values: ids };
  const stays = await selectIn<{ city_key: string }>(
    transaction,
    'SELECT DISTINCT city_key FROM stay_search WHERE listing_id IN (…)',
    lists,
  );
  const cars = await selectIn<{ city_key: string; airport: string | null }>(
    transaction,
    'SELECT DISTINCT city_key, airport FROM car_search WHERE listing_id IN (…)',
    lists,
  );
  const airports = cars.flatMap(({ airport }) => (airport === null ? [] : [revisionNames.airport(airport)]));
  return [...[...stays, ...cars].map(({ city_key }) => revisionNames.city(city_key)), ...airports];
}

/** Where stays and cars are found after a change. */
export const searchableAt = (listings: readonly Listing[]): string[] =>
  listings.flatMap((listing) => {
    if (listing.kind === 'FLIGHT') return [];
    const city = revisionNames.city(cityKeyOf(listing));
    return listing.kind === 'CAR' && listing.airport !== null ? [city, revisionNames.airport(listing.airport)] : [city];
  });
