import { useMutation } from '@apollo/client/react';
import { sentenceOf } from '@meridian/ui/failures/failure-sentence';
import { type FieldProblem, problemsIn } from '@meridian/ui/forms/field-problems';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { HoldBookingDocument, type HoldBookingMutation } from '../../generated/features/booking/booking.ts';
import { attemptKey, forgetAttempt } from './attempt-key.ts';
import type { TravelerDraft } from './travelers.ts';
import type { OfferToBook } from './use-offers.ts';

/** Why nothing is held. */
export type HoldFailure = Exclude<NonNullable<HoldBookingMutation['holdBooking']>, { __typename: 'Booking' }>;

type Hold = Readonly<{
  hold: (travelers: readonly TravelerDraft[]) => Promise<void>;
  failure: HoldFailure | undefined;
  /** What is wrong with single travelers. */
  problems: readonly FieldProblem[];
  message: string | undefined;
  isSending: boolean;
}>;

const isAboutTravelers = ({ path }: FieldProblem): boolean => path[1] === 'travelers';

/** Holds what the offers promise, and goes on to the payment. The same travelers and offers are the same attempt. */
export function useHold(offers: readonly OfferToBook[]): Hold {
  const navigate = useNavigate();
  const [send, { loading: isSending }] = useMutation(HoldBookingDocument, { context: { identity: 'required' } });
  const [failure, setFailure] = useState<HoldFailure>();
  const [fault, setFault] = useState<string>();
  const hold = async (travelers: readonly TravelerDraft[]) => {
    const tokens = offers.map(({ token }) => token);
    const attempt = JSON.stringify(['hold', tokens, travelers]);
    setFailure(undefined);
    setFault(undefined);
    try {
      const input = { offers: tokens, travelers: [...travelers], idempotencyKey: attemptKey(attempt) };
      const { data } = await send({ variables: { input } });
      const result = data?.holdBooking;
      if (!result) throw new Error('The hold was not answered.');
      if (result.__typename === 'Booking') {
        await navigate({ to: '/trips/$id/pay', params: { id: result.id }, replace: true });
        return;
      }
      forgetAttempt(attempt);
      setFailure(result);
    } catch (error) {
      // It may have been held although the answer was lost: the attempt keeps its key, and another press gets that answer.
      setFault(sentenceOf(error));
    }
  };
  const isInvalid = failure?.__typename === 'ValidationFailed';
  const all = isInvalid ? problemsIn(failure) : [];
  return {
    hold,
    failure: isInvalid ? undefined : failure,
    problems: all.filter(isAboutTravelers),
    message: fault ?? all.find((problem) => !isAboutTravelers(problem))?.message,
    isSending,
  };
}
