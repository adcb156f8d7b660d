import { describe, test } from '@jest/globals';

/** One promise of a port and how to see whether an adapter keeps it. */
export type ContractCase<Fixture> = Readonly<{ name: string; run: (fixture: Fixture) => Promise<void> }>;

/** Opens a fresh fixture for one case. */
export type OpenFixture<Fixture> = () => Promise<Fixture & AsyncDisposable>;

/** Declares one test per case. Every adapter's test calls it, whole. */
export function describeContract<Fixture>(
  adapter: string,
  cases: readonly ContractCase<Fixture>[],
  open: OpenFixture<Fixture>,
): void {
  describe(adapter, () => {
    for (const { name, run } of cases) {
      test(name, async () => {
        await using fixture = await open();
        await run(fixture);
      });
    }
  });
}

/** A case that waits for what a mutant never does is broken too. */
const mutantPatienceInMs = 2_000;

/**
 * The cases that an adapter breaks. A mutant that breaks none shows that the suite is blind.
 *
 * @param patienceInMs how long a case may take. A sound adapter deserves as much as its test has: a machine may be busy.
 */
export async function brokenCases<Fixture>(
  cases: readonly ContractCase<Fixture>[],
  open: OpenFixture<Fixture>,
  patienceInMs = mutantPatienceInMs,
): Promise<string[]> {
  const broken: string[] = [];
  for (const { name, run } of cases) {
    await using fixture = await open();
    if (!(await holds(run(fixture), patienceInMs))) broken.push(name);
  }
  return broken;
}

async function holds(run: Promise<void>, patienceInMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patienceInMs, false);
  });
  const answer = await Promise.race([
    run.then(
      () => true,
      () => false,
    ),
    tooLate,
  ]);
  clearTimeout(timer);
  return answer;
}
