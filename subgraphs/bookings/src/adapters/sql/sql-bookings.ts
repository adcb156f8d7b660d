import type { SqlExecutor, SqlValue } from '@meridian/platform/sql/sql-database';
import { insertUnlessThere, placeholders } from '@meridian/platform/sql/statements';
import { requireMoved } from '@meridian/platform/transactions/stale-row';
import { type Booking, endOf } from '../../domain/booking.ts';
import { overStates } from '../../domain/booking-machine.ts';
import type { CancellationQuote, ItemRefund } from '../../domain/cancellation.ts';
import type { BookingRecords } from '../../ports/records.ts';
import { fromText, toText, toTextOrNull } from './instants.ts';
import { type BookingRow, type ItemDetails, type ItemRow, toBooking } from './rows.ts';
import { inserting, selected, valuesOf } from './statement.ts';

const bookingColumns = {
  id: 'id',
  reference: 'reference',
  userId: 'user_id',
  state: 'state',
  currency: 'currency',
  totalMinor: 'total_minor',
  refundedMinor: 'refunded_minor',
  version: 'version',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  holdExpiresAt: 'hold_expires_at',
  answerBy: 'answer_by',
  endsAt: 'ends_at',
  contactEmail: 'contact_email',
  travelers: 'travelers',
} as const;

const itemColumns = {
  id: 'id',
  bookingId: 'booking_id',
  position: 'position',
  listingId: 'listing_id',
  listingVersion: 'listing_version',
  kind: 'kind',
  ownerId: 'owner_id',
  offerId: 'offer_id',
  totalMinor: 'total_minor',
  instantBook: 'instant_book',
  startsAt: 'starts_at',
  endsAt: 'ends_at',
  details: 'details',
} as const;

const quoteColumns = {
  id: 'id',
  bookingId: 'booking_id',
  userId: 'user_id',
  bookingVersion: 'booking_version',
  currency: 'currency',
  refundMinor: 'refund_minor',
  penaltyMinor: 'penalty_minor',
  items: 'items',
  expiresAt: 'expires_at',
} as const;

const bookingValues = (booking: Booking): SqlValue[] =>
  valuesOf(bookingColumns, {
    ...booking,
    createdAt: toText(booking.createdAtInMs),
    updatedAt: toText(booking.updatedAtInMs),
    holdExpiresAt: toText(booking.holdExpiresAtInMs),
    answerBy: toTextOrNull(booking.answerByInMs),
    endsAt: toText(endOf(booking)),
    travelers: JSON.stringify(booking.travelers),
  });

const itemValues = (booking: Booking): SqlValue[][] =>
  booking.items.map((item, position) => {
    const { lines, slots, party, cancellation, memory } = item;
    const details: ItemDetails = { lines, slots, party, cancellation, memory };
    return valuesOf(itemColumns, {
      ...item,
      bookingId: booking.id,
      position,
      instantBook: item.instantBook ? 1 : 0,
      startsAt: toText(item.startsAtInMs),
      endsAt: toText(item.endsAtInMs),
      details: JSON.stringify(details),
    });
  });

type QuoteRow = Omit<CancellationQuote, 'items' | 'expiresAtInMs'> & Readonly<{ items: string; expiresAt: string }>;

const toQuote = ({ items, expiresAt, ...row }: QuoteRow): CancellationQuote => ({
  ...row,
  items: JSON.parse(items) as ItemRefund[],
  expiresAtInMs: fromText(expiresAt),
});

async function find(sql: SqlExecutor, id: string): Promise<Booking | undefined> {
  const [row] = await sql.query<BookingRow>(`SELECT ${selected(bookingColumns)} FROM booking WHERE id = ?`, [id]);
  if (!row) return undefined;
  const items = await sql.query<ItemRow>(
    `SELECT ${selected(itemColumns)} FROM booking_item WHERE booking_id = ? ORDER BY position`,
    [id],
  );
  return toBooking(row, items);
}

const withoutNames = `UPDATE booking SET contact_email = NULL, travelers = '[]'`;
const eraseOver = `${withoutNames} WHERE user_id = ? AND state IN (${placeholders(overStates)})`;
const eraseIfForgotten = `${withoutNames} WHERE id = ? AND EXISTS
  (SELECT 1 FROM forgotten_user WHERE forgotten_user.user_id = booking.user_id)`;
const rememberForgotten = insertUnlessThere('forgotten_user', ['user_id']);

/** Who is forgotten, and what becomes of the names in their bookings. */
const createForgetting = (sql: SqlExecutor): Pick<BookingRecords, 'forgetTraveler' | 'isForgotten'> => ({
  async forgetTraveler(userId) {
    await sql.execute(rememberForgotten, [userId]);
    await sql.execute(eraseOver, [userId, ...overStates]);
  },
  async isForgotten(userId) {
    return (await sql.query('SELECT 1 FROM forgotten_user WHERE user_id = ?', [userId])).length > 0;
  },
});

/** Bookings over the tables of `prisma/migrations`. Items never change, so a move writes the booking's row alone. */
export const createSqlBookings = (sql: SqlExecutor): BookingRecords => ({
  ...createForgetting(sql),
  find: (id) => find(sql, id),
  async holdEndsOf(userId) {
    const held = `SELECT hold_expires_at AS "endsAt" FROM booking WHERE user_id = ? AND state = 'HELD' ORDER BY hold_expires_at`;
    return (await sql.query<{ endsAt: string }>(held, [userId])).map(({ endsAt }) => fromText(endsAt));
  },
  async insert(booking) {
    await sql.execute(inserting('booking', bookingColumns), bookingValues(booking));
    await sql.executeMany(inserting('booking_item', itemColumns), itemValues(booking));
  },
  async move(from, next) {
    const affected = await sql.execute(
      `UPDATE booking SET state = ?, refunded_minor = ?, version = ?, updated_at = ?, answer_by = ?
       WHERE id = ? AND state = ? AND version = ?`,
      [
        next.state,
        next.refundedMinor,
        next.version,
        toText(next.updatedAtInMs),
        toTextOrNull(next.answerByInMs),
        next.id,
        from.state,
        from.version,
      ],
    );
    requireMoved(affected, `Booking ${next.id} is no longer ${from.state} at ${from.version}.`);
    if (overStates.includes(next.state)) await sql.execute(eraseIfForgotten, [next.id]);
  },
  async saveQuote(quote) {
    const { items, expiresAtInMs, ...rest } = quote;
    const row = { ...rest, items: JSON.stringify(items), expiresAt: toText(expiresAtInMs) };
    await sql.execute(inserting('cancellation_quote', quoteColumns), valuesOf(quoteColumns, row));
  },
  async findQuote(id) {
    const rows = await sql.query<QuoteRow>(`SELECT ${selected(quoteColumns)} FROM cancellation_quote WHERE id = ?`, [
      id,
    ]);
    return rows[0] && toQuote(rows[0]);
  },
  forgetQuotes: (atInMs) => sql.execute('DELETE FROM cancellation_quote WHERE expires_at <= ?', [toText(atInMs)]),
});
