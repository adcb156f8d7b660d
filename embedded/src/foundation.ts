import type { DataFolder } from '@meridian/platform/config/data-folder';
import { openSecrets, type Secrets } from '@meridian/platform/config/secrets';
import { createInternalTokens, type InternalTokens } from '@meridian/platform/identity/internal-token';
import { createIds, type Ids } from '@meridian/platform/ids/ids';
import type { Logger } from '@meridian/platform/observability/logger';
import type { Clock } from '@meridian/platform/time/clock';

/** All that the five services and the gateway need together. */
const hostSecrets = [
  'accessKeys',
  'accessPublicKeys',
  'offerKeys',
  'offerPublicKeys',
  'internalKey',
  'cursorKey',
] as const satisfies readonly (keyof Secrets)[];

/** What everything in one data folder stands on. No database is open here: that is the services' own affair. */
export type Foundation = Readonly<{
  folder: DataFolder;
  secrets: Pick<Secrets, (typeof hostSecrets)[number]>;
  internalTokens: InternalTokens;
  ids: Ids;
  clock: Clock;
  logger: Logger;
  /** Where exchange rates are asked for; the reference table in the repository unless given. */
  exchangeRatesUrl?: string | undefined;
  /** For how many days events are kept that everybody has handled; 30 unless given. */
  keepDays?: number | undefined;
}>;

/** The name under which access tokens are issued and accepted. */
export const tokenIssuer = 'meridian';

/** Sign-ups an hour. On a laptop everybody comes from one address, load tests included. */
export const signUpsPerAddress = 50_000;

/** Opens the keys of a data folder, and makes them the first time. */
export async function openFoundation(
  folder: DataFolder,
  deps: Pick<Foundation, 'clock' | 'logger' | 'exchangeRatesUrl' | 'keepDays'>,
): Promise<Foundation> {
  const { clock, logger, exchangeRatesUrl, keepDays } = deps;
  const secrets = await openSecrets(folder.secrets, hostSecrets);
  const internalTokens = createInternalTokens({ key: secrets.internalKey, clock });
  return { folder, secrets, internalTokens, ids: createIds({ clock }), clock, logger, exchangeRatesUrl, keepDays };
}
