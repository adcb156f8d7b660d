import { useMutation } from '@apollo/client/react';
import { sentenceOf } from '@meridian/ui/failures/failure-sentence';
import { useState } from 'react';
import { ReleaseHoldDocument } from '../../generated/features/booking/booking.ts';
import { attemptKey, forgetAttempt, isOutcomeOpen } from './attempt.ts';

/** Gives back what is held. Answers why it could not, in a sentence; nothing when it is done. */
export function useRelease() {
  const [send, { loading }] = useMutation(ReleaseHoldDocument, { context: { identity: 'required' } });
  const [problem, setProblem] = useState<string>();
  const attempt = async (bookingId: string): Promise<string | undefined> => {
    const subject = `release ${bookingId}`;
    const { data } = await send({ variables: { input: { bookingId, idempotencyKey: await attemptKey(subject) } } });
    const result = data?.releaseHold;
    if (!result) throw new Error('The release was not answered.');
    if (!isOutcomeOpen(result)) await forgetAttempt(subject);
    return result.__typename === 'Booking' ? undefined : result.message;
  };
  const release = async (bookingId: string): Promise<string | undefined> => {
    const said = await attempt(bookingId).catch(sentenceOf);
    setProblem(said);
    return said;
  };
  return { release, problem, isBusy: loading };
}
