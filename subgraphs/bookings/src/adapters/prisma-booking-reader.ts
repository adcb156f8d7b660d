import type { SqlExecutor } from '@meridian/platform/sql/sql-database';
import type { ApprovalRequest } from '../domain/approval.ts';
import type { Booking } from '../domain/booking.ts';
import type { Payment } from '../domain/payment.ts';
import type { Refund } from '../domain/refund.ts';
import type { Prisma, PrismaClient } from '../generated/sqlite/client.ts';
import type { BookingFilter, BookingReader, Page, PageOf, PaymentFilter } from '../ports/booking-reader.ts';
import { fromText } from './sql/instants.ts';
import { type BookingRow, type ItemRow, toBooking, toPayment, toRefund, toRequest } from './sql/rows.ts';
import { readListingStock } from './sql/sql-listing-stock.ts';

type Opened = Readonly<{ prisma: PrismaClient; database: SqlExecutor }>;

const withItems = { items: { orderBy: { position: 'asc' } } } as const;

const whole = (row: BookingRow & { items: ItemRow[] }): Booking => toBooking(row, row.items);

/** Rows whose id is smaller come later in a list of the newest first: ids grow with time. */
const behind = (after: string | null) => (after === null ? {} : { id: { lt: after } });

/** One row more than asked for tells whether another page follows. */
const toPage = <Row, Value>(
  found: Readonly<{ rows: readonly Row[]; totalCount: number }>,
  first: number,
  toValue: (row: Row) => Value,
): Page<Value> => ({
  rows: found.rows.slice(0, first).map(toValue),
  hasNextPage: found.rows.length > first,
  totalCount: found.totalCount,
});

const bookingsMatching = ({ userId, states, search }: BookingFilter): Prisma.BookingWhereInput => ({
  ...(userId === undefined ? {} : { userId }),
  ...(states === undefined ? {} : { state: { in: [...states] } }),
  ...(search === undefined
    ? {}
    : {
        OR: [
          { id: search },
          { reference: search.toUpperCase() },
          { userId: search },
          { items: { some: { listingId: search } } },
        ],
      }),
});

async function bookingPage(prisma: PrismaClient, page: PageOf<BookingFilter>): Promise<Page<Booking>> {
  const where = bookingsMatching(page.filter);
  const [totalCount, rows] = await Promise.all([
    prisma.booking.count({ where }),
    prisma.booking.findMany({
      where: { AND: [where, behind(page.after)] },
      orderBy: { id: 'desc' },
      take: page.first + 1,
      include: withItems,
    }),
  ]);
  return toPage({ rows, totalCount }, page.first, whole);
}

/**
 * A reference is looked up first, and not joined: each condition has an index of its own, so that no search reads all payments.
 */
async function paymentsMatching(
  prisma: PrismaClient,
  { userId, states, search }: PaymentFilter,
): Promise<Prisma.PaymentWhereInput> {
  const narrowed: Prisma.PaymentWhereInput = {
    ...(userId === undefined ? {} : { userId }),
    ...(states === undefined ? {} : { state: { in: [...states] } }),
  };
  if (search === undefined) return narrowed;
  const called = await prisma.booking.findUnique({ where: { reference: search.toUpperCase() }, select: { id: true } });
  return { ...narrowed, OR: [{ id: search }, { bookingId: called?.id ?? search }, { userId: search }] };
}

async function paymentPage(prisma: PrismaClient, page: PageOf<PaymentFilter>): Promise<Page<Payment>> {
  const where = await paymentsMatching(prisma, page.filter);
  const [totalCount, rows] = await Promise.all([
    prisma.payment.count({ where }),
    prisma.payment.findMany({
      where: { AND: [where, behind(page.after)] },
      orderBy: { id: 'desc' },
      take: page.first + 1,
    }),
  ]);
  return toPage({ rows, totalCount }, page.first, toPayment);
}

async function requestPage(
  prisma: PrismaClient,
  page: Parameters<BookingReader['requestPage']>[0],
): Promise<Page<ApprovalRequest>> {
  const { ownerId, openOnly } = page.filter;
  const where: Prisma.ApprovalRequestWhereInput = {
    ...(ownerId === undefined ? {} : { ownerId }),
    ...(openOnly ? { state: 'PENDING' } : {}),
  };
  const [totalCount, rows] = await Promise.all([
    prisma.approvalRequest.count({ where }),
    prisma.approvalRequest.findMany({
      where: { AND: [where, behind(page.after)] },
      orderBy: { id: 'desc' },
      take: page.first + 1,
    }),
  ]);
  return toPage({ rows, totalCount }, page.first, toRequest);
}

/** The latest attempt wins, because it comes last. */
async function paymentsOf(prisma: PrismaClient, bookingIds: readonly string[]): Promise<Map<string, Payment>> {
  const rows = await prisma.payment.findMany({
    where: { bookingId: { in: [...bookingIds] } },
    orderBy: { attempt: 'asc' },
  });
  return new Map(rows.map((row) => [row.bookingId, toPayment(row)]));
}

async function refundsOf(prisma: PrismaClient, bookingIds: readonly string[]): Promise<Map<string, Refund[]>> {
  const rows = await prisma.refund.findMany({
    where: { bookingId: { in: [...bookingIds] } },
    orderBy: { id: 'asc' },
  });
  const refunds = new Map<string, Refund[]>();
  for (const refund of rows.map(toRefund))
    refunds.set(refund.bookingId, [...(refunds.get(refund.bookingId) ?? []), refund]);
  return refunds;
}

async function invoicesOf(prisma: PrismaClient, bookingIds: readonly string[]) {
  const rows = await prisma.invoice.findMany({ where: { bookingId: { in: [...bookingIds] } } });
  return new Map(
    rows.map(({ number, bookingId, issuedAt }) => [bookingId, { number, bookingId, issuedAtInMs: fromText(issuedAt) }]),
  );
}

async function ledgerOf(prisma: PrismaClient, bookingId: string) {
  const rows = await prisma.ledgerEntry.findMany({ where: { bookingId }, orderBy: { id: 'asc' } });
  return rows.map(({ createdAt, amountMinor, ...row }) => ({
    ...row,
    amountMinor: Number(amountMinor),
    createdAtInMs: fromText(createdAt),
  }));
}

/** Reads committed rows through Prisma; stock, which every search asks for, by statements of its own. */
export const createPrismaBookingReader = ({ prisma, database }: Opened): BookingReader => ({
  async bookings(ids) {
    const rows = await prisma.booking.findMany({ where: { id: { in: [...ids] } }, include: withItems });
    return new Map(rows.map((row) => [row.id, whole(row)]));
  },
  bookingPage: (page) => bookingPage(prisma, page),
  paymentsOf: (bookingIds) => paymentsOf(prisma, bookingIds),
  paymentPage: (page) => paymentPage(prisma, page),
  refundsOf: (bookingIds) => refundsOf(prisma, bookingIds),
  invoicesOf: (bookingIds) => invoicesOf(prisma, bookingIds),
  ledgerOf: (bookingId) => ledgerOf(prisma, bookingId),
  requestPage: (page) => requestPage(prisma, page),
  stockOf: (listingIds, range) => readListingStock(database, listingIds, range),
});
