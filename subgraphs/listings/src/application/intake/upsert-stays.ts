import type { RowOutcome } from '@meridian/schema/contracts/intake';
import type { StayRecord } from '@meridian/schema/contracts/stay-records';
import type { Listing, Stay } from '../../domain/listing.ts';
import { differs, mergeStay } from '../../domain/stay-merge.ts';
import { stayProblems } from '../../domain/stay-rules.ts';
import { rowKey } from '../../ports/intake-rows.ts';
import type { ListingWrite } from '../../ports/listing-book.ts';
import type { IntakeDeps } from './intake-deps.ts';
import { noveltyOf, skip } from './outcomes.ts';
import { stayPlaces } from './places-of.ts';
import { stayFromRecord, toldBy } from './stay-from-record.ts';

type Row = Readonly<{ sourceKey: string; richness: number; contentHash: string }>;

type Batch = Readonly<{
  hashes: Map<string, string>;
  stored: Map<string, Listing>;
  writes: Map<string, ListingWrite>;
  rows: Row[];
  now: number;
}>;

const storedStay = (batch: Batch, record: StayRecord): Stay | undefined => {
  const listing = batch.stored.get(record.sourceKey);
  return listing?.kind === 'STAY' ? listing : undefined;
};

function write(batch: Batch, record: StayRecord, stay: Stay): void {
  const pending = batch.writes.get(record.sourceKey);
  const pictureSeeds = record.pictureSeeds.length > 0 ? record.pictureSeeds : pending?.pictureSeeds;
  const isNew = pending?.isNew ?? !batch.stored.has(record.sourceKey);
  batch.writes.set(record.sourceKey, { listing: stay, isNew, ...(pictureSeeds ? { pictureSeeds } : {}) });
  batch.stored.set(record.sourceKey, stay);
}

/** Merges a record into the stay that is known; several records of one batch are one change. */
function renew(batch: Batch, record: StayRecord, before: Stay): RowOutcome {
  const merged = mergeStay(before, toldBy(record), record.richness);
  if (merged === before) return 'unchanged';
  const [problem] = stayProblems(merged);
  if (problem) return skip(problem.message);
  const version = batch.writes.has(record.sourceKey) ? before.version : before.version + 1;
  write(batch, record, { ...merged, version, updatedAt: batch.now });
  return differs(before, merged) ? 'updated' : 'unchanged';
}

function decide(record: StayRecord, batch: Batch, nextId: () => string): RowOutcome {
  if (noveltyOf(batch.hashes, record, record.richness) === 'same') return 'unchanged';
  const before = storedStay(batch, record);
  if (before?.status === 'REMOVED') return 'unchanged';
  if (record.basePrice && record.basePrice.currency !== record.currency)
    return skip('the price is in another currency than the stay');
  if (before && before.currency !== record.currency)
    return skip(`the stay is sold in ${before.currency}, not in ${record.currency}`);
  const fresh = before ?? stayFromRecord(record, { id: nextId(), now: batch.now });
  const [problem] = before ? [] : stayProblems(fresh);
  if (problem) return skip(problem.message);
  const outcome = before ? renew(batch, record, before) : 'imported';
  if (typeof outcome === 'object') return outcome;
  if (!before) write(batch, record, fresh);
  const { sourceKey, richness, contentHash } = record;
  batch.rows.push({ sourceKey, richness, contentHash });
  batch.hashes.set(rowKey(sourceKey, richness), contentHash);
  return outcome;
}

/** Takes in stays, merged with what richer and poorer files have told before. */
export const createUpsertStays =
  (deps: IntakeDeps) =>
  (records: readonly StayRecord[]): Promise<readonly RowOutcome[]> =>
    deps.store.transaction(async (transaction) => {
      const keys = records.map(({ sourceKey }) => sourceKey);
      const hashes = new Map(await transaction.intakeRows.hashes(keys));
      const open = records.filter((record) => noveltyOf(hashes, record, record.richness) !== 'same');
      const stored = new Map(await transaction.listings.findBySourceKeys(open.map(({ sourceKey }) => sourceKey)));
      const batch: Batch = { hashes, stored, writes: new Map(), rows: [], now: deps.clock.now() };
      const outcomes = records.map((record) => decide(record, batch, () => deps.ids.next('sty')));
      const writes = [...batch.writes.values()];
      await transaction.listings.write(writes);
      const stays = writes.flatMap(({ listing }) => (listing.kind === 'STAY' ? [listing] : []));
      await transaction.reference.putPlaces(stayPlaces(stays));
      await transaction.intakeRows.put(batch.rows);
      return outcomes;
    });
