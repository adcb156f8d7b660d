import * as z from 'zod/mini';

/** A path of this app and nothing else: an address must not lead people who have just signed in to another host. */
const ownPath = z.catch(z.optional(z.string().check(z.regex(/^\/(?![/\\])[^\s\\]{0,2000}$/))), undefined);

/** Where to go on after signing in. */
export const accountSearch = z.object({ next: ownPath });

export type AccountSearch = z.infer<typeof accountSearch>;
