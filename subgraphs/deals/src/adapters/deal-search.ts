import { allOf, type Condition } from '@meridian/platform/sql/conditions';
import type { SqlExecutor, SqlValue } from '@meridian/platform/sql/sql-database';
import { placeholders } from '@meridian/platform/sql/statements';
import type { Deal } from '../domain/deal.ts';
import { placeSlug } from '../domain/saved-search.ts';
import type { DealCriteria, DealFacetCounts, DealReader, DealSort, FacetCount } from '../ports/deal-book.ts';

/** The filters whose values a facet counts. A facet leaves its own group out. */
type Group = 'kinds' | 'grades' | 'tags' | 'city';

const oneOf = (column: string, values: readonly string[] | undefined): Condition[] =>
  values === undefined || values.length === 0
    ? []
    : [{ sql: `${column} IN (${placeholders(values)})`, params: values }];

const compared = (sql: string, value: SqlValue | undefined): Condition[] =>
  value === undefined ? [] : [{ sql, params: [value] }];

/** One condition per tag: a deal must have all of them. */
const withTags = (tags: readonly string[] | undefined): Condition[] =>
  (tags ?? []).map((tag) => ({
    sql: 'EXISTS (SELECT 1 FROM deal_tags t WHERE t.deal_id = d.id AND t.tag = ?)',
    params: [tag],
  }));

function conditionsOf(criteria: DealCriteria, at: number, without?: Group): Condition {
  const groups: Record<Group, Condition[]> = {
    kinds: oneOf('d.kind', criteria.kinds),
    grades: oneOf('d.grade', criteria.grades),
    tags: withTags(criteria.tags),
    city: compared('d.city_key = ?', criteria.city === undefined ? undefined : placeSlug(criteria.city)),
  };
  return allOf([
    { sql: `d.status = 'ACTIVE' AND d.ends_at > ?`, params: [at] },
    ...compared('d.score >= ?', criteria.minScore),
    ...compared('d.basis_price_minor <= ?', criteria.maxBasisMinor),
    ...compared('d.origin = ?', criteria.origin),
    ...compared('d.destination = ?', criteria.destination),
    ...Object.entries(groups).flatMap(([group, ofGroup]) => (group === without ? [] : ofGroup)),
  ]);
}

const sortColumns: Readonly<Record<DealSort, string>> = {
  SCORE: 'd.score',
  DISCOUNT: 'd.discount_percent',
  PRICE: '-d.basis_price_minor',
  NEWEST: 'd.published_at',
};

/** Equal values are in the order of ids, so that every deal has its place. */
export async function readPage(
  executor: SqlExecutor,
  { criteria, sort, after, limit, at }: Parameters<DealReader['page']>[0],
): ReturnType<DealReader['page']> {
  const where = conditionsOf(criteria, at);
  const column = sortColumns[sort];
  const behind = after ? `AND (${column} < ? OR (${column} = ? AND d.id > ?))` : '';
  const place = after ? [after.value, after.value, after.id] : [];
  const rows = await executor.query<{ content: string }>(
    `SELECT d.content AS content FROM deals d WHERE ${where.sql} ${behind} ORDER BY ${column} DESC, d.id LIMIT ?`,
    [...where.params, ...place, limit],
  );
  const [total] = await executor.query<{ count: number }>(
    `SELECT COUNT(*) AS count FROM deals d WHERE ${where.sql}`,
    where.params,
  );
  return { deals: rows.map(({ content }) => JSON.parse(content) as Deal), totalCount: total?.count ?? 0 };
}

/** Few values each, apart from cities, of which those with the most deals are shown. */
const mostValues = 20;

async function countBy(
  executor: SqlExecutor,
  of: Readonly<{ where: Condition; value: string; join?: string }>,
): Promise<FacetCount[]> {
  return executor.query<FacetCount>(
    `SELECT ${of.value} AS value, COUNT(*) AS count FROM deals d ${of.join ?? ''} WHERE ${of.where.sql}
     GROUP BY ${of.value} ORDER BY count DESC, value LIMIT ${mostValues}`,
    of.where.params,
  );
}

/** The facets of deals that hold at an instant, each group counted without its own filter. */
export const readFacets = async (
  executor: SqlExecutor,
  criteria: DealCriteria,
  at: number,
): Promise<DealFacetCounts> => ({
  kinds: await countBy(executor, { where: conditionsOf(criteria, at, 'kinds'), value: 'd.kind' }),
  grades: await countBy(executor, { where: conditionsOf(criteria, at, 'grades'), value: 'd.grade' }),
  tags: await countBy(executor, {
    where: conditionsOf(criteria, at, 'tags'),
    value: 'dt.tag',
    join: 'JOIN deal_tags dt ON dt.deal_id = d.id',
  }),
  cities: await countBy(executor, { where: conditionsOf(criteria, at, 'city'), value: 'd.city' }),
});
