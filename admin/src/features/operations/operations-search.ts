import { urlChoice, urlId } from '@meridian/ui/routing/url-values';
import * as z from 'zod/mini';

/** The parts of the page. */
export const parts = ['consumers', 'outboxes', 'dead-letters'] as const;

const longestCursor = 1_024;

/** What is looked at, as it stands in an address: which part, which page of the dead letters, and which of them is opened. */
export const operationsSearch = z.object({
  show: urlChoice(parts, 'consumers'),
  topic: urlId,
  after: z.catch(z.optional(z.string().check(z.minLength(1), z.maxLength(longestCursor))), undefined),
  letter: urlId,
});

export type OperationsSearch = z.infer<typeof operationsSearch>;
