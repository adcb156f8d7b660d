/** Turns passwords into hashes that are slow to guess, and compares. */
export interface PasswordHasher {
  /** A hash with a salt of its own: equal passwords have different ones. */
  hash(password: string): Promise<string>;
  /** Without a hash it does the same work and answers false: an unknown account takes as long as a wrong password. */
  verify(hash: string | undefined, password: string): Promise<boolean>;
}
