import { useMutation } from '@apollo/client/react';
import { sentenceOf } from '@meridian/ui/failures/failure-sentence';
import { useState } from 'react';
import { ReleaseHoldDocument } from '../../generated/features/booking/booking.ts';
import { runAttempt } from './attempt.ts';

/** Gives back what is held. Answers why it could not, in a sentence; nothing when it is done. */
export function useRelease() {
  const [send, { loading }] = useMutation(ReleaseHoldDocument, { context: { identity: 'required' } });
  const [problem, setProblem] = useState<string>();
  const attempt = async (bookingId: string): Promise<string | undefined> => {
    const result = await runAttempt(`release ${bookingId}`, async (idempotencyKey) => {
      const { data } = await send({ variables: { input: { bookingId, idempotencyKey } } });
      return data?.releaseHold;
    });
    return result.__typename === 'Booking' ? undefined : result.message;
  };
  const release = async (bookingId: string): Promise<string | undefined> => {
    const said = await attempt(bookingId).catch(sentenceOf);
    setProblem(said);
    return said;
  };
  return { release, problem, isBusy: loading };
}
