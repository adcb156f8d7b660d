import type { RowOutcome } from '@meridian/schema/contracts/intake';
import type { ReviewRecord } from '@meridian/schema/contracts/review-records';
import type { Listing } from '../../domain/listing.ts';
import type { ReviewRecordRow } from '../../ports/review-book.ts';
import type { ReviewText } from '../../ports/review-documents.ts';
import type { IntakeDeps } from './intake-deps.ts';
import { type Novelty, noveltyOf, outcomeOf, skip } from './outcomes.ts';

/** Authors of a data set have no account; each is known by the review alone. */
const authorOf = (record: ReviewRecord): string => `guest:${record.sourceKey}`;

const rowOf = (record: ReviewRecord, of: Readonly<{ id: string; listingId: string }>): ReviewRecordRow => ({
  ...of,
  authorId: authorOf(record),
  sourceKey: record.sourceKey,
  version: 1,
  rating: Math.round(record.rating),
  // Whoever wrote it was a guest of the source's, which is theirs to vouch for.
  isVerified: false,
  postedAt: new Date(record.postedAt).toISOString(),
  stayedAt: record.visitedOn,
});

const textOf = ({ authorName, title, text }: ReviewRecord): ReviewText => ({ authorName, title, body: text });

function problemOf(record: ReviewRecord, listing: Listing | undefined): string | undefined {
  if (listing === undefined || listing.status === 'REMOVED') return `unknown listing ${record.listingSourceKey}`;
  if (!(record.rating >= 1 && record.rating <= 5)) return 'a rating is 1 to 5';
  return record.text.trim() === '' ? 'the review has no text' : undefined;
}

type Taken = Readonly<{ record: ReviewRecord; listingId: string; novelty: Novelty }>;

/** Takes in reviews of a data set. They do not change a listing's rating, which its source states with them counted in. */
export const createUpsertReviews =
  (deps: IntakeDeps) =>
  (records: readonly ReviewRecord[]): Promise<readonly RowOutcome[]> =>
    deps.store.transaction(async (transaction) => {
      const hashes = await transaction.intakeRows.hashes(records.map(({ sourceKey }) => sourceKey));
      const listings = await transaction.listings.findBySourceKeys(
        records.map(({ listingSourceKey }) => listingSourceKey),
      );
      const taken = new Map<string, Taken>();
      const outcomes = records.map((record): RowOutcome => {
        const novelty = noveltyOf(hashes, record);
        if (novelty === 'same') return 'unchanged';
        const listing = listings.get(record.listingSourceKey);
        const problem = problemOf(record, listing);
        if (problem !== undefined || listing === undefined) return skip(problem ?? 'unknown listing');
        taken.set(record.sourceKey, { record, listingId: listing.id, novelty });
        return outcomeOf(novelty);
      });
      const written = (of: Novelty) =>
        [...taken.values()]
          .filter(({ novelty }) => novelty === of)
          .map(({ record, listingId }) => ({
            review: rowOf(record, { id: deps.ids.next('rev'), listingId }),
            text: textOf(record),
          }));
      await transaction.reviews.add(written('new'));
      await transaction.reviews.replace(written('changed'));
      await transaction.intakeRows.put([...taken.values()].map(({ record }) => ({ ...record, richness: 0 })));
      return outcomes;
    });
