/** A row was no longer in the state or at the version on which a decision was made. Whoever decided decides anew. */
export class StaleRowError extends Error {
  override readonly name = 'StaleRowError';
}

/**
 * Checks the affected rows of `UPDATE … WHERE id = ? AND <what was decided on>`.
 *
 * @param was what the row is no longer, as a sentence
 * @throws StaleRowError unless exactly one row moved
 */
export function requireMoved(affected: number | undefined, was: string): void {
  if (affected !== 1) throw new StaleRowError(was);
}

/** How often a decision is made before it is given up: those who are faster each time are many. */
const mostRuns = 4;

/** Runs `work`, which decides on what it reads and rolls back when it throws, again while a row has moved meanwhile; then it throws. */
export async function decideAnew<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (let run = 1; ; run += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StaleRowError) || run === mostRuns) throw error;
    }
  }
}
