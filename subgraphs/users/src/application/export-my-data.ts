import type { Principal } from '@meridian/platform/identity/principal';
import type { Clock } from '@meridian/platform/time/clock';
import type { Account } from '../domain/account.ts';
import type { UserDirectory } from '../ports/user-directory.ts';
import { userOf } from './caller.ts';

/** Who asks for the data, which is whose data it is. */
export type ExportMyDataRequest = Readonly<{ principal: Principal }>;

/** What is kept of a person: the account, and everything that stands beside it here as a JSON text. */
export type DataExport = Readonly<{ exportedAtInMs: number; account: Account; document: string }>;

type Dependencies = Readonly<{
  directory: Pick<UserDirectory, 'recordOf'>;
  clock: Clock;
}>;

/** Raised when the document says the same in another form. Whoever reads old files can tell. */
const documentVersion = 1;

/** Puts together what this service keeps of the caller; undefined for an anonymous one, and for an account that is gone. */
export const createExportMyData =
  (deps: Dependencies) =>
  async ({ principal }: ExportMyDataRequest): Promise<DataExport | undefined> => {
    const userId = userOf(principal);
    const exportedAtInMs = deps.clock.now();
    const exportedAt = new Date(exportedAtInMs).toISOString();
    const record = userId === undefined ? undefined : await deps.directory.recordOf(userId, exportedAt);
    if (!record) return undefined;
    const content = { version: documentVersion, exportedAt, ...record };
    return { exportedAtInMs, account: record.account, document: JSON.stringify(content, null, 2) };
  };
