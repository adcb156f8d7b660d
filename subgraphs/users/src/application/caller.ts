import type { Principal } from '@meridian/platform/identity/principal';

/** Who asks, from where, and in which trace. */
export type Caller = Readonly<{
  principal: Principal;
  /** The client's network address, where the edge tells it. */
  clientAddress?: string | undefined;
  traceparent?: string | undefined;
}>;
