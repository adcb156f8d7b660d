import type { EventLog, GroupLag } from '@meridian/platform/event-log/event-log';
import type { Principal } from '@meridian/platform/identity/principal';
import { mayReadEvents } from './caller.ts';

/** Of which consumer group; of all unless said. */
export type ReadConsumerLagRequest = Readonly<{ principal: Principal; group?: string | undefined }>;

/** How far consumers are, partition by partition, for operators; undefined for others. */
export const createReadConsumerLag =
  (deps: Readonly<{ log: Pick<EventLog, 'lag'> }>) =>
  async ({ principal, group }: ReadConsumerLagRequest): Promise<GroupLag[] | undefined> =>
    mayReadEvents(principal) ? deps.log.lag(group) : undefined;
