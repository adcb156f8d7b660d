/** What a guest wrote. */
export type ReviewText = Readonly<{ authorName: string | null; title: string | null; body: string }>;

/** Texts of reviews, as documents, by the review's id. Writing the same text again changes nothing. */
export interface ReviewDocuments {
  put(texts: ReadonlyMap<string, ReviewText>): Promise<void>;
  get(ids: readonly string[]): Promise<ReadonlyMap<string, ReviewText>>;
}
