import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CriticalityLevel, DiffRule, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/** The contract as it was last released: what third parties may rely on. */
const baselineFile = 'schema/public.baseline.graphql';

/**
 * The breaking changes from a released contract to another, in words. What was deprecated in the released one may go: its users
 * had their warning. Additions and changes of descriptions are no breaking changes.
 */
export async function breakingChanges(released: string, present: string): Promise<string[]> {
  const changes = await diff(buildSchema(released), buildSchema(present), [DiffRule.suppressRemovalOfDeprecatedField]);
  return changes
    .filter((change) => change.criticality.level === CriticalityLevel.Breaking)
    .map(
      (change) =>
        `${change.path ?? 'schema'}: ${change.message}. Deprecate it first, and take it away after a release.`,
    );
}

async function readBaseline(root: string): Promise<string | undefined> {
  return readFile(join(root, baselineFile), 'utf8').catch(() => undefined);
}

/** What in `present` breaks the released contract. Without one the check would pass whatever happens, so that is a problem, too. */
export async function checkPublicContract(root: string, present: string): Promise<string[]> {
  const released = await readBaseline(root);
  if (released !== undefined) return breakingChanges(released, present);
  return [
    `${baselineFile} is missing: npm run generate -- --release-contract makes the present contract the released one.`,
  ];
}

/** Makes `present` the released contract, unless it breaks the one before. The first release breaks nothing. */
export async function releasePublicContract(root: string, present: string): Promise<string[]> {
  const released = await readBaseline(root);
  const problems = released === undefined ? [] : await breakingChanges(released, present);
  if (problems.length === 0) await writeFile(join(root, baselineFile), present);
  return problems;
}
