import type { Principal } from '@meridian/platform/identity/principal';
import type { View } from '../supergraph/load-supergraph.ts';

/** One of the two doors. The first party's knows its callers; the public one treats everybody as a stranger. */
export type Endpoint = Readonly<{
  view: Exclude<View['name'], 'internal'>;
  path: string;
  /** Whether callers may show an access token here. */
  identifies: boolean;
  /** Who may read the schema. */
  introspection: 'everyone' | 'admins' | 'nobody';
}>;

/** What the gateway serves: its own first-party schema, with whose introspection it is told, and the public contract. */
export const endpoints = (introspection: Endpoint['introspection']): readonly Endpoint[] => [
  { view: 'firstParty', path: '/graphql', identifies: true, introspection },
  { view: 'public', path: '/public/graphql', identifies: false, introspection: 'everyone' },
];

/** Whether a caller may read the schema of an endpoint. */
export const mayIntrospect = ({ introspection }: Endpoint, principal: Principal): boolean => {
  if (introspection !== 'admins') return introspection === 'everyone';
  return principal.kind === 'user' && principal.roles.includes('ADMIN');
};
