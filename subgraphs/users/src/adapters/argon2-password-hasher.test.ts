import { expect, jest, test } from '@jest/globals';
import * as argon2 from '@node-rs/argon2';

/** Which hashes a password was compared with, in order. Argon2's work is decided by the parameters that stand in the hash. */
const compared: string[] = [];
jest.unstable_mockModule('@node-rs/argon2', () => ({
  ...argon2,
  verify: (hash: string, password: string) => {
    compared.push(hash);
    return argon2.verify(hash, password);
  },
}));
const { createArgon2PasswordHasher } = await import('./argon2-password-hasher.ts');

const costOf = (hash: string | undefined) => hash?.split('$').slice(0, 4).join('$');

test('passwords are hashed by Argon2id at the cost that OWASP names, each with a salt of its own', async () => {
  const hasher = await createArgon2PasswordHasher();
  const [first, second] = [await hasher.hash('correct horse'), await hasher.hash('correct horse')];
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(second).not.toBe(first);
  expect(await hasher.verify(first, 'correct horse')).toBe(true);
  expect(await hasher.verify(first, 'correct hors')).toBe(false);
});

test('a password with an accent is the same, however the keyboard composes it', async () => {
  const hasher = await createArgon2PasswordHasher({ memoryInKib: 64, passes: 1 });
  expect(await hasher.verify(await hasher.hash('caf\u00e9 au lait'), 'cafe\u0301 au lait')).toBe(true);
});

test('without a hash the same work is done and nobody gets in, not even with the decoy’s password', async () => {
  const hasher = await createArgon2PasswordHasher({ memoryInKib: 64, passes: 3 });
  const hash = await hasher.hash('correct horse');
  compared.length = 0;
  expect(await hasher.verify(hash, 'wrong password')).toBe(false);
  expect(await hasher.verify(undefined, 'a password that no account has')).toBe(false);
  expect(compared.map(costOf)).toEqual([costOf(hash), costOf(hash)]);
});
