import type { Cursors } from '@meridian/platform/identity/cursor';
import type { Principal } from '@meridian/platform/identity/principal';
import type { RawEvents } from '../ports/raw-events.ts';
import { mayReadEvents } from './caller.ts';
import { writeCursor } from './live-event-cursors.ts';
import type { LiveHub } from './live-hub.ts';

type Deps = Readonly<{ hub: Pick<LiveHub, 'positions'>; raw: Pick<RawEvents, 'epoch'>; cursors: Cursors }>;

/** The cursor behind everything that has come live so far. For operators; undefined for others. */
export const createLocateLiveEvents =
  ({ hub, raw, cursors }: Deps) =>
  async ({ principal }: Readonly<{ principal: Principal }>): Promise<string | undefined> =>
    mayReadEvents(principal) ? writeCursor(cursors, await raw.epoch(), hub.positions()) : undefined;
