import { sentenceOf } from '../failures/failure-sentence.ts';

/** No answer came, or one that says nothing of the matter. */
export type Unanswered = Readonly<{ __typename: 'Unanswered'; message: string }>;

/** What was thrown, as the failure that it is to a page. */
export const unanswered = (error: unknown): Unanswered => ({ __typename: 'Unanswered', message: sentenceOf(error) });
