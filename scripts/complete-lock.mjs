import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressesIn, completeLock, missingStubs } from './lib/lock.mjs';
import { root } from './lib/root.mjs';

/** Completes `package-lock.json` after `npm install`. With `--check` it changes nothing and exits with 1 when it would. */
const file = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingStubs(lock);

if (!process.argv.includes('--check')) {
  if (missing.length > 0) writeFileSync(file, `${JSON.stringify(completeLock(lock), null, 2)}\n`);
  console.log(`package-lock.json: ${missing.length} entries added.`);
} else {
  for (const [path] of missing) console.error(`package-lock.json does not list ${path}; npm ci would refuse it.`);
  const addresses = addressesIn(lock);
  for (const path of addresses) console.error(`package-lock.json ties ${path} to one registry by its address.`);
  process.exitCode = missing.length + addresses.length > 0 ? 1 : 0;
}
