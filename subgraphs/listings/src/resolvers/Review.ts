import type { ReviewResolvers } from '../generated/resolvers-types.ts';
import { author } from './Review/author.ts';
import { authorName } from './Review/authorName.ts';
import { text } from './Review/text.ts';
import { title } from './Review/title.ts';

export const Review: ReviewResolvers = { author, authorName, title, text };
