import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlExecutor } from '@meridian/platform/sql/sql-database';
import { insertUnlessThere } from '@meridian/platform/sql/statements';
import {
  capacityOn,
  inTakingOrder,
  remainingOf,
  type SlotCount,
  type SlotUnits,
  withoutBuckets,
} from '../../domain/inventory.ts';
import type { Shortage, Stock, StockAnswer, StockCheck } from '../../ports/stock.ts';
import { type CapacityRow, toCapacity } from './rows.ts';

/** The statements on which "no oversell" rests. A mutant of the contract suite runs without their conditions. */
export type StockStatements = Readonly<{ hold: string; takeBucket: string }>;

/** Held and sold never grow beyond the capacity, nor what is taken of a bucket beyond its limit: affected rows tell. */
export const stockStatements: StockStatements = {
  hold: `UPDATE stock SET held = held + ?, version = version + 1
         WHERE resource = ? AND slot = ? AND held + sold + ? <= capacity`,
  takeBucket: `UPDATE bucket_stock SET taken = taken + ?, sale_limit = ?
               WHERE resource = ? AND slot = ? AND bucket = ? AND taken + ? <= ?`,
};

const openSlot = insertUnlessThere(
  'stock',
  ['resource', 'slot', 'capacity', 'held', 'sold', 'version'],
  ['resource', 'slot'],
);
const openBucket = insertUnlessThere(
  'bucket_stock',
  ['resource', 'slot', 'bucket', 'sale_limit', 'taken'],
  ['resource', 'slot', 'bucket'],
);
const sellHeld = `UPDATE stock SET held = held - ?, sold = sold + ?, version = version + 1
  WHERE resource = ? AND slot = ? AND held >= ?`;
const free = (from: 'held' | 'sold') => `UPDATE stock SET ${from} = ${from} - ?, version = version + 1
  WHERE resource = ? AND slot = ? AND ${from} >= ?`;
const freeBucket = 'UPDATE bucket_stock SET taken = taken - ? WHERE resource = ? AND slot = ? AND bucket = ?';

const hasBucket = (slot: SlotUnits): slot is SlotUnits & { bucket: string } => slot.bucket !== undefined;

async function capacitiesOf(sql: SqlExecutor, slots: readonly SlotUnits[]): Promise<Map<string, CapacityRow>> {
  const rows = await selectIn<CapacityRow>(
    sql,
    `SELECT resource, units, open_from AS "openFrom", open_until AS "openUntil", day_units AS "dayUnits"
     FROM capacity WHERE resource IN (…)`,
    { values: slots.map((slot) => slot.resource) },
  );
  return new Map(rows.map((row) => [row.resource, row]));
}

/** Slots get a row when something is taken of them for the first time. Insert if absent: others may do so at the same time. */
async function openSlots(sql: SqlExecutor, slots: readonly SlotUnits[]): Promise<void> {
  const capacities = await capacitiesOf(sql, slots);
  const rows = slots.flatMap(({ resource, slot }) => {
    const capacity = capacities.get(resource);
    return capacity ? [[resource, slot, capacityOn(toCapacity(capacity), slot), 0, 0, 0]] : [];
  });
  await sql.executeMany(openSlot, rows);
}

const countsOn = `SELECT resource, slot, capacity, held, sold, version FROM stock
  WHERE resource = ? AND slot IN (…) ORDER BY slot`;

async function countsOf(sql: SqlExecutor, slots: readonly SlotUnits[]): Promise<SlotCount[]> {
  const counts: SlotCount[] = [];
  for (const resource of new Set(slots.map((slot) => slot.resource))) {
    const days = slots.filter((slot) => slot.resource === resource).map((slot) => slot.slot);
    counts.push(...(await selectIn<SlotCount>(sql, countsOn, { before: [resource], values: days.sort() })));
  }
  return counts;
}

async function shortageAt(sql: SqlExecutor, slot: SlotUnits): Promise<Shortage> {
  const [count] = await countsOf(sql, [slot]);
  return { slot, remaining: count ? remainingOf(count) : 0 };
}

async function takeSlots(sql: SqlExecutor, slots: readonly SlotUnits[], hold: string): Promise<Shortage | undefined> {
  await openSlots(sql, slots);
  const affected = await sql.executeMany(
    hold,
    slots.map((slot) => [slot.units, slot.resource, slot.slot, slot.units]),
  );
  const missing = slots.find((_, index) => affected[index] !== 1);
  return missing && shortageAt(sql, missing);
}

