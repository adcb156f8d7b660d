import { sentenceOf } from '@meridian/ui/failures/failure-sentence';
import { useState } from 'react';
import { type Failure, type FieldProblem, problemsIn } from './field-problems.ts';

/** A member of a mutation's answer that is a failure carries a sentence. */
type Answer = Readonly<{ __typename: string }> | (Failure & Readonly<{ __typename: string }>) | null | undefined;

/** What has come of a change. */
type Outcome = Readonly<{ problems: readonly FieldProblem[]; isDone: boolean }>;

const untouched: Outcome = { problems: [], isDone: false };

const isFailure = (answer: NonNullable<Answer>): answer is Failure & Readonly<{ __typename: string }> =>
  'message' in answer;

const outcomeOf = (answer: Answer): Outcome => {
  if (!answer) return { problems: [{ path: [], message: 'The server did not answer. Try again.' }], isDone: false };
  return isFailure(answer) ? { problems: problemsIn(answer), isDone: false } : { problems: [], isDone: true };
};

/**
 * Sends the change of a form and keeps what came of it. Fields are named by their path in the input, joined with points:
 * `fares.0.price`.
 */
export function useChange() {
  const [isSending, setSending] = useState(false);
  const [outcome, setOutcome] = useState(untouched);
  const send = async (change: () => Promise<Answer>): Promise<void> => {
    setSending(true);
    setOutcome(untouched);
    try {
      setOutcome(outcomeOf(await change()));
    } catch (error) {
      setOutcome({ problems: [{ path: [], message: sentenceOf(error) }], isDone: false });
    } finally {
      setSending(false);
    }
  };
  return { send, isSending, ...outcome };
}
