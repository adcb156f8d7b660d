import type { Principal } from '@meridian/platform/identity/principal';
import type { ApprovalRequest } from '../domain/approval.ts';
import type { BookingReader, Page } from '../ports/booking-reader.ts';
import { mayReadAll, ownerOf } from './caller.ts';
import type { PageRequest } from './page-request.ts';

/** Which questions to the caller, or to all owners, and which page of them. */
export type ListRequestsRequest = PageRequest &
  Readonly<{ principal: Principal; openOnly: boolean; everybody: boolean }>;

/** The questions to the caller as an owner, or to everybody, the newest first; undefined for who may answer none, or not read all. */
export const createListRequests =
  (deps: Readonly<{ reader: BookingReader }>) =>
  async ({
    principal,
    openOnly,
    everybody,
    ...page
  }: ListRequestsRequest): Promise<Page<ApprovalRequest> | undefined> => {
    const ownerId = ownerOf(principal);
    if (everybody)
      return mayReadAll(principal) ? deps.reader.requestPage({ ...page, filter: { openOnly } }) : undefined;
    return ownerId === undefined ? undefined : deps.reader.requestPage({ ...page, filter: { ownerId, openOnly } });
  };
