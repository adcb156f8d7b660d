import type { Principal } from '@meridian/platform/identity/principal';
import type { ApprovalRequest } from '../domain/approval.ts';
import type { BookingReader, Page } from '../ports/booking-reader.ts';
import { ownerOf } from './caller.ts';
import type { PageRequest } from './page-request.ts';

/** Which questions to the caller, and which page of them. */
export type ListRequestsRequest = PageRequest & Readonly<{ principal: Principal; openOnly: boolean }>;

/** The questions to the caller as an owner, the newest first; undefined for who may answer none. */
export const createListRequests =
  (deps: Readonly<{ reader: BookingReader }>) =>
  async ({ principal, openOnly, ...page }: ListRequestsRequest): Promise<Page<ApprovalRequest> | undefined> => {
    const ownerId = ownerOf(principal);
    return ownerId === undefined ? undefined : deps.reader.requestPage({ ...page, filter: { ownerId, openOnly } });
  };
