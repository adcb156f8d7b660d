import { sentenceOf } from '@meridian/ui/failures/failure-sentence';
import { useState } from 'react';

/** A member of a mutation's answer that is a failure carries a sentence. */
type Answer = Readonly<{ __typename: string; message?: string }> | null | undefined;

/** Sends a change, and keeps the sentence for what went wrong. Tells whether it was done. */
export function useSending() {
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const send = async (change: () => Promise<Answer>): Promise<boolean> => {
    setSending(true);
    setProblem(undefined);
    try {
      const answer = await change();
      const sentence = answer ? answer.message : 'The server did not answer. Try again.';
      setProblem(sentence);
      return sentence === undefined;
    } catch (error) {
      setProblem(sentenceOf(error));
      return false;
    } finally {
      setSending(false);
    }
  };
  return { send, isSending, problem };
}
