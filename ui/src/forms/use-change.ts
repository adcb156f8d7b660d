import { useState } from 'react';
import { type Failure, type FieldProblem, problemsIn } from '../failures/failure.ts';
import { failureOf } from '../failures/failure-sentence.ts';

/** What a mutation answers. A member that is a failure carries a sentence. */
export type ChangeAnswer =
  | Readonly<{ __typename: string }>
  | (Failure & Readonly<{ __typename: string }>)
  | null
  | undefined;

/** What has come of a change. */
type Outcome = Readonly<{
  problems: readonly FieldProblem[];
  /** The failure in one sentence, for what has no fields to put its problems beside. */
  problem?: string | undefined;
  isDone: boolean;
  /** Somebody else has changed it since it was read. */
  isStale?: boolean;
}>;

const untouched: Outcome = { problems: [], isDone: false };

const isFailure = (answer: NonNullable<ChangeAnswer>): answer is Failure & Readonly<{ __typename: string }> =>
  'message' in answer;

const failed = (failure: Failure): Outcome => ({
  problems: problemsIn(failure),
  problem: failure.message,
  isDone: false,
  isStale: failure.code === 'VERSION_CONFLICT',
});

const outcomeOf = (answer: ChangeAnswer): Outcome => {
  if (!answer) return failed({ message: 'The server did not answer. Try again.' });
  return isFailure(answer) ? failed(answer) : { problems: [], isDone: true };
};

/**
 * Sends a change, keeps what came of it, and tells whether it was done. Fields are named by their path in the input, joined with points:
 * `fares.0.price`.
 */
export function useChange() {
  const [isSending, setSending] = useState(false);
  const [outcome, setOutcome] = useState(untouched);
  const send = async (change: () => Promise<ChangeAnswer>): Promise<boolean> => {
    setSending(true);
    setOutcome(untouched);
    const next = await change().then(outcomeOf, (error: unknown) => failed(failureOf(error)));
    setOutcome(next);
    setSending(false);
    return next.isDone;
  };
  /** Says what is wrong before anything is sent. */
  const refuse = (problems: readonly FieldProblem[]) => setOutcome({ problems, isDone: false });
  const forget = () => setOutcome(untouched);
  return { send, refuse, forget, isSending, ...outcome };
}
