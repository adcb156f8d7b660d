import type { Identified } from './record.ts';

/** A review by a made-up guest. Real reviews carry names of people and are not imported. */
export type ReviewRecord = Identified &
  Readonly<{
    /** Source key of the stay or car, or of a carrier's flight. Unknown: skipped, `unknown listing <source key>`. */
    listingSourceKey: string;
    authorName: string;
    /** 1–5. */
    rating: number;
    title: string;
    text: string;
    /** Local date of the visit. */
    visitedOn: string;
    /** Epoch milliseconds. */
    postedAt: number;
  }>;
