import { describe, expect, test } from '@jest/globals';
import { anonymous, type Principal } from './principal.ts';
import { hasScope, isAdminScope, isRole, knownScopes, roles, scopesOf } from './scopes.ts';

const user = (...held: readonly (typeof roles)[number][]): Principal => ({
  kind: 'user',
  userId: 'usr_1',
  sessionId: 'ses_1',
  roles: held,
  scopes: scopesOf(held),
});

describe('roles and scopes', () => {
  test('an admin holds every scope, a traveler none, an anonymous caller none', () => {
    expect(knownScopes.filter((scope) => !hasScope(user('ADMIN'), scope))).toEqual([]);
    expect(knownScopes.filter((scope) => hasScope(user('TRAVELER'), scope) || hasScope(anonymous, scope))).toEqual([]);
    expect(knownScopes.length).toBeGreaterThan(3);
  });

  test('admin scopes belong to staff only', () => {
    for (const role of ['TRAVELER', 'OWNER'] as const) expect(scopesOf([role]).filter(isAdminScope)).toEqual([]);
    for (const role of ['SUPPORT', 'ANALYST', 'ADMIN'] as const) expect(scopesOf([role]).some(isAdminScope)).toBe(true);
  });

  test('several roles add up, each scope once', () => {
    const scopes = scopesOf(['OWNER', 'ADMIN', 'OWNER']);
    expect(scopes).toEqual([...new Set(scopes)].sort());
    expect(scopes).toEqual([...scopesOf(['ADMIN'])]);
  });

  test('only the five roles are roles', () => {
    expect([...roles, 'ROOT', 'toString', 1].filter(isRole)).toEqual([
      'TRAVELER',
      'OWNER',
      'SUPPORT',
      'ANALYST',
      'ADMIN',
    ]);
  });
});
