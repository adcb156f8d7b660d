import { describe, expect, test } from '@jest/globals';
import { credentialProblems, profileProblems, roleProblems } from './account-rules.ts';

const pathsOf = (problems: readonly { path: readonly string[] }[]) => problems.map(({ path }) => path.join('.'));

describe('the rules of an account', () => {
  test('accept what people have', () => {
    expect(credentialProblems({ email: ' Ana@Example.com ', password: 'correct horse' })).toEqual([]);
    expect(
      profileProblems({ displayName: 'Ana', homeAirport: 'LIS', countryCode: 'PT', currency: 'EUR', locale: 'pt-PT' }),
    ).toEqual([]);
    expect(roleProblems(['TRAVELER', 'OWNER'])).toEqual([]);
  });

  test('name every problem at once', () => {
    expect(pathsOf(credentialProblems({ email: 'nobody', password: 'short' }))).toEqual([
      'input.email',
      'input.password',
    ]);
    const profile = { displayName: ' ', homeAirport: 'lis', countryCode: 'UK', currency: 'EURO', locale: 'not a tag' };
    expect(pathsOf(profileProblems(profile))).toEqual([
      'input.displayName',
      'input.homeAirport',
      'input.countryCode',
      'input.currency',
      'input.locale',
    ]);
    expect(pathsOf(roleProblems([]))).toEqual(['input.roles']);
    expect(pathsOf(roleProblems(['OWNER', 'OWNER', 'KING']))).toEqual(['input.roles', 'input.roles']);
  });

  test('look only at what is given', () => {
    expect(profileProblems({ displayName: 'Ana' })).toEqual([]);
    expect(profileProblems({})).toEqual([]);
    expect(profileProblems({ homeAirport: null, countryCode: null })).toEqual([]);
  });

  test('refuse the address as a password, and a password that only costs work', () => {
    expect(pathsOf(credentialProblems({ email: 'ana@example.com', password: 'Ana@Example.com' }))).toEqual([
      'input.password',
    ]);
    expect(pathsOf(credentialProblems({ email: 'ana@example.com', password: 'x'.repeat(201) }))).toEqual([
      'input.password',
    ]);
  });

  test('a name of two lines is none', () => {
    expect(pathsOf(profileProblems({ displayName: 'Ana\nSousa' }))).toEqual(['input.displayName']);
  });
});
