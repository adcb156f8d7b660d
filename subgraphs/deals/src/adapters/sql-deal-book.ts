import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlExecutor, SqlTransaction, SqlValue } from '@meridian/platform/sql/sql-database';
import { insertUnlessThere, upsert } from '@meridian/platform/sql/statements';
import type { Deal } from '../domain/deal.ts';
import { placeSlug } from '../domain/saved-search.ts';
import type { DealBook, DealReader } from '../ports/deal-book.ts';
import { dealStream } from '../ports/streams.ts';
import { readFacets, readPage } from './deal-search.ts';
import { notePruned, takePositions } from './stream-rows.ts';

const save = upsert('deals', {
  key: ['id'],
  others: [
    'listing_id',
    'listing_version',
    'kind',
    'status',
    'grade',
    'score',
    'discount_percent',
    'basis_price_minor',
    'city_key',
    'city',
    'origin',
    'destination',
    'published_at',
    'ends_at',
    'content',
  ],
});

const rowOf = (deal: Deal): SqlValue[] => [
  deal.id,
  deal.listingId,
  deal.listingVersion,
  deal.kind,
  deal.status,
  deal.grade,
  deal.score,
  deal.discountPercent,
  deal.basis.priceMinor,
  placeSlug(deal.city),
  deal.city,
  deal.origin,
  deal.destination,
  deal.publishedAt,
  deal.endsAt,
  JSON.stringify(deal),
];

type DealRow = Readonly<{ content: string }>;
const toDeal = (row: DealRow): Deal => JSON.parse(row.content) as Deal;

const readBy = async (executor: SqlExecutor, condition: string, values: readonly string[]) => {
  const rows = await selectIn<DealRow>(executor, `SELECT content FROM deals WHERE ${condition}`, { values });
  return rows.map(toDeal);
};

/** Replaces what belongs to each deal beside its row. */
async function saveDeals(transaction: SqlTransaction, deals: Parameters<DealBook['save']>[0]): Promise<void> {
  await transaction.executeMany(
    save,
    deals.map(([deal]) => rowOf(deal)),
  );
  for (const table of ['deal_tags', 'deal_resources']) {
    await transaction.executeMany(
      `DELETE FROM ${table} WHERE deal_id = ?`,
      deals.map(([{ id }]) => [id]),
    );
  }
  await transaction.executeMany(
    insertUnlessThere('deal_tags', ['deal_id', 'tag'], ['deal_id', 'tag']),
    deals.flatMap(([{ id, tags }]) => tags.map((tag) => [id, tag])),
  );
  await transaction.executeMany(
    insertUnlessThere('deal_resources', ['resource', 'deal_id'], ['resource', 'deal_id']),
    deals.flatMap(([deal, resources]) =>
      deal.status === 'ACTIVE' ? resources.map((resource) => [resource, deal.id]) : [],
    ),
  );
}

async function publish(transaction: SqlTransaction, deals: readonly Deal[], at: number): Promise<void> {
  if (deals.length === 0) return;
  const first = await takePositions(transaction, dealStream, deals.length);
  await transaction.executeMany(
    'INSERT INTO deal_publications (position, deal_id, published_at) VALUES (?, ?, ?)',
    deals.map((deal, index) => [first + index, deal.id, at]),
  );
  await transaction.executeMany(
    'UPDATE deals SET position = ? WHERE id = ?',
    deals.map((deal, index) => [first + index, deal.id]),
  );
}

async function prune(transaction: SqlTransaction, before: number, limit: number): Promise<number> {
  const [last] = await transaction.query<{ position: number | null; count: number }>(
    `SELECT MAX(position) AS position, COUNT(*) AS count FROM (
       SELECT position FROM deal_publications WHERE published_at < ? ORDER BY position LIMIT ?) AS old`,
    [before, limit],
  );
  if (last === undefined || last.position === null) return 0;
  await transaction.execute('DELETE FROM deal_publications WHERE position <= ?', [last.position]);
  await notePruned(transaction, dealStream, last.position);
  // Deals whose last publication is gone and that are over: nothing can lead to them but a bookmark.
  const gone = `status = 'ENDED' AND ends_at < ? AND position <= ?`;
  await transaction.execute(`DELETE FROM deal_tags WHERE deal_id IN (SELECT id FROM deals WHERE ${gone})`, [
    before,
    last.position,
  ]);
  await transaction.execute(`DELETE FROM deals WHERE ${gone}`, [before, last.position]);
  return last.count;
}

/** Deals in `deals` and `deal_tags`, their publications in `deal_publications`; to read. */
export const createSqlDealReader = (executor: SqlExecutor): DealReader => ({
  find: (ids) => readBy(executor, 'id IN (…)', ids),
  activeOf: (listingIds) => readBy(executor, `listing_id IN (…) AND status = 'ACTIVE'`, listingIds),
  async after({ position, limit }) {
    const rows = await executor.query<DealRow & { position: number }>(
      `SELECT p.position AS position, d.content AS content FROM deal_publications p JOIN deals d ON d.id = p.deal_id
       WHERE p.position > ? ORDER BY p.position LIMIT ?`,
      [position, limit],
    );
    return rows.map((row) => ({ position: row.position, deal: toDeal(row) }));
  },
  page: (of) => readPage(executor, of),
  facets: (criteria, at) => readFacets(executor, criteria, at),
  async overdue(at, limit) {
    const rows = await executor.query<DealRow>(
      `SELECT content FROM deals WHERE status = 'ACTIVE' AND ends_at <= ? ORDER BY ends_at LIMIT ?`,
      [at, limit],
    );
    return rows.map(toDeal);
  },
});

/** Deals with their tags, the resources that they take stock of, and their publications. */
export const createSqlDealBook = (transaction: SqlTransaction): DealBook => ({
  ...createSqlDealReader(transaction),
  async onResources(resources) {
    const ids = await selectIn<{ id: string }>(
      transaction,
      'SELECT DISTINCT deal_id AS id FROM deal_resources WHERE resource IN (…)',
      { values: resources },
    );
    return readBy(transaction, 'id IN (…)', [...new Set(ids.map(({ id }) => id))]);
  },
  save: (deals) => saveDeals(transaction, deals),
  publish: (deals, at) => publish(transaction, deals, at),
  prune: (before, limit) => prune(transaction, before, limit),
});
