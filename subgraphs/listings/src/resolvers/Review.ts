import type { ReviewResolvers } from '../generated/resolvers-types.ts';
import { author } from './Review/author.ts';
import { authorName } from './Review/authorName.ts';
import { text } from './Review/text.ts';
import { title } from './Review/title.ts';

/** What a guest wrote and how they rated. */
export const Review: ReviewResolvers = { author, authorName, title, text };
