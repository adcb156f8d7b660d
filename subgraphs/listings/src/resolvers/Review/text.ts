import type { ReviewResolvers } from '../../generated/resolvers-types.ts';
import { textOf } from '../review-text.ts';

export const text: ReviewResolvers['text'] = async (review, _args, context) => (await textOf(review, context)).body;
