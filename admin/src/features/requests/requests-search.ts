import { urlFlag } from '@meridian/ui/routing/url-values';
import * as z from 'zod/mini';

/** Which requests, as it stands in an address: those that wait for an answer, unless all are asked for. */
export const requestsSearch = z.object({ all: urlFlag });

export type RequestsSearch = z.infer<typeof requestsSearch>;
