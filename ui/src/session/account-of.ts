import type { SessionState } from './session.ts';

/** The account that is signed in, as its access token names it; nothing while nobody is, or while it is not known yet. */
export function accountOf(state: SessionState): string | undefined {
  if (state.status !== 'signedIn') return undefined;
  const payload = state.accessToken.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/');
  if (payload === undefined) return undefined;
  const { sub } = JSON.parse(atob(payload)) as Readonly<{ sub?: unknown }>;
  return typeof sub === 'string' ? sub : undefined;
}
