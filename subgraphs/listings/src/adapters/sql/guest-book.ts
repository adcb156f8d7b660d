import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import type { GuestBook, KnownBooking } from '../../ports/guest-book.ts';
import { deleteRows, replaceRows, toFlag } from './statements.ts';

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
  },
  async isGuest(userId, listingId) {
    const rows = await sql.query('SELECT 1 FROM guests WHERE user_id = ? AND listing_id = ? AND stands = 1 LIMIT 1', [
      ...[userId, listingId],
    ]);
    return rows.length > 0;
  },
  forget: (userIds) => deleteRows(sql, { table: 'guests', column: 'user_id' }, userIds),
});
