import type { ReviewResolvers } from '../generated/resolvers-types.ts';
import type { ReviewText } from '../ports/review-documents.ts';
import type { ListingsContext } from './context.ts';
import type { ReviewParent } from './parents.ts';

/** What the guest wrote: the document, or the text that waits for it to be written. */
async function textOf(review: ReviewParent, { loaders }: ListingsContext): Promise<ReviewText> {
  const text = review.pendingText ?? (await loaders.reviewText.load(review.id));
  if (!text) throw new Error(`The text of review ${review.id} is missing.`);
  return text;
}

export const Review: ReviewResolvers = {
  async author({ authorId, sourceKey }, _, { loaders }) {
    if (sourceKey !== null) return null;
    const id = await loaders.profileId.load(authorId);
    return id === null ? null : { __typename: 'PublicProfile' as const, id };
  },
  authorName: async (review, _, context) => (await textOf(review, context)).authorName,
  title: async (review, _, context) => (await textOf(review, context)).title,
  text: async (review, _, context) => (await textOf(review, context)).body,
};
