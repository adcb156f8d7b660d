import { useMutation } from '@apollo/client/react';
import { unanswered } from '@meridian/ui/forms/unanswered';
import { useState } from 'react';
import {
  ApproveRequestDocument,
  CountOpenRequestsDocument,
  RejectRequestDocument,
} from '../../generated/features/requests/requests.ts';
import { type Answer, type Outcome, outcomeOf } from './answer-outcome.ts';

/** What an owner may say. */
export type Verdict = 'approve' | 'reject';

/** The menu counts anew what waits. */
const answering = { context: { identity: 'required' as const }, refetchQueries: [CountOpenRequestsDocument] };

/**
 * Answers a request. An answer says nothing but which request and yes or no, so its key is made of these: pressed twice, in two tabs or
 * after a lost answer, it is the same answer and counts once.
 */
export function useAnswer(requestId: string, onOver: (outcome: Outcome) => void) {
  const [approve] = useMutation(ApproveRequestDocument, answering);
  const [reject] = useMutation(RejectRequestDocument, answering);
  const [isSending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const send = async (verdict: Verdict): Promise<Answer> => {
    const variables = { input: { requestId, idempotencyKey: `${verdict}-${requestId}` } };
    const answer =
      verdict === 'approve'
        ? (await approve({ variables })).data?.approveRequest
        : (await reject({ variables })).data?.rejectRequest;
    return answer ?? unanswered(undefined);
  };
  const answer = async (verdict: Verdict) => {
    setSending(true);
    setOutcome(undefined);
    const next = outcomeOf(await send(verdict).catch(unanswered));
    setSending(false);
    if (next.isOver) onOver(next);
    else setOutcome(next);
  };
  return { answer, isSending, outcome };
}
