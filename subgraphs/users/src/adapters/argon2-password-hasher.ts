import { type Algorithm, hash, verify } from '@node-rs/argon2';
import type { PasswordHasher } from '../ports/password-hasher.ts';

/** What one guess costs. */
export type Argon2Cost = Readonly<{ memoryInKib: number; passes: number }>;

/** Source: OWASP Password Storage Cheat Sheet, second of the equally strong settings: 19 MiB, 2 passes, 1 lane. */
export const defaultArgon2Cost: Argon2Cost = { memoryInKib: 19_456, passes: 2 };

/** Argon2id over the password in Unicode's composed form. Hashing runs on libuv's threads, at most four at once, so a flood of sign-ins waits and does not eat the memory. */
export async function createArgon2PasswordHasher(cost = defaultArgon2Cost): Promise<PasswordHasher> {
  const options = { algorithm: algorithm(), memoryCost: cost.memoryInKib, timeCost: cost.passes, parallelism: 1 };
  // A hash of nobody's password, at today's cost, for addresses without an account.
  const decoy = await hash('a password that no account has', options);
  return {
    hash: (password) => hash(password.normalize('NFC'), options),
    async verify(stored, password) {
      const matches = await verify(stored ?? decoy, password.normalize('NFC'));
      return stored !== undefined && matches;
    },
  };
}

/** The package declares a const enum, which isolated modules cannot read: 2 is Argon2id. */
const algorithm = (): Algorithm => 2;