type Limits = Readonly<Record<string, number>>;
type BucketSlot = SlotUnits & { bucket: string };

const limitOf = (slot: BucketSlot, limits: Limits): number => limits[slot.bucket] ?? 0;

async function takenOf(sql: SqlExecutor, slot: BucketSlot): Promise<number> {
  const [row] = await sql.query<{ taken: number }>(
    'SELECT taken FROM bucket_stock WHERE resource = ? AND slot = ? AND bucket = ?',
    [slot.resource, slot.slot, slot.bucket],
  );
  return row?.taken ?? 0;
}

async function bucketShortage(sql: SqlExecutor, slot: BucketSlot, limits: Limits): Promise<Shortage> {
  return { slot, remaining: Math.max(0, limitOf(slot, limits) - (await takenOf(sql, slot))) };
}

async function takeBuckets(
  sql: SqlExecutor,
  request: Readonly<{ slots: readonly BucketSlot[]; limits: Limits; statement: string }>,
): Promise<Shortage | undefined> {
  const { slots, limits, statement } = request;
  await sql.executeMany(
    openBucket,
    slots.map((slot) => [slot.resource, slot.slot, slot.bucket, 0, 0]),
  );
  const affected = await sql.executeMany(
    statement,
    slots.map((slot) => {
      const limit = limitOf(slot, limits);
      return [slot.units, limit, slot.resource, slot.slot, slot.bucket, slot.units, limit];
    }),
  );
  const missing = slots.find((_, index) => affected[index] !== 1);
  return missing && bucketShortage(sql, missing, limits);
}

/** Moves what was taken before. A slot that does not have it is a fault: the books would not balance. */
async function requireAll(affected: Promise<number[]>, slots: readonly SlotUnits[]): Promise<void> {
  const counts = await affected;
  const wrong = slots.find((_, index) => counts[index] !== 1);
  if (wrong) throw new Error(`${wrong.resource} on ${wrong.slot} does not hold the ${wrong.units} units to be moved.`);
}

/** Stock over the tables of `prisma/migrations`. */
export const createSqlStock = (sql: SqlExecutor, statements: StockStatements = stockStatements): Stock => ({
  async take(slots, limits): Promise<StockAnswer> {
    const ordered = withoutBuckets(slots);
    const buckets = inTakingOrder(slots).filter(hasBucket);
    const shortage =
      (await takeSlots(sql, ordered, statements.hold)) ??
      (await takeBuckets(sql, { slots: buckets, limits, statement: statements.takeBucket }));
    return shortage ? { ok: false, shortage } : { ok: true, counts: await countsOf(sql, ordered) };
  },
  async sell(slots) {
    const ordered = withoutBuckets(slots);
    const rows = ordered.map(({ resource, slot, units }) => [units, units, resource, slot, units]);
    await requireAll(sql.executeMany(sellHeld, rows), ordered);
    return countsOf(sql, ordered);
  },
  async free(slots, from) {
    const ordered = withoutBuckets(slots);
    const rows = ordered.map(({ resource, slot, units }) => [units, resource, slot, units]);
    await requireAll(sql.executeMany(free(from), rows), ordered);
    await sql.executeMany(
      freeBucket,
      inTakingOrder(slots)
        .filter(hasBucket)
        .map((slot) => [slot.units, slot.resource, slot.slot, slot.bucket]),
    );
    return countsOf(sql, ordered);
  },
});

async function remainingAt(sql: SqlExecutor, slots: readonly SlotUnits[]): Promise<(slot: SlotUnits) => number> {
  const capacities = await capacitiesOf(sql, slots);
  const counts = new Map((await countsOf(sql, slots)).map((count) => [`${count.resource}\n${count.slot}`, count]));
  return ({ resource, slot }) => {
    const count = counts.get(`${resource}\n${slot}`);
    if (count) return remainingOf(count);
    const capacity = capacities.get(resource);
    return capacity ? capacityOn(toCapacity(capacity), slot) : 0;
  };
}

/** Looks at committed stock. */
export const createSqlStockCheck = (sql: SqlExecutor): StockCheck => ({
  async shortageOf(slots, limits) {
    const ordered = withoutBuckets(slots);
    const remaining = await remainingAt(sql, ordered);
    const short = ordered.find((slot) => remaining(slot) < slot.units);
    if (short) return { slot: short, remaining: remaining(short) };
    for (const slot of inTakingOrder(slots).filter(hasBucket)) {
      const shortage = await bucketShortage(sql, slot, limits);
      if (shortage.remaining < slot.units) return shortage;
    }
    return undefined;
  },
});
