import { anyWord, urlId, urlList } from '@meridian/ui/routing/url-values';
import * as z from 'zod/mini';

/** Which events, as it stands in an address. */
export const eventsSearch = z.object({ topics: urlList(anyWord), type: urlId, subject: urlId });

export type EventsSearch = z.infer<typeof eventsSearch>;
