import type { ListingImage } from '../domain/images.ts';
import type { Fare, ListingKind, RoomType, Segment, Stay } from '../domain/listing.ts';
import type { StoredReview } from '../ports/review-book.ts';

/** A segment with the one behind it, for the time between them. */
export type SegmentParent = Readonly<{ segment: Segment; next: Segment | undefined }>;

/** A fare in the currency of its flight. */
export type FareParent = Readonly<{ fare: Fare; currency: string }>;

/** A room type in its stay. */
export type RoomTypeParent = Readonly<{ room: RoomType; stay: Stay }>;

/** A picture of a listing. */
export type ImageParent = Readonly<{ image: ListingImage; kind: ListingKind }>;

/** A review as it is stored. */
export type ReviewParent = StoredReview;
