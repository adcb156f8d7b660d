import { z } from 'zod';
import { defineEvent } from './define-event.ts';
import { currency, instant, kind, minor } from './values.ts';

/** A price in the basis currency under its comparable key. */
const normalized = z.object({
  observationId: z.string(),
  listingId: z.string().nullable(),
  listingVersion: z.int().positive().nullable(),
  kind,
  comparableKey: z.string(),
  /** In the basis currency, USD. */
  basisMinor: minor,
  priceMinor: minor,
  currency,
  observedAt: instant,
  source: z.string(),
});
const scored = normalized.extend({
  meanMinor: minor,
  medianMinor: minor,
  observations: z.int().nonnegative(),
  discountPercent: z.number(),
  score: z.int().min(0).max(100),
});
const tagged = scored.extend({ tags: z.array(z.string()) });

export const dealNormalized = defineEvent({
  type: 'deal.normalized',
  version: 1,
  topic: 'deals.normalized',
  description: 'A price was observed and put on the common basis.',
  schema: normalized,
});
export const dealScored = defineEvent({
  type: 'deal.scored',
  version: 1,
  topic: 'deals.scored',
  description: 'An observed price was compared with its comparables.',
  schema: scored,
});
export const dealTagged = defineEvent({
  type: 'deal.tagged',
  version: 1,
  topic: 'deals.tagged',
  description: 'A scored price got its tags, from facts only.',
  schema: tagged,
});
export const dealPublished = defineEvent({
  type: 'deal.published',
  version: 1,
  topic: 'deal.events',
  description: 'A deal came into the feed, or changed in it.',
  schema: z.object({
    dealId: z.string(),
    listingId: z.string(),
    kind,
    score: z.int(),
    priceMinor: minor,
    currency,
    observedAt: instant,
    detectedAt: instant,
  }),
});
export const dealEnded = defineEvent({
  type: 'deal.ended',
  version: 1,
  topic: 'deal.events',
  description: 'A deal is over.',
  schema: z.object({
    dealId: z.string(),
    listingId: z.string(),
    reason: z.enum(['PRICE_ROSE', 'SOLD_OUT', 'REMOVED', 'DEPARTED']),
  }),
});
export const watchTriggered = defineEvent({
  type: 'watch.triggered',
  version: 1,
  topic: 'watches',
  description: 'A watch crossed its threshold and an alert was written.',
  schema: z.object({
    alertId: z.string(),
    watchId: z.string(),
    userId: z.string(),
    listingId: z.string(),
    reason: z.enum(['PRICE', 'STOCK']),
    priceMinor: minor,
    currency,
    observedAt: instant,
    detectedAt: instant,
  }),
});
