import type { Outbox } from '@meridian/platform/outbox/outbox';
import type { SqlTransaction, SqlValue } from '@meridian/platform/sql/sql-database';
import type { Clock } from '@meridian/platform/time/clock';
import { requireMoved } from '@meridian/platform/transactions/stale-row';
import type { LocalDate } from '@meridian/platform/values/local-date';
import { fromPriceOf } from '../../domain/from-price.ts';
import { imagesOf } from '../../domain/images.ts';
import type { Flight, Listing, Stay } from '../../domain/listing.ts';
import { createTodays } from '../../domain/todays.ts';
import type { PublishedEvents } from '../../events/published.ts';
import type { ImageDocuments } from '../../ports/image-documents.ts';
import type { ListingWrite } from '../../ports/listing-book.ts';
import { claimDepartures } from './departure-owners.ts';
import { listingColumns, toListingRow } from './listing-rows.ts';
import { raiseRevisions, searchableAt, searchedAt } from './revisions.ts';
import {
  carSearchColumns,
  flightSearchColumns,
  stayRoomColumns,
  staySearchColumns,
  toCarSearchRow,
  toFlightSearchRow,
  toStayRoomRows,
  toStaySearchRow,
} from './search-rows.ts';
import { deleteRows, insertRows, replaceRows } from './statements.ts';

/** What a listing is written with, and told to others. */
export type ListingWriterDeps = Readonly<{
  clock: Clock;
  outbox: Outbox;
  events: PublishedEvents;
  /** Where pictures are put in a transaction; a store that lies elsewhere answers the same one for each. */
  imagesIn: (transaction: SqlTransaction) => Pick<ImageDocuments, 'put'>;
}>;

/** What is written of a listing, with what depends on the day. */
type Dated = ListingWrite & Readonly<{ today: LocalDate; fromPriceMinor: number | null }>;

const updatable = listingColumns.filter((column) => column !== 'id');
const update = `UPDATE listings SET ${updatable.map((column) => `${column} = ?`).join(', ')} WHERE id = ? AND version = ?`;

async function storeRows(transaction: SqlTransaction, writes: readonly Dated[]): Promise<void> {
  const rowOf = ({ listing, fromPriceMinor }: Dated) => toListingRow(listing, fromPriceMinor);
  const isNew = (write: Dated) => write.isNew;
  await insertRows(transaction, { table: 'listings', columns: listingColumns, rows: writes.filter(isNew).map(rowOf) });
  const changed = writes.filter((write) => !write.isNew);
  const affected = await transaction.executeMany(
    update,
    changed.map((write): readonly SqlValue[] => {
      const [id, ...values] = rowOf(write);
      return [...values, id ?? '', write.listing.version - 1];
    }),
  );
  for (const [index, { listing }] of changed.entries())
    requireMoved(affected[index], `${listing.id} was not at version ${listing.version - 1} when it was written.`);
}

const isFlight = (listing: Listing): listing is Flight => listing.kind === 'FLIGHT';

async function storeStays(transaction: SqlTransaction, stays: readonly Readonly<{ stay: Stay; today: LocalDate }>[]) {
  const ids = stays.map(({ stay }) => stay.id);
  await deleteRows(transaction, { table: 'stay_rooms', column: 'listing_id' }, ids);
  await replaceRows(transaction, {
    table: 'stay_search',
    columns: staySearchColumns,
    rows: stays.map(({ stay, today }) => toStaySearchRow(stay, today)),
  });
  const rooms = stays.flatMap(({ stay, today }) => toStayRoomRows(stay, today));
  await insertRows(transaction, { table: 'stay_rooms', columns: stayRoomColumns, rows: rooms });
  await replaceRows(transaction, {
    table: 'stay_calendars',
    columns: ['listing_id', 'first_date', 'nights'],
    rows: stays.flatMap(({ stay: { id, calendar } }) =>
      calendar === null ? [] : [[id, calendar.firstDate, JSON.stringify(calendar.nights)]],
    ),
  });
}

/** Search finds published listings only, so the others' rows go. */
async function storeSearch(transaction: SqlTransaction, writes: readonly Dated[]): Promise<void> {
  const grounded = writes.filter(({ listing }) => listing.kind !== 'FLIGHT').map(({ listing }) => listing);
  const before = await searchedAt(
    transaction,
    grounded.map(({ id }) => id),
  );
  await raiseRevisions(transaction, [...before, ...searchableAt(grounded)]);
  const hidden = writes.filter(({ listing }) => listing.status !== 'PUBLISHED').map(({ listing }) => listing.id);
  await removeFromSearch(transaction, hidden);
  const shown = writes.filter(({ listing }) => listing.status === 'PUBLISHED');
  await replaceRows(transaction, {
    table: 'flight_search',
    columns: flightSearchColumns,
    rows: shown.flatMap(({ listing }) => (listing.kind === 'FLIGHT' ? [toFlightSearchRow(listing)] : [])),
  });
  await replaceRows(transaction, {
    table: 'car_search',
    columns: carSearchColumns,
    rows: shown.flatMap(({ listing }) => (listing.kind === 'CAR' ? [toCarSearchRow(listing)] : [])),
  });
  await storeStays(
    transaction,
    shown.flatMap(({ listing, today }) => (listing.kind === 'STAY' ? [{ stay: listing, today }] : [])),
  );
}

/** Takes listings out of search. */
export async function removeFromSearch(transaction: SqlTransaction, ids: readonly string[]): Promise<void> {
  for (const table of ['flight_search', 'stay_search', 'stay_rooms', 'car_search']) {
    await deleteRows(transaction, { table, column: 'listing_id' }, ids);
  }
}

async function storeImages(images: Pick<ImageDocuments, 'put'>, writes: readonly ListingWrite[]): Promise<void> {
  const lists = writes.flatMap(({ listing, pictureSeeds }) =>
    pictureSeeds === undefined ? [] : [[listing.id, imagesOf(listing, pictureSeeds)] as const],
  );
  if (lists.length > 0) await images.put(new Map(lists));
}

/** Stores listings with everything that follows from them. See {@link ListingBook.write}. */
export const createListingWriter =
  (deps: ListingWriterDeps) => async (transaction: SqlTransaction, writes: readonly ListingWrite[]) => {
    if (writes.length === 0) return;
    const todayAt = createTodays(deps.clock.now());
    const flights = writes.flatMap(({ listing }) => (isFlight(listing) ? [listing] : []));
    if (flights.length > 0) await claimDepartures(transaction, flights);
    const dated = writes.map((write): Dated => {
      const today = todayAt(write.listing.timeZone);
      return { ...write, today, fromPriceMinor: fromPriceOf(write.listing, today) };
    });
    await storeRows(transaction, dated);
    await storeSearch(transaction, dated);
    await storeImages(deps.imagesIn(transaction), dated);
    const events = dated.map(({ listing, isNew, ...at }) => deps.events.listingChanged(listing, isNew, at));
    await deps.outbox.add(transaction, events);
  };
