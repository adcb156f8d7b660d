import type { ReviewResolvers } from '../../generated/resolvers-types.ts';
import { textOf } from '../review-text.ts';

export const title: ReviewResolvers['title'] = async (review, _args, context) => (await textOf(review, context)).title;
