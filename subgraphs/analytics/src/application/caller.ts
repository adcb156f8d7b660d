import type { Principal } from '@meridian/platform/identity/principal';
import { hasScope } from '@meridian/platform/identity/scopes';

/** Whether the caller may read figures of the business. The gateway asks first; figures must not rest on one check. */
export const mayReadFigures = (principal: Principal): boolean => hasScope(principal, 'analytics:read');

/** Whether the caller may read events, log records and how far consumers are. */
export const mayReadEvents = (principal: Principal): boolean => hasScope(principal, 'events:read');
