import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlExecutor, SqlTransaction } from '@meridian/platform/sql/sql-database';
import { upsert } from '@meridian/platform/sql/statements';
import type { ComparableTotals } from '../domain/detection.ts';
import type { SeenPrice } from '../domain/insight.ts';
import type { Observation, Observations, Probe, SeenPrices } from '../ports/observations.ts';

const put = upsert('price_observations', {
  key: ['observation_id'],
  others: [
    'content_hash',
    'comparable_key',
    'observed_at',
    'basis_minor',
    'price_minor',
    'currency',
    'listing_id',
    'source',
    'travel_date',
    'lead_time_in_days',
    'demand',
  ],
});

// Both run on the index alone: comparable_key, observed_at, basis_minor, observation_id.
const window = `FROM price_observations
  WHERE comparable_key = ? AND observed_at > ? AND observed_at <= ? AND basis_minor IS NOT NULL AND observation_id <> ?`;
const totals = `SELECT COUNT(*) AS observations, COALESCE(SUM(basis_minor), 0) AS "sumMinor",
  COALESCE(SUM(CASE WHEN basis_minor > ? THEN 1 ELSE 0 END), 0) AS pricier ${window}`;
const middle = `SELECT basis_minor ${window} ORDER BY basis_minor LIMIT ? OFFSET ?`;
const seen = `SELECT comparable_key, observed_at, basis_minor FROM (
    SELECT comparable_key, observed_at, basis_minor,
      ROW_NUMBER() OVER (PARTITION BY comparable_key ORDER BY observed_at DESC) AS place
    FROM price_observations
    WHERE comparable_key IN (…) AND observed_at > ? AND observed_at <= ? AND basis_minor IS NOT NULL
  ) AS newest WHERE place <= ? ORDER BY observed_at`;
/** So many keys are read at once: a page of listings in one statement, and never more rows than the memory can well hold. */
const keysPerStatement = 64;

const rowOf = (observation: Observation) => [
  observation.id,
  observation.contentHash,
  observation.key,
  observation.observedAt,
  observation.price?.basisMinor ?? null,
  observation.price?.minor ?? null,
  observation.price?.currency ?? null,
  observation.listingId,
  observation.source,
  observation.travelDate,
  observation.leadTimeInDays,
  observation.demand,
];

const windowOf = (probe: Probe, windowInMs: number) => [
  probe.key,
  probe.observedAt - windowInMs,
  probe.observedAt,
  probe.id,
];

async function readTotals(executor: SqlExecutor, probe: Probe, windowInMs: number): Promise<ComparableTotals> {
  const params = [probe.basisMinor, ...windowOf(probe, windowInMs)];
  const [row] = await executor.query<ComparableTotals>(totals, params);
  return row ?? { observations: 0, sumMinor: 0, pricier: 0 };
}

type SeenRow = Readonly<{ comparable_key: string; observed_at: number; basis_minor: number }>;

/** Observations in `price_observations`, to read. */
export const createSqlSeenPrices = (executor: SqlExecutor): SeenPrices => ({
  async seen(keys, { after, until, limit }) {
    const found = new Map<string, SeenPrice[]>();
    for (let start = 0; start < keys.length; start += keysPerStatement) {
      const values = keys.slice(start, start + keysPerStatement);
      for (const row of await selectIn<SeenRow>(executor, seen, { values, after: [after, until, limit] })) {
        const ofKey = found.get(row.comparable_key) ?? [];
        ofKey.push({ observedAt: row.observed_at, basisMinor: row.basis_minor });
        found.set(row.comparable_key, ofKey);
      }
    }
    return found;
  },
});

/** Observations in `price_observations`. */
export const createSqlObservations = (transaction: SqlTransaction): Observations => ({
  ...createSqlSeenPrices(transaction),
  async known(ids) {
    const rows = await selectIn<{ id: string; contentHash: string; observedAt: number }>(
      transaction,
      `SELECT observation_id AS id, content_hash AS "contentHash", observed_at AS "observedAt"
        FROM price_observations WHERE observation_id IN (…)`,
      { values: ids },
    );
    return new Map(rows.map((row) => [row.id, row]));
  },
  async put(observations) {
    await transaction.executeMany(put, observations.map(rowOf));
  },
  totals: (probe, windowInMs) => readTotals(transaction, probe, windowInMs),
  async comparables(probe, windowInMs) {
    const found = await readTotals(transaction, probe, windowInMs);
    if (found.observations === 0) return { ...found, medianMinor: 0 };
    const inMiddle = await transaction.query<{ basis_minor: number }>(middle, [
      ...windowOf(probe, windowInMs),
      found.observations % 2 === 0 ? 2 : 1,
      Math.floor((found.observations - 1) / 2),
    ]);
    const sum = inMiddle.reduce((total, each) => total + each.basis_minor, 0);
    return { ...found, medianMinor: sum / Math.max(1, inMiddle.length) };
  },
});
