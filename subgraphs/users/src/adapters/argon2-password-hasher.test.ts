import { expect, test } from '@jest/globals';
import { createArgon2PasswordHasher } from './argon2-password-hasher.ts';

/** CPU time of all threads, for argon2 runs beside the event loop: another process's load does not count. */
async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return process.cpuUsage(before).user;
}

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
  const hasher = await createArgon2PasswordHasher();
  const hash = await hasher.hash('correct horse');
  await hasher.verify(hash, 'to warm up');
  const known = await cpuOf(() => hasher.verify(hash, 'wrong password'));
  const unknown = await cpuOf(() => hasher.verify(undefined, 'wrong password'));
  expect(unknown).toBeGreaterThan(known / 3);
  expect(await hasher.verify(undefined, 'a password that no account has')).toBe(false);
});
