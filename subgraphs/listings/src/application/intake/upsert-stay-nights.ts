import { isLocalDate } from '@meridian/platform/values/local-date';
import type { RowOutcome } from '@meridian/schema/contracts/intake';
import type { StayNight, StayNightsRecord } from '@meridian/schema/contracts/stay-records';
import type { Listing, NightEntry, Stay } from '../../domain/listing.ts';
import { type DatedNight, type NightChange, writeNights } from '../../domain/night-calendar.ts';
import { isBetween, isPrice } from '../../domain/problems.ts';
import type { ListingWrite } from '../../ports/listing-book.ts';
import type { IntakeDeps } from './intake-deps.ts';
import { skip } from './outcomes.ts';

const entryOf = (night: StayNight): NightEntry => ({
  open: night.available,
  priceMinor: night.price?.minor ?? null,
  minNights: night.minNights ?? null,
  maxNights: night.maxNights ?? null,
  unitsOpen: night.unitsOpen ?? null,
});

function problemOf(night: StayNight, stay: Stay): string | undefined {
  if (!isLocalDate(night.date)) return `"${night.date}" is no date`;
  if (night.price && night.price.currency !== stay.currency)
    return `the stay is sold in ${stay.currency}, not in ${night.price.currency}`;
  if (night.price && !isPrice(night.price.minor))
    return 'a price is 0 or more, and less than a trillion of the currency’s smallest units';
  const lengths = [night.minNights, night.maxNights].filter((length) => length !== undefined);
  return lengths.every((length) => isBetween(length, 0, 100_000))
    ? undefined
    : 'a length of stay is 0 to 100,000 nights';
}

const outcomes: Readonly<Record<NightChange, RowOutcome>> = {
  new: 'imported',
  changed: 'updated',
  same: 'unchanged',
  'out-of-range': skip('the date is further away than 1,500 days from the other nights of the stay'),
};

type Written = Readonly<{ stay: Stay; outcomes: readonly RowOutcome[]; isChanged: boolean }>;

/** Writes nights into a stay's calendar. A night without a price keeps the one that it had. */
function writeInto(stay: Stay, nights: readonly StayNight[]): Written {
  const problems = nights.map((night) => problemOf(night, stay));
  const good: DatedNight[] = nights
    .filter((_, index) => problems[index] === undefined)
    .map((night) => ({ date: night.date, entry: entryOf(night) }));
  const written = writeNights(stay.calendar, good);
  const changes = written.changes[Symbol.iterator]();
  const all = problems.map((problem) => {
    if (problem !== undefined) return skip(problem);
    const change: NightChange = changes.next().value ?? 'same';
    return outcomes[change];
  });
  const isChanged = written.changes.some((change) => change === 'new' || change === 'changed');
  return { stay: isChanged ? { ...stay, calendar: written.calendar } : stay, outcomes: all, isChanged };
}

const unknown = (record: StayNightsRecord): RowOutcome[] =>
  record.nights.map(() => skip(`unknown stay ${record.staySourceKey}; import airbnb-listings first`));

/** Takes in nights of stays. One change of a stay per batch, however many of its nights have changed. */
export const createUpsertStayNights =
  (deps: IntakeDeps) =>
  (records: readonly StayNightsRecord[]): Promise<readonly (readonly RowOutcome[])[]> =>
    deps.store.transaction(async (transaction) => {
      const stored = new Map<string, Listing>(
        await transaction.listings.findBySourceKeys(records.map((record) => record.staySourceKey)),
      );
      const writes = new Map<string, ListingWrite>();
      const now = deps.clock.now();
      const all = records.map((record) => {
        const stay = stored.get(record.staySourceKey);
        if (stay?.kind !== 'STAY' || stay.status === 'REMOVED') return unknown(record);
        const written = writeInto(stay, record.nights);
        if (written.isChanged) {
          const version = writes.has(record.staySourceKey) ? stay.version : stay.version + 1;
          const listing = { ...written.stay, version, updatedAt: now };
          stored.set(record.staySourceKey, listing);
          writes.set(record.staySourceKey, { listing, isNew: false });
        }
        return written.outcomes;
      });
      await transaction.listings.write([...writes.values()]);
      return all;
    });
