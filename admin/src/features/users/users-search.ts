import { urlText } from '@meridian/ui/routing/url-text';
import { urlKeyOf } from '@meridian/ui/routing/url-values';
import * as z from 'zod/mini';
import { roleLabels } from './role-labels.ts';

/** Which accounts, as it stands in an address. */
export const usersSearch = z.object({
  search: urlText,
  role: urlKeyOf(roleLabels),
});

export type UsersSearch = z.infer<typeof usersSearch>;
