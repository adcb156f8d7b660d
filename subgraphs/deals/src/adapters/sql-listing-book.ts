import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlExecutor, SqlTransaction, SqlValue } from '@meridian/platform/sql/sql-database';
import { upsert } from '@meridian/platform/sql/statements';
import type { ListingFacts } from '../domain/listing-facts.ts';
import { type SavedSearch, searchKeyOf } from '../domain/saved-search.ts';
import type { Found, KnownListing, ListingBook, ListingReader } from '../ports/listing-book.ts';

/** Later than anything departs, so that one comparison serves what departs and what does not. */
const never = Number.MAX_SAFE_INTEGER;

const saveListing = upsert('listings', {
  key: ['id'],
  others: ['kind', 'version', 'live', 'observed_key', 'observed_price_minor', 'facts'],
});
const savePrice = upsert('listing_prices', {
  key: ['listing_id', 'variant'],
  others: ['search_key', 'country_code', 'stops', 'departs_at', 'basis_minor', 'price_minor', 'currency'],
});

type Stored = Readonly<{ facts: ListingFacts; searchPrices: KnownListing['searchPrices'] }>;
type Row = Readonly<{ id: string; observed_key: string | null; observed_price_minor: number | null; facts: string }>;

function toKnown(row: Row): KnownListing {
  const stored = JSON.parse(row.facts) as Stored;
  const observed =
    row.observed_key === null ? null : { key: row.observed_key, priceMinor: row.observed_price_minor ?? 0 };
  return { ...stored, observed };
}

const listingRow = ({ facts, observed, searchPrices }: KnownListing): SqlValue[] => [
  facts.id,
  facts.kind,
  facts.version,
  facts.live ? 1 : 0,
  observed?.key ?? null,
  observed?.priceMinor ?? null,
  JSON.stringify({ facts, searchPrices } satisfies Stored),
];

const priceRows = ({ facts, searchPrices }: KnownListing): SqlValue[][] =>
  (facts.live ? searchPrices : []).map(({ variant, priceMinor, basisMinor }) => [
    facts.id,
    variant,
    facts.searchKey,
    facts.countryCode,
    facts.stops ?? 0,
    facts.departsAt ?? never,
    basisMinor,
    priceMinor,
    facts.currency,
  ]);

function conditionsOf(search: SavedSearch): Readonly<{ sql: string; params: SqlValue[] }> {
  if (search.kind === 'FLIGHT') {
    const { cabin, maxStops } = search;
    return maxStops === null
      ? { sql: 'AND variant = ?', params: [cabin] }
      : { sql: 'AND variant = ? AND stops <= ?', params: [cabin, maxStops] };
  }
  const parts = [
    { sql: 'AND country_code = ?', value: search.countryCode },
    { sql: 'AND variant = ?', value: search.variant },
  ].filter((part) => part.value !== null);
  return { sql: parts.map((part) => part.sql).join(' '), params: parts.map((part) => part.value) };
}

async function cheapest(transaction: SqlTransaction, search: SavedSearch, at: number): Promise<Found | undefined> {
  const { sql, params } = conditionsOf(search);
  const [row] = await transaction.query<{ id: string; price: number; currency: string; basis: number }>(
    `SELECT listing_id AS id, price_minor AS price, currency, basis_minor AS basis FROM listing_prices
     WHERE search_key = ? ${sql} AND departs_at > ? ORDER BY basis_minor, listing_id LIMIT 1`,
    [searchKeyOf(search), ...params, at],
  );
  return row && { listingId: row.id, price: { minor: row.price, currency: row.currency }, basisMinor: row.basis };
}

/** The projection in `listings`, to read. */
export const createSqlListingReader = (executor: SqlExecutor): ListingReader => ({
  async load(ids) {
    const rows = await selectIn<Row>(
      executor,
      'SELECT id, observed_key, observed_price_minor, facts FROM listings WHERE id IN (…)',
      { values: ids },
    );
    return new Map(rows.map((row) => [row.id, toKnown(row)]));
  },
});

/** The projection in `listings` and `listing_prices`. */
export const createSqlListingBook = (transaction: SqlTransaction): ListingBook => ({
  ...createSqlListingReader(transaction),
  async save(listings) {
    await transaction.executeMany(saveListing, listings.map(listingRow));
    // The first version has nothing to replace, and most listings of an import are first versions.
    const replaced = listings.filter(({ facts }) => facts.version > 1);
    await transaction.executeMany(
      'DELETE FROM listing_prices WHERE listing_id = ?',
      replaced.map(({ facts }) => [facts.id]),
    );
    await transaction.executeMany(savePrice, listings.flatMap(priceRows));
  },
  cheapest: (search, at) => cheapest(transaction, search, at),
});
