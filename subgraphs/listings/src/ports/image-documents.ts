/** A picture of a listing. The seed draws it; `alt` says what it shows. */
export type ImageRecord = Readonly<{ id: string; seed: string; alt: string; width: number; height: number }>;

/** Pictures of listings, as documents: one list per listing, read and written whole. Writing the same list again changes nothing. */
export interface ImageDocuments {
  put(images: ReadonlyMap<string, readonly ImageRecord[]>): Promise<void>;
  get(listingIds: readonly string[]): Promise<ReadonlyMap<string, readonly ImageRecord[]>>;
}
