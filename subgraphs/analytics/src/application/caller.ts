import type { Principal } from '@meridian/platform/identity/principal';
import { hasScope } from '@meridian/platform/identity/scopes';

/** Whether the caller may read figures of the business. The gateway asks first; figures must not rest on one check. */
export const mayReadFigures = (principal: Principal): boolean => hasScope(principal, 'analytics:read');

/** Whether the caller may read events, log records, dead letters and how far consumers are. */
export const mayReadEvents = (principal: Principal): boolean => hasScope(principal, 'events:read');

/** The caller's user id as an operator who may put events back; undefined for anybody else. */
export const replayerOf = (principal: Principal): string | undefined =>
  principal.kind === 'user' && hasScope(principal, 'events:write') ? principal.userId : undefined;
