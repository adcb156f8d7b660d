import * as z from 'zod/mini';

/** What somebody looks for, in their own words; what is pasted beyond the bound is cut off. */
export const urlText = z.catch(
  z.optional(
    z.pipe(
      z.transform((value) => (typeof value === 'string' ? value.trim().slice(0, 100) || undefined : undefined)),
      z.optional(z.string()),
    ),
  ),
  undefined,
);
