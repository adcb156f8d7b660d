import { type DataFolder, openDataFolder } from '@meridian/platform/config/data-folder';
import { openSecrets, type Secrets } from '@meridian/platform/config/secrets';
import type { EventLog } from '@meridian/platform/event-log/event-log';
import { openSqliteEventLog } from '@meridian/platform/event-log/sqlite-event-log';
import { createInternalTokens, type InternalTokens } from '@meridian/platform/identity/internal-token';
import { createIds, type Ids } from '@meridian/platform/ids/ids';
import type { Logger } from '@meridian/platform/observability/logger';
import type { Clock } from '@meridian/platform/time/clock';
import { topics } from '@meridian/schema/events/registry';

/** What every service of one data folder stands on. */
export type Foundation = Readonly<{
  folder: DataFolder;
  secrets: Secrets;
  log: EventLog;
  internalTokens: InternalTokens;
  ids: Ids;
  clock: Clock;
  logger: Logger;
  /** Where exchange rates are asked for; the reference table in the repository unless given. */
  exchangeRatesUrl?: string | undefined;
}>;

/** The name under which access tokens are issued and accepted. */
export const tokenIssuer = 'meridian';

/** Sign-ups an hour. On a laptop everybody comes from one address, load tests included. */
export const signUpsPerAddress = 50_000;

/** Opens a data folder: makes its keys the first time, and declares the topics. */
export async function openFoundation(
  data: string,
  deps: Pick<Foundation, 'clock' | 'logger' | 'exchangeRatesUrl'>,
): Promise<Foundation> {
  const folder = await openDataFolder(data);
  const secrets = await openSecrets(folder.secrets);
  const log = await openSqliteEventLog({ file: folder.eventLog, ...deps });
  await log.declareTopics(topics);
  return {
    folder,
    secrets,
    log,
    internalTokens: createInternalTokens({ key: secrets.internalKey, clock: deps.clock }),
    ids: createIds({ clock: deps.clock }),
    ...deps,
  };
}
