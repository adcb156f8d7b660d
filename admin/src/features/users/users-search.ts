import { urlText } from '@meridian/ui/routing/url-text';
import * as z from 'zod/mini';
import { roleLabels } from './role-labels.ts';

type Role = keyof typeof roleLabels;

/** Which accounts, as it stands in an address. */
export const usersSearch = z.object({
  search: urlText,
  role: z.catch(z.optional(z.enum(Object.keys(roleLabels) as [Role, ...Role[]])), undefined),
});

export type UsersSearch = z.infer<typeof usersSearch>;
