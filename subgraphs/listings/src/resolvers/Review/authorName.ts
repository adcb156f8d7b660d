import type { ReviewResolvers } from '../../generated/resolvers-types.ts';
import { textOf } from '../review-text.ts';

export const authorName: ReviewResolvers['authorName'] = async (review, _args, context) =>
  (await textOf(review, context)).authorName;
