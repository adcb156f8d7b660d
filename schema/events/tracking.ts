import { z } from 'zod';
import { defineEvent } from './define-event.ts';
import { kind } from './values.ts';

/** Who did it: a user's id when signed in, and a random id of the browser's visit. */
const visitor = { userId: z.string().nullable(), visitId: z.string().nullable() };

export const searchPerformed = defineEvent({
  type: 'search.performed',
  version: 1,
  topic: 'tracking',
  description: 'A search was answered.',
  schema: z.object({
    ...visitor,
    kind,
    city: z.string().nullable(),
    origin: z.string().nullable(),
    destination: z.string().nullable(),
    results: z.int().nonnegative(),
  }),
});
export const listingViewed = defineEvent({
  type: 'listing.viewed',
  version: 1,
  topic: 'tracking',
  description: "A listing's details were looked at.",
  schema: z.object({ ...visitor, listingId: z.string(), kind }),
});
export const clickTracked = defineEvent({
  type: 'click.tracked',
  version: 1,
  topic: 'tracking',
  description: 'An element of a page was clicked.',
  schema: z.object({ ...visitor, page: z.string(), element: z.string(), listingId: z.string().nullable() }),
});
export const pageViewed = defineEvent({
  type: 'page.viewed',
  version: 1,
  topic: 'tracking',
  description: 'A page was opened.',
  schema: z.object({ ...visitor, page: z.string(), referrer: z.string().nullable() }),
});
