import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import type { GuestBook, KnownBooking } from '../../ports/guest-book.ts';
import { findForgotten, rememberForgotten } from './forgotten-users.ts';
import { replaceRows, toFlag } from './statements.ts';

/** The last word of each booking, of those that are newer than what is stored. */
async function newerThanStored(sql: SqlTransaction, bookings: readonly KnownBooking[]): Promise<KnownBooking[]> {
  const rows = await selectIn<{ booking_id: string; version: number }>(
    sql,
    'SELECT booking_id, max(version) AS version FROM guests WHERE booking_id IN (…) GROUP BY booking_id',
    { values: bookings.map(({ bookingId }) => bookingId) },
  );
  const versions = new Map(rows.map((row) => [row.booking_id, row.version]));
  const newest = new Map<string, KnownBooking>();
  for (const booking of bookings) {
    if (booking.version <= (versions.get(booking.bookingId) ?? 0)) continue;
    versions.set(booking.bookingId, booking.version);
    newest.set(booking.bookingId, booking);
  }
  return [...newest.values()];
}

const dropUnneeded = `DELETE FROM guests WHERE user_id = ? AND NOT EXISTS
  (SELECT 1 FROM reviews WHERE reviews.author_id = guests.user_id AND reviews.listing_id = guests.listing_id)`;

/** Keeps of those among some people who are forgotten what the marks of their reviews rest on, and nothing else. */
async function dropForgotten(sql: SqlTransaction, userIds: readonly string[]): Promise<void> {
  const forgotten = await findForgotten(sql, userIds);
  await sql.executeMany(
    dropUnneeded,
    Array.from(forgotten, (userId) => [userId]),
  );
}

/** Who has booked what, in SQL, within a transaction. */
export const createSqlGuestBook = (sql: SqlTransaction): GuestBook => ({
  async put(bookings) {
    const newer = await newerThanStored(sql, bookings);
    await replaceRows(sql, {
      table: 'guests',
      columns: ['booking_id', 'listing_id', 'user_id', 'version', 'stands'],
      rows: newer.flatMap(({ bookingId, listingIds, userId, version, stands }) =>
        listingIds.map((listingId) => [bookingId, listingId, userId, version, toFlag(stands)]),
      ),
    });
    await dropForgotten(
      sql,
      newer.map(({ userId }) => userId),
    );
  },
  async isGuest(userId, listingId) {
    const rows = await sql.query('SELECT 1 FROM guests WHERE user_id = ? AND listing_id = ? AND stands = 1 LIMIT 1', [
      ...[userId, listingId],
    ]);
    return rows.length > 0;
  },
  async forget(userIds) {
    await rememberForgotten(sql, userIds);
    await dropForgotten(sql, userIds);
  },
});
